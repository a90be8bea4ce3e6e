import type { Time } from '#contract'
import type { CallsState, LiveCall } from '../state.ts'
import { change, confirm } from './edit.ts'

/**
 * The agent talks to one caller at a time: whoever talked until now waits, even where the word about that is late or
 * lost. A conference is one call.
 */
export function beginTalking(state: CallsState, call: LiveCall, at: Time): CallsState {
  const next = state.calls
    .filter(({ id, phase }) => id !== call.id && phase.name === 'talking')
    .reduce((left, other) => change(left, other.id, () => confirm(other, { name: 'held', since: at })), state)
  return change(next, call.id, () => ({
    ...confirm(backFromIvr(call), { name: 'talking', since: at, muted: call.muted }),
    talkingSince: call.talkingSince ?? at,
  }))
}

function backFromIvr(call: LiveCall): LiveCall {
  if (call.transfer?.stage !== 'in-ivr') return call
  const { transfer: _, ...back } = call
  return back
}
