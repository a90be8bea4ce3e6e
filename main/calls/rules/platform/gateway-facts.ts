import type { EndReason } from '#contract'
import type { GatewayEvent } from '../../../gateway/event.ts'
import type { CallsState, LiveCall } from '../../state.ts'
import { byGatewayId, change, confirm, end, isPending, markOver, platformLeg, settle } from '../edit.ts'
import { adoptLeg, announceLeg, beginOffer, releaseLeg } from '../line/legs.ts'
import { missAbandoned } from './abandoned.ts'
import { announcePhone, arrive, comeBack, farSideRings, hangUpPhone, unnamed } from './beginnings.ts'
import { joinAll } from './conference.ts'
import { failConsult } from './consult.ts'
import { endByCustomer, endByFailure, endByNoAnswer, endByRelease } from './endings.ts'
import { beginOrInspect } from './inspecting.ts'
import { applyTransferResult, enterIvr, failTransfer, isTransferring, transferOf } from './stages.ts'

type About<T extends GatewayEvent['type']> = Extract<GatewayEvent, { type: T }>

/** What the gateway's word means for the calls (spec/ccgateway.md 15.2, 15.4, 15.9). */
export function applyGateway(state: CallsState, event: GatewayEvent): CallsState {
  switch (event.type) {
    case 'phone-alerting':
      return announcePhone(announceLeg(beginOffer(state), event.at), event.at)
    case 'phone-offhook':
      return adoptLeg({ ...state, legExpectedUntil: null, phoneRings: false })
    case 'phone-release':
      return releaseLeg(hangUpPhone({ ...state, legExpectedUntil: null, inspecting: false }))
    case 'agent-state':
      return enterState(state, event)
    case 'call-info':
    case 'ringing':
    case 'auto-answer':
      return arrive(state, event)
    case 'customer-alerting':
      return farSideRings(state, event)
    case 'talking':
      return beginOrInspect(state, event)
    case 'conference':
      return joinAll(state, event, event.at)
    default:
      return applyMore(state, event)
  }
}

function applyMore(state: CallsState, event: GatewayEvent): CallsState {
  switch (event.type) {
    case 'transfer-result':
      return applyTransferResult(state, event.callId, event.succeeded)
    case 'return-from-ivr':
      return comeBack(state, event.callId, event.at)
    case 'recording':
      return record(state, event)
    case 'call-abandoned':
      return missAbandoned(state, event)
    case 'inspection':
      return { ...state, inspected: true }
    case 'inspection-over':
      return { ...state, inspected: false }
    default:
      return applyToKnownCall(state, event)
  }
}

function applyToKnownCall(state: CallsState, event: GatewayEvent): CallsState {
  const call = 'callId' in event ? byGatewayId(state, event.callId) : undefined
  if (!call) return endUnknown(state, event)
  switch (event.type) {
    case 'hold':
      return hold(state, call, event.at)
    case 'customer-release':
      return endByCustomer(state, call, event)
    case 'call-release':
      return endByRelease(state, call, event)
    case 'no-answer':
      return endByNoAnswer(state, call, event.at)
    case 'call-failed':
      return event.how === 'consult' ? failConsult(state, event.callId, event.at) : endByFailure(state, call, event.at)
    default:
      return state
  }
}

/** A customer who is put away while a "suspend" transfer is under way is with the IVR, unless a hold was asked for. */
function hold(state: CallsState, call: LiveCall, at: number): CallsState {
  if (transferOf(call)?.mode === 'suspend' && !isPending(call, 'hold')) return enterIvr(state, call, at)
  return change(state, call.id, () => confirm(call, { name: 'held', since: at }))
}

const ENDINGS: ReadonlySet<GatewayEvent['type']> = new Set([
  'customer-release',
  'call-release',
  'no-answer',
  'call-failed',
])

/** An end before any beginning: of the agent's own callout, or of a call that must not begin any more. */
function endUnknown(state: CallsState, event: GatewayEvent): CallsState {
  if (!ENDINGS.has(event.type) || !('callId' in event) || state.endedIds.includes(event.callId)) return state
  const over = markOver(state, event.callId)
  if (event.type !== 'call-failed') return over
  if (event.how === 'consult') return failConsult(over, event.callId, event.at)
  const own = unnamed(state)
  if (own) return endByFailure(state, { ...own, gatewayId: event.callId }, event.at)
  const transferring = state.calls.find((call) => call.dialogId === undefined && isTransferring(call))
  return transferring ? failTransfer(over, transferring) : over
}

/** Without a call's id it is the call that talks (spec/ccgateway.md 15.7). */
function record(state: CallsState, { state: recording, callId }: About<'recording'>): CallsState {
  const call =
    (callId && byGatewayId(state, callId)) ||
    state.calls.find(({ phase, dialogId }) => phase.name === 'talking' && dialogId === undefined)
  if (!call) return state
  const settled = settle(call, recording === 'off' ? 'stop-recording' : 'start-recording')
  const refused = recording === 'failed' && isPending(call, 'start-recording')
  const failure = { verb: 'start-recording', reason: 'refused' } as const
  return change(state, call.id, () => ({ ...settled, recording, ...(refused && { failure }) }))
}

function enterState(state: CallsState, event: About<'agent-state'>): CallsState {
  if (event.state === 'talking') return beginOffer(state)
  return endStranded({ ...state, settled: true, mayReturn: [], returning: [] }, event.at)
}

/**
 * Not in call handling, and no leg to talk over: whatever call is left on the list has ended and its event was lost;
 * one that rings would ring for ever. With the leg still up nothing is ended, since a late event must not cut a call
 * that talks, and a held call has no need of one.
 */
function endStranded(state: CallsState, at: number): CallsState {
  if (platformLeg(state)) return state
  return state.calls
    .filter((call) => call.gatewayId && call.phase.name !== 'held')
    .reduce((next, call) => end(next, call, strandedReason(call), at), state)
}

function strandedReason(call: LiveCall): EndReason {
  if (call.handedOver) return 'transferred'
  return call.phase.name === 'ringing' ? 'not-answered' : 'ended-by-platform'
}
