import type { CallPhase, Direction, Time } from '#contract'
import type { CallsEvent } from '../../event.ts'
import type { CallsState, LiveCall } from '../../state.ts'
import { add, byGatewayId, change, confirm, end, isOver, platformLeg } from '../edit.ts'
import { without } from '../parties.ts'
import { beginTalking } from '../talk.ts'
import { unnamed } from './beginnings.ts'
import { newCall, withoutAgentMark } from './new-call.ts'

type Present = Extract<CallsEvent, { type: 'present' }>

/**
 * After a reconnection the gateway is asked and believed: its calls that it no longer has are over, and the one that
 * it has is shown. Calls of the SIP line alone are none of its business.
 */
export function applyPresent(state: CallsState, present: Present): CallsState {
  const named = nameOwn(state, present.call)
  const gone = named.calls.filter((call) => !isPresent(call, present))
  const left = gone.reduce((next, call) => end(next, call, 'ended-by-platform', present.at), named)
  const next = showOthers(left, present)
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
  const known = byGatewayId(state, gatewayId)
  // The answer may be older than an event that came meanwhile: what has ended or is held stays so.
  if (state.endedIds.includes(gatewayId)) return state
  if (known && SETTLED.has(known.phase.name)) return settled(state, present, known)
  const fresh = { ...newCall(facts), ...(queue && { queue }) }
  const next = known ? state : add(state, fresh, beginning(fresh.direction, present.at), present.at)
  const call = byGatewayId(next, gatewayId)
  if (!call) return next
  if (isHeld(present, gatewayId)) return change(next, call.id, () => confirm(call, { name: 'held', since: present.at }))
  if (present.talking) return beginTalking(next, call, present.at)
  return change(next, call.id, () => ringOn(next, call, present.at))
}

function isHeld({ all }: Present, gatewayId: string): boolean {
  return all?.heldIds?.includes(gatewayId) ?? false
}

/** A call that talks or waits: back from hold where the list of those that wait says so, and without those who left. */
function settled(state: CallsState, { all, talking, at }: Present, call: LiveCall): CallsState {
  if (!all?.unchanged.includes(call.id) || !talking) return state
  const names = [call.gatewayId, ...(call.alsoKnownAs ?? [])]
  // Who is away in an IVR, or is being handed on, need not be among those that are held.
  const handed = call.transfer !== undefined || call.transferAsked !== undefined
  const waits = handed || all.heldIds === null || all.heldIds.some((id) => names.includes(id))
  const back = call.phase.name === 'held' && !waits ? beginTalking(state, call, at) : state
  return change(back, call.id, (one) => stay(one, all.remoteNumbers))
}

/** Who is in it still; a list that names none of them is in another spelling, and says nothing. */
function stay(call: LiveCall, remoteNumbers: readonly string[] | null): LiveCall {
  const there = new Set(remoteNumbers?.map(withoutAgentMark))
  const gone = call.others?.filter(({ number, state }) => state !== 'ringing' && !there.has(number)) ?? []
  if (remoteNumbers === null || gone.length === (call.others?.length ?? 0)) return call
  return gone.reduce((left, { number }) => without(left, number), call)
}

/** Those beside the current one that nobody told of. */
function showOthers(state: CallsState, { all, at }: Present): CallsState {
  if (!all) return state
  return all.others.reduce((next, other) => {
    if (byGatewayId(next, other.callId) || isOver(next, other.callId)) return next
    const { queue } = other
    const fresh = { ...newCall(other), ...(queue && { queue }) }
    const waits = other.answered || all.heldIds?.includes(other.callId)
    return add(next, fresh, waits ? { name: 'held', since: at } : waiting(fresh.direction, at), at)
  }, state)
}

function waiting(direction: Direction, since: Time): CallPhase {
  return direction === 'outgoing' ? beginning(direction, since) : { name: 'ringing', since }
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
