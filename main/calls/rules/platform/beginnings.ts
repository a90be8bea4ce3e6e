import type { Time } from '#contract'
import type { GatewayEvent } from '../../../gateway/event.ts'
import type { CallsState, LiveCall } from '../../state.ts'
import { add, byGatewayId, called, change, isOver, isPending } from '../edit.ts'
import { beginTalking } from '../talk.ts'
import { askingForHelp, beginConsult } from './consult.ts'
import {
  type Described,
  endsOf,
  INTERNAL,
  kindOf,
  newCall,
  OTHER,
  OUTGOING,
  partOf,
  withMedia,
  withoutAgentMark,
} from './new-call.ts'
import { advanceTransfer, endTransfer, failTransfer, isTransferring, mayComeBack } from './stages.ts'

type About<T extends GatewayEvent['type']> = Extract<GatewayEvent, { type: T }>

/** First word of a call, or more about one that is known: who and which queue, and that it rings. */
export function arrive(state: CallsState, event: About<'call-info' | 'ringing' | 'auto-answer'>): CallsState {
  if (isOver(state, event.callId) && !comesBack(state, event)) return state
  const next = known(state, event)
    ? nameWaiting(state, event)
    : add(state, newCall(event), { name: 'arriving' }, event.at)
  const call = byGatewayId(next, event.callId)
  if (!call) return next
  const { queue, queueId } = event.type === 'call-info' ? event : call
  return change(next, call.id, () => {
    const ofQueue = { ...(queue && { queue }), ...(queueId !== undefined && { queueId }) }
    const described = withMedia({ ...endsOf(event), ...call, ...ofQueue, ...kindOf(event) }, event)
    const rings = event.type === 'ringing' && call.phase.name === 'arriving'
    return rings ? { ...described, phase: { name: 'ringing', since: event.at } } : described
  })
}

/** Whoever was handed on and is handed back comes under the same id, however much has happened since. */
function comesBack({ handedOn }: CallsState, event: About<'call-info' | 'ringing' | 'auto-answer'>): boolean {
  return event.type !== 'call-info' && event.transferred === true && handedOn.includes(event.callId)
}

function known(state: CallsState, { callId }: { readonly callId: string }): boolean {
  return byGatewayId(state, callId) !== undefined || nameless(state) !== undefined
}

/** The agent's own phone rings before the platform says for whom. */
function nameless(state: CallsState): LiveCall | undefined {
  return state.calls.find((call) => call.nameless)
}

function nameWaiting(state: CallsState, event: Described): CallsState {
  const waiting = nameless(state)
  if (!waiting || byGatewayId(state, event.callId)) return state
  const { nameless: _, ...call } = waiting
  return change(state, waiting.id, () => ({ ...call, ...newCall(event) }))
}

/** The agent's own callout before the gateway has named it. */
export function unnamed(state: CallsState): LiveCall | undefined {
  return state.calls.find((call) => call.direction !== 'incoming' && !call.gatewayId && !call.dialogId)
}

/** A callout's first event may carry a kind that is none; then the number it goes to says whose it is. */
function ownOf(state: CallsState, event: About<'talking'>): LiveCall | undefined {
  const own = unnamed(state)
  if (!own || event.part === 'assistant') return undefined
  const isOwn = OUTGOING.has(event.feature) || event.feature === INTERNAL || event.feature === OTHER
  return isOwn || withoutAgentMark(event.called) === own.number ? own : undefined
}

export function farSideRings(state: CallsState, event: About<'customer-alerting'>): CallsState {
  if (state.endedIds.includes(event.callId)) return state
  const call = byGatewayId(state, event.callId) ?? unnamed(state)
  if (!call) return thirdRings(state, event)
  if (isTransferring(call)) return advanceTransfer(state, call, 'ringing', event.at)
  if (call.phase.name !== 'dialling') return state
  const { since } = call.phase
  return change(state, call.id, () => ({
    ...(byGatewayId(state, event.callId) ? call : called(call, event.callId)),
    phase: { name: 'dialling', since, farSideRings: true },
  }))
}

/** An id that is new: the colleague who is asked for help, or the one a customer is being handed to. */
function thirdRings(state: CallsState, event: About<'customer-alerting'>): CallsState {
  const asking = askingForHelp(state)
  if (asking) {
    const colleague = { gatewayId: event.callId, address: withoutAgentMark(event.otherPhone) }
    const next = beginConsult(state, asking, colleague, event.at)
    return byGatewayId(next, event.callId) ? farSideRings(next, event) : next
  }
  const handing = state.calls.find((call) => call.dialogId === undefined && isTransferring(call))
  if (!handing) return state
  const next = advanceTransfer(state, handing, 'ringing', event.at)
  return change(next, handing.id, (call) => ({ ...call, alsoKnownAs: [...(call.alsoKnownAs ?? []), event.callId] }))
}

export function startTalking(state: CallsState, event: About<'talking'>): CallsState {
  if (state.endedIds.includes(event.callId)) return state
  const next = withCall(state, event)
  const call = byGatewayId(next, event.callId)
  if (!call) return next
  const settled = outOfTransfer(next, call)
  const now = byGatewayId(settled, event.callId)
  if (!now || now.phase.name === 'talking') return settled
  const told = withMedia({ ...endsOf(event), ...now, ...kindOf(event), ...colleagueIn(now, event) }, event)
  return beginTalking(settled, told, event.at)
}

/** A consult asked of a queue is a consult with whoever took it. */
function colleagueIn(call: LiveCall, { called }: About<'talking'>): Pick<LiveCall, 'number'> | undefined {
  const number = withoutAgentMark(called)
  return call.part === 'consult' && number !== '' ? { number } : undefined
}

/** The state with a call of that id: known, the agent's own, the phone's, the consult's, or a new one. */
function withCall(state: CallsState, event: About<'talking'>): CallsState {
  if (byGatewayId(state, event.callId)) return state
  const own = ownOf(state, event)
  if (own) return change(state, own.id, () => called(own, event.callId))
  if (nameless(state)) return nameWaiting(state, event)
  const asking = partOf(event) === 'consult' ? askingForHelp(state) : undefined
  if (asking) {
    const colleague = { gatewayId: event.callId, address: withoutAgentMark(event.called) }
    return beginConsult(state, asking, colleague, event.at)
  }
  return add(state, newCall(event), { name: 'arriving' }, event.at)
}

/** The customer talks to the agent again: whatever transfer was beyond its asking is over. */
function outOfTransfer(state: CallsState, call: LiveCall): CallsState {
  const stage = call.transfer?.stage
  if (stage === undefined) return state
  if (isPending(call, 'take-back')) return endTransfer(state, call)
  if (stage === 'asked') return state
  return stage === 'ringing' ? failTransfer(state, call) : endTransfer(state, call)
}

/** spec/ccgateway.md 8.3: a suspended customer comes back to the same agent; Talking follows. */
export function comeBack(state: CallsState, gatewayId: string, at: Time): CallsState {
  const call = byGatewayId(state, gatewayId)
  if (call) {
    const { transfer: _, transferAsked: __, ...back } = call
    return change(state, call.id, () => ({ ...back, backFromIvrAt: at }))
  }
  const { lastEnded } = state
  if (!lastEnded || !mayComeBack(state, gatewayId)) return state
  const { number, direction, queue, name, feature } = lastEnded
  const again = {
    gatewayId,
    number,
    direction,
    ...(queue && { queue }),
    ...(name && { name }),
    ...(feature !== undefined && { feature }),
  }
  const next = add(state, again, { name: 'arriving' }, at)
  return change({ ...next, lastEnded: null }, next.calls.at(-1)?.id ?? '', (one) => ({ ...one, backFromIvrAt: at }))
}

/** A phone that is not Earshot's rings: there is a call to say so of, although nobody has said whose it is. */
export function announcePhone(state: CallsState, at: Time): CallsState {
  if (state.phone !== 'other') return state
  const ringing = { ...state, phoneRings: true }
  const waits = state.calls.some(({ phase, dialogId }) => AWAITING.has(phase.name) && dialogId === undefined)
  if (waits || state.inspecting) return ringing
  return add(ringing, { direction: 'incoming', number: '', nameless: true }, { name: 'arriving' }, at)
}

/** The phone rings no more; nobody has said who called, so there is nobody to tell of. */
export function hangUpPhone(state: CallsState): CallsState {
  return { ...state, phoneRings: false, calls: state.calls.filter((call) => !call.nameless) }
}

const AWAITING: ReadonlySet<string> = new Set(['arriving', 'ringing', 'dialling'])
