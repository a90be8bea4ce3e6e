import type { EndReason, Time } from '#contract'
import type { GatewayEvent } from '../../../gateway/event.ts'
import type { CallsState, LiveCall } from '../../state.ts'
import { change, end, isPending } from '../edit.ts'
import { leave } from './conference.ts'
import { acceptTransfer, enterIvr, failTransfer, transferOf } from './stages.ts'

type About<T extends GatewayEvent['type']> = Extract<GatewayEvent, { type: T }>

/**
 * Who ended it is told by which event comes first and by what the agent had asked for: Customer_Release first is the
 * customer (spec/ccgateway.md 15.9, "Customer hangs up", inferred); Call_Release unasked is the platform.
 */
export function endByCustomer(state: CallsState, call: LiveCall, event: About<'customer-release'>): CallsState {
  const { at, callId, number } = event
  if (call.mergedLeg === callId) return change(state, call.id, () => withoutMergedLeg(call))
  const asked = reasonAsked(call)
  if (asked) return end(state, call, asked, at)
  if ((call.others?.length ?? 0) > 1 || callId !== call.gatewayId) return leave(state, call, { number, callId })
  return endAlone(state, call, at)
}

function withoutMergedLeg(call: LiveCall): LiveCall {
  const { mergedLeg, alsoKnownAs = [], ...rest } = call
  return { ...rest, alsoKnownAs: alsoKnownAs.filter((id) => id !== mergedLeg) }
}

function endAlone(state: CallsState, call: LiveCall, at: Time): CallsState {
  const mode = transferOf(call)?.mode
  // Should they have left for the IVR all the same, their return says so.
  if (mode === 'suspend') return end(state, acceptTransfer(call, at), 'customer-hung-up', at)
  if (mode === 'release' || call.handedOver) return end(state, call, 'transferred', at)
  const talked = call.talkingSince !== undefined || call.direction === 'outgoing'
  return end(state, call, talked ? 'customer-hung-up' : 'customer-gave-up', at)
}

export function endByRelease(state: CallsState, call: LiveCall, event: About<'call-release'>): CallsState {
  const { at, callId } = event
  const asked = reasonAsked(call)
  if (asked) return end(state, call, asked, at)
  if (callId !== call.gatewayId) return leave(state, call, { callId })
  const mode = transferOf(call)?.mode
  if (mode === 'suspend') return enterIvr(state, call, at)
  if (mode === 'release' || mode === 'success' || call.handedOver) return end(state, call, 'transferred', at)
  const reason = reasonUnasked(state, call)
  return end(reason === 'taken-over' ? { ...state, inspected: false } : state, call, reason, at)
}

/** A call that rang and is taken away is a missed one. */
function reasonUnasked(state: CallsState, call: LiveCall): EndReason {
  if (call.phase.name === 'ringing') return 'not-answered'
  return state.inspected && call.phase.name === 'talking' ? 'taken-over' : 'ended-by-platform'
}

function reasonAsked(call: LiveCall): EndReason | undefined {
  if (isPending(call, 'hang-up')) return isHandedOver(call) ? 'transferred' : 'agent-hung-up'
  return isPending(call, 'decline') ? 'declined' : undefined
}

/** Whoever leaves customer and third party together has handed the customer over (spec/ccgateway.md 8.3). */
function isHandedOver({ transfer, handedOver }: LiveCall): boolean {
  return handedOver === true || transfer?.stage === 'talking' || transfer?.stage === 'joined'
}

export function endByNoAnswer(state: CallsState, call: LiveCall, at: Time): CallsState {
  return end(state, call, isPending(call, 'decline') ? 'declined' : 'not-answered', at)
}

/** A call that talks does not fail; what fails is what was being done with it. */
export function endByFailure(state: CallsState, call: LiveCall, at: Time): CallsState {
  if (transferOf(call)) return failTransfer(state, call)
  if (call.talkingSince !== undefined) return state
  return end(state, call, isPending(call, 'hang-up') ? 'agent-hung-up' : 'failed', at)
}
