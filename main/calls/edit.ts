import type { CallPhase, EndReason, MissedCall, Time } from '#contract'
import type { CallsState, Dialog, LiveCall, NewCall } from './state.ts'

const ENDED_KEPT = 50
const MISSED_KEPT = 200

export function add(state: CallsState, call: NewCall, phase: CallPhase, at: Time): CallsState {
  const made = state.made + 1
  const live: LiveCall = { ...call, id: `call-${made}-${at}`, phase, startedAt: at, muted: false }
  const next = { ...state, made, calls: [...state.calls, live] }
  return call.gatewayId ? offered(next, call.gatewayId) : next
}

/** One offer is of one call: whatever else is told of a call that is over is late. */
function offered(state: CallsState, gatewayId: string): CallsState {
  return { ...state, mayReturn: [], endedIds: state.endedIds.filter((id) => id !== gatewayId) }
}

export function markOver(state: CallsState, gatewayId: string): CallsState {
  return { ...state, endedIds: [gatewayId, ...state.endedIds].slice(0, ENDED_KEPT) }
}

/** Whether a word about this call is too late to begin it. */
export function isOver(state: CallsState, gatewayId: string): boolean {
  return state.endedIds.includes(gatewayId) && !state.mayReturn.includes(gatewayId)
}

export function change(state: CallsState, id: string, edit: (call: LiveCall) => LiveCall): CallsState {
  return { ...state, calls: state.calls.map((call) => (call.id === id ? edit(call) : call)) }
}

export function changeDialog(state: CallsState, id: string, edit: (dialog: Dialog) => Dialog): CallsState {
  return { ...state, dialogs: state.dialogs.map((dialog) => (dialog.id === id ? edit(dialog) : dialog)) }
}

/**
 * A phase that the platform or SIP has confirmed settles what was pending, except what keeps the microphone closed:
 * only its own answer, or the end, does that.
 */
export function confirm(call: LiveCall, phase: CallPhase): LiveCall {
  const { pending, failure: _, ...rest } = call
  const waits = phase.name !== 'ended' && (pending === 'hang-up' || pending === 'mute')
  return { ...rest, phase, ...(waits && { pending }) }
}

/** Takes the call off the live list, once; it is never missed twice and never comes back. */
export function end(state: CallsState, call: LiveCall, reason: EndReason, at: Time): CallsState {
  const { silent: _, ...over } = confirm(call, { name: 'ended', at, reason })
  return {
    ...state,
    calls: state.calls.filter((other) => other.id !== call.id),
    lastEnded: over,
    endedIds: call.gatewayId ? markOver(state, call.gatewayId).endedIds : state.endedIds,
    missed: missedBy(call, reason, at, state.missed),
  }
}

function missedBy(call: LiveCall, reason: EndReason, at: Time, missed: readonly MissedCall[]): readonly MissedCall[] {
  if (reason !== 'customer-gave-up' && reason !== 'not-answered') return missed
  const { id, number, name, queue } = call
  const entry: MissedCall = { id, number, at, reason, seen: false, ...(name && { name }), ...(queue && { queue }) }
  return [entry, ...missed].slice(0, MISSED_KEPT)
}

export function byGatewayId(state: CallsState, gatewayId: string): LiveCall | undefined {
  return state.calls.find((call) => call.gatewayId === gatewayId)
}

export function byDialogId(state: CallsState, dialogId: string): LiveCall | undefined {
  return state.calls.find((call) => call.dialogId === dialogId)
}

/** The platform's one leg to this softphone: the dialog that was last taken for it. */
export function platformLeg(state: CallsState): Dialog | undefined {
  return state.dialogs.findLast((dialog) => dialog.disposition === 'take')
}
