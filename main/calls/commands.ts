import { add, change, end } from './edit.ts'
import { type AskedVerb, CALLOUT_LEG_MS, type CallsEvent, type CallsState, type LiveCall } from './state.ts'

type Command = Extract<CallsEvent, { type: 'asked' | 'confirmed' | 'failed' | 'dialled' | 'named' | 'not-dialled' }>

/** What the agent asked for, and what became of the asking. Nothing here changes a phase: only facts do. */
export function applyCommand(state: CallsState, event: Command): CallsState {
  if (event.type === 'dialled') return dial(state, event)
  const call = state.calls.find(({ id }) => id === event.id)
  if (!call) return state
  switch (event.type) {
    case 'asked':
      return change(state, call.id, () => pend(call, event.verb))
    case 'confirmed':
      return change(state, call.id, () => mute(settle(call, event.verb), event.verb === 'mute'))
    case 'failed':
      return change(state, call.id, () => fail(call, event))
    case 'named':
      return name(state, call, event.gatewayId)
    case 'not-dialled':
      return end({ ...state, legExpectedUntil: null }, call, event.wrongNumber ? 'wrong-number' : 'failed', event.at)
  }
}

function dial(state: CallsState, event: Extract<Command, { type: 'dialled' }>): CallsState {
  const { number, dialogId, at } = event
  const phase = { name: 'dialling', since: at, farSideRings: false } as const
  const next = add(state, { direction: 'outgoing', number, ...(dialogId && { dialogId }) }, phase, at)
  if (!dialogId) return { ...next, legExpectedUntil: at + CALLOUT_LEG_MS }
  const dialog = { id: dialogId, number, since: at, disposition: 'ring', established: false } as const
  return { ...next, dialogs: [...next.dialogs, dialog] }
}

/** The gateway's name for a callout may come after the first events about it, which have already been adopted. */
function name(state: CallsState, call: LiveCall, gatewayId: string): CallsState {
  if (call.gatewayId) return state
  if (state.endedIds.includes(gatewayId)) return { ...state, calls: state.calls.filter(({ id }) => id !== call.id) }
  return change(state, call.id, () => ({ ...call, gatewayId }))
}

function pend(call: LiveCall, pending: AskedVerb): LiveCall {
  const { failure: _, ...rest } = call
  return { ...rest, pending }
}

/** A verb that was pressed since is not settled by the answer to an earlier one. */
function settle(call: LiveCall, verb: AskedVerb): LiveCall {
  const { pending, ...rest } = call
  return pending === verb ? rest : call
}

function mute(call: LiveCall, muted: boolean): LiveCall {
  const phase = call.phase.name === 'talking' ? { ...call.phase, muted } : call.phase
  return { ...call, phase, muted }
}

/**
 * A refused mute still holds here: whoever pressed Mute believes that nobody hears them, so the microphone stays
 * closed and the failure is shown. Only a confirmed unmute opens it.
 */
function fail(call: LiveCall, event: Extract<Command, { type: 'failed' }>): LiveCall {
  const { verb, reason, retcode } = event
  const settled = verb === 'mute' ? mute(settle(call, verb), true) : settle(call, verb)
  if (call.pending !== verb) return settled
  return { ...settled, failure: { verb, reason, ...(retcode && { retcode }) } }
}
