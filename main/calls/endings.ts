import type { Time } from '#contract'
import { end } from './edit.ts'
import type { CallsState, LiveCall } from './state.ts'

/**
 * Who ended it is told by which event comes first and by what the agent had asked for: Customer_Release first is the
 * customer (spec/ccgateway.md 15.9, "Customer hangs up", inferred); Call_Release unasked is the platform.
 */
export function endByCustomer(state: CallsState, call: LiveCall, at: Time): CallsState {
  if (call.pending === 'hang-up') return end(state, call, 'agent-hung-up', at)
  if (call.pending === 'decline') return end(state, call, 'declined', at)
  const talked = call.talkingSince !== undefined || call.direction === 'outgoing'
  return end(state, call, talked ? 'customer-hung-up' : 'customer-gave-up', at)
}

export function endByRelease(state: CallsState, call: LiveCall, at: Time): CallsState {
  if (call.pending === 'hang-up') return end(state, call, 'agent-hung-up', at)
  if (call.pending === 'decline') return end(state, call, 'declined', at)
  return end(state, call, 'ended-by-platform', at)
}

export function endByNoAnswer(state: CallsState, call: LiveCall, at: Time): CallsState {
  return end(state, call, call.pending === 'decline' ? 'declined' : 'not-answered', at)
}

export function endByFailure(state: CallsState, call: LiveCall, at: Time): CallsState {
  if (call.talkingSince !== undefined) return state
  return end(state, call, call.pending === 'hang-up' ? 'agent-hung-up' : 'failed', at)
}
