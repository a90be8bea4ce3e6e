import type { CommandFailure, CommandResult } from '#contract'
import { m } from './compiled/messages.js'
import { retcodeSentence } from './retcode.ts'

const reasons: { readonly [R in CommandFailure]: () => string } = {
  'no-answer': m.command_no_answer,
  'not-signed-in': m.command_not_signed_in,
  'not-connected': m.command_not_connected,
  refused: m.command_refused,
  'not-possible-now': m.command_not_possible_now,
}

const known = (reason: string): reason is CommandFailure => Object.hasOwn(reasons, reason)

/** Why a command failed and what to do: the platform's code says most, where there is one. */
export function retcodeOrReason(reason: string, retcode?: string): string {
  if (retcode) return retcodeSentence(retcode)
  return known(reason) ? reasons[reason]() : m.command_refused()
}

export function commandSentence(result: Extract<CommandResult, { ok: false }>): string {
  return retcodeOrReason(result.reason, result.retcode)
}
