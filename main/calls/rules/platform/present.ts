import type { CallPhase, Direction, Time } from '#contract'
import type { CallsEvent } from '../../event.ts'
import type { CallsState, LiveCall } from '../../state.ts'
import { add, byGatewayId, change, end, platformLeg } from '../edit.ts'
import { beginTalking } from '../talk.ts'
import { unnamed } from './beginnings.ts'
import { newCall } from './new-call.ts'

type Present = Extract<CallsEvent, { type: 'present' }>

/**
 * After a reconnection the gateway is asked and believed: its calls that it no longer has are over, and the one that
 * it has is shown. Calls of the SIP line alone are none of its business.
 */
export function applyPresent(state: CallsState, present: Present): CallsState {
  const named = nameOwn(state, present.call)
  const gone = named.calls.filter((call) => !isPresent(call, present))
  const next = gone.reduce((left, call) => end(left, call, 'ended-by-platform', present.at), named)
  if (!present.call) return { ...next, settled: true, mayReturn: [] }
  const offer = present.talking ? next : { ...next, settled: false, mayReturn: next.endedIds }
  return showPresent(offer, present, present.call)
}

/** The agent's own callout, whose name was lost with the connection. */
function nameOwn(state: CallsState, facts: Present['call']): CallsState {
  const own = unnamed(state)
  if (!facts || !own || newCall(facts).direction === 'incoming') return state
  if (byGatewayId(state, facts.callId) || state.endedIds.includes(facts.callId)) return state
  return change(state, own.id, () => ({ ...own, gatewayId: facts.callId }))
}

/** Without a list the gateway was asked for its current call alone: one that is held may be there too. */
function isPresent(call: LiveCall, { call: current, all }: Present): boolean {
  if (call.dialogId !== undefined) return true
  const names = [...(call.gatewayId ? [call.gatewayId] : []), ...(call.alsoKnownAs ?? [])]
  if (current !== null && names.includes(current.callId)) return true
  if (all) return !all.askedOf.includes(call.id) || names.some((name) => all.gatewayIds.includes(name))
  return call.phase.name === 'held' || (current !== null && call.part === 'consult')
}

function showPresent(state: CallsState, present: Present, facts: NonNullable<Present['call']>): CallsState {
  const { callId: gatewayId, queue } = facts
  // The answer may be older than an event that came meanwhile: what has ended or is held stays so.
  if (state.endedIds.includes(gatewayId) || SETTLED.has(byGatewayId(state, gatewayId)?.phase.name)) return state
  const fresh = { ...newCall(facts), ...(queue && { queue }) }
  const known = byGatewayId(state, gatewayId)
  const next = known ? state : add(state, fresh, beginning(fresh.direction, present.at), present.at)
  const call = byGatewayId(next, gatewayId)
  if (!call) return next
  if (present.talking) return beginTalking(next, call, present.at)
  return change(next, call.id, () => ringOn(next, call, present.at))
}

function beginning(direction: Direction, since: Time): CallPhase {
  return direction === 'outgoing' ? { name: 'dialling', since, farSideRings: false } : { name: 'arriving' }
}

/** Nothing is replayed: with the leg up, the question to the agent was asked while nobody could hear it. */
function ringOn(state: CallsState, call: LiveCall, since: Time): LiveCall {
  const asked = call.phase.name === 'arriving' && platformLeg(state)?.established
  return asked ? { ...call, phase: { name: 'ringing', since } } : call
}

const SETTLED: ReadonlySet<string | undefined> = new Set(['talking', 'held'])
