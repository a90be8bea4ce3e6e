import type { ChatVerb, CommandResult } from '#contract'
import { chatNamed } from '../rules/edit.ts'
import { verbsOf } from '../snapshot.ts'
import { type CommandParts, NOT_POSSIBLE } from './parts.ts'

const CONFIRM_MS = 5_000

interface Asking {
  readonly send: () => Promise<CommandResult>
  /** Where it is handed to. */
  readonly to?: string
}

/** One verb from its press to its outcome. What the chat cannot do now, or has been asked already, is never sent. */
export async function ask(parts: CommandParts, chatId: string, verb: ChatVerb, asking: Asking): Promise<CommandResult> {
  const { apply, state, now, confirmMs = CONFIRM_MS } = parts
  const chat = chatNamed(state(), chatId)
  if (!chat || chat.asked !== null || !verbsOf(chat, state()).includes(verb)) return NOT_POSSIBLE
  const { to } = asking
  apply({ type: 'asked', chatId, verb, ...(to !== undefined && { to }) })
  const result = await asking.send()
  apply({ type: 'settled', chatId, verb, at: now(), ...(!result.ok && { failure: failureOf(result) }) })
  // Accepted is not happened: if the word about it stays away, the agent is told.
  if (result.ok && chatNamed(state(), chatId)?.asked === verb) {
    const late = setTimeout(
      () => apply({ type: 'settled', chatId, verb, failure: { reason: 'no-answer' }, at: now() }),
      confirmMs,
    )
    late.unref()
  }
  return result
}

function failureOf({ reason, retcode }: Extract<CommandResult, { ok: false }>) {
  return { reason, ...(retcode !== undefined && { retcode }) }
}
