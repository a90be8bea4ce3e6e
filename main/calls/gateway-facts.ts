import type { Direction, EndReason } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'
import { add, byGatewayId, change, confirm, end, isOver, markOver, platformLeg } from './edit.ts'
import { endByCustomer, endByFailure, endByNoAnswer, endByRelease } from './endings.ts'
import { adoptLeg, announceLeg, beginOffer, releaseLeg } from './legs.ts'
import type { CallsState, LiveCall, NewCall } from './state.ts'

type About<T extends GatewayEvent['type']> = Extract<GatewayEvent, { type: T }>

/** What the gateway's word means for the calls (spec/ccgateway.md 15.2, 15.4, 15.9). */
export function applyGateway(state: CallsState, event: GatewayEvent): CallsState {
  switch (event.type) {
    case 'phone-alerting':
      return announceLeg(beginOffer(state), event.at)
    case 'phone-offhook':
      return adoptLeg({ ...state, legExpectedUntil: null })
    case 'phone-release':
      return releaseLeg({ ...state, legExpectedUntil: null })
    case 'agent-state':
      return enterState(state, event)
    case 'call-info':
    case 'ringing':
    case 'auto-answer':
      return arrive(state, event)
    case 'customer-alerting':
      return farSideRings(state, event)
    case 'talking':
      return talk(state, event)
    default:
      return applyToKnownCall(state, event)
  }
}

function applyToKnownCall(state: CallsState, event: GatewayEvent): CallsState {
  const call = 'callId' in event ? byGatewayId(state, event.callId) : undefined
  if (!call) return endUnknown(state, event)
  switch (event.type) {
    case 'hold':
      return change(state, call.id, () => confirm(call, { name: 'held', since: event.at }))
    case 'customer-release':
      return endByCustomer(state, call, event.at)
    case 'call-release':
      return endByRelease(state, call, event.at)
    case 'no-answer':
      return endByNoAnswer(state, call, event.at)
    case 'call-failed':
      return endByFailure(state, call, event.at)
    default:
      return state
  }
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
  const own = event.type === 'call-failed' ? unnamed(state) : undefined
  if (own) return endByFailure(state, { ...own, gatewayId: event.callId }, event.at)
  return markOver(state, event.callId)
}

/** First word of a call, or more about one that is known: who and which queue, and that it rings. */
function arrive(state: CallsState, event: About<'call-info' | 'ringing' | 'auto-answer'>): CallsState {
  if (isOver(state, event.callId)) return state
  const known = byGatewayId(state, event.callId)
  const next = known ? state : add(state, newCall(event), { name: 'arriving' }, event.at)
  const call = byGatewayId(next, event.callId)
  if (!call) return next
  const queue = event.type === 'call-info' ? event.queue : call.queue
  return change(next, call.id, () => {
    const described = { ...call, ...(queue && { queue }) }
    const rings = event.type === 'ringing' && call.phase.name === 'arriving'
    return rings ? { ...described, phase: { name: 'ringing', since: event.at } } : described
  })
}

type Described = Pick<About<'call-info'>, 'callId' | 'caller' | 'called'> & { readonly feature?: number }

export function newCall(event: Described): NewCall {
  const { feature = 0 } = event
  const outgoing = OUTGOING.has(feature)
  const party = outgoing ? event.called : event.caller
  return {
    gatewayId: event.callId,
    number: withoutAgentMark(party),
    direction: directionOf(feature, outgoing, party),
  }
}

/** Call out, preview and callback are the agent's own calls (spec/ccgateway.md 16.4). */
const OUTGOING: ReadonlySet<number> = new Set([7, 40, 44, 45])
const INTERNAL = 6

function directionOf(feature: number, outgoing: boolean, party: string): Direction {
  if (feature === INTERNAL || /^a\d/i.test(party)) return 'internal'
  return outgoing ? 'outgoing' : 'incoming'
}

/** Agents' numbers start with `a` or `A` (spec/ccgateway.md 15.2, Ringing). */
function withoutAgentMark(number: string): string {
  return number.replace(/^a(?=\d)/i, '')
}

/** The agent's own callout before the gateway has named it. */
export function unnamed(state: CallsState): LiveCall | undefined {
  return state.calls.find((call) => call.direction !== 'incoming' && !call.gatewayId && !call.dialogId)
}

function farSideRings(state: CallsState, event: About<'customer-alerting'>): CallsState {
  if (state.endedIds.includes(event.callId)) return state
  const call = byGatewayId(state, event.callId) ?? unnamed(state)
  if (call?.phase.name !== 'dialling') return state
  const { since } = call.phase
  return change(state, call.id, () => ({
    ...call,
    gatewayId: event.callId,
    phase: { name: 'dialling', since, farSideRings: true },
  }))
}

function talk(state: CallsState, event: About<'talking'>): CallsState {
  if (state.endedIds.includes(event.callId)) return state
  const own = OUTGOING.has(event.feature) || event.feature === INTERNAL ? unnamed(state) : undefined
  const known = byGatewayId(state, event.callId) ?? own
  const next = known ? state : add(state, newCall(event), { name: 'arriving' }, event.at)
  const call = known ?? byGatewayId(next, event.callId)
  if (!call || call.phase.name === 'talking') return next
  return change(next, call.id, () => ({
    ...confirm(call, { name: 'talking', since: event.at, muted: call.muted }),
    gatewayId: event.callId,
    talkingSince: call.talkingSince ?? event.at,
  }))
}

function enterState(state: CallsState, event: About<'agent-state'>): CallsState {
  if (event.state === 'talking') return beginOffer(state)
  return endStranded({ ...state, settled: true, mayReturn: [] }, event.at)
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
  return call.phase.name === 'ringing' ? 'not-answered' : 'ended-by-platform'
}
