import type { CommandResult } from '#contract'
import type { LiveCall } from '../state.ts'
import { ACCEPTED, type AskParts } from './ask.ts'

/**
 * Whoever talks on the other side of the two planes is put on hold first: a call of the platform by the platform, a
 * call of the line by SIP. On one and the same side answering and retrieving do it by themselves.
 */
export async function turnTo({ state, gateway, command }: AskParts, call: LiveCall): Promise<CommandResult> {
  for (const other of state().calls.filter((one) => one.id !== call.id && isTalking(one))) {
    if (other.dialogId !== undefined) command({ verb: 'hold', dialogId: other.dialogId, held: true })
    else if (call.dialogId !== undefined) {
      const held = await gateway.hold()
      if (!held.ok) return held
    }
  }
  return ACCEPTED
}

export function isTalking({ phase }: LiveCall): boolean {
  return phase.name === 'talking'
}
