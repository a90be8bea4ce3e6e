import type { CallParty, Time } from '#contract'
import type { CallsState, LiveCall } from '../../state.ts'
import { byGatewayId, called, change, end, isPending, settle } from '../edit.ts'
import { without } from '../parties.ts'
import { beginTalking } from '../talk.ts'
import { mainOf } from './consult.ts'
import { isTransferring, joinThird, transferOf } from './stages.ts'

interface Conference {
  readonly callId: string
  readonly partners: readonly string[]
}

/** All of them talk now (spec/ccgateway.md 15.2, Conference). */
export function joinAll(state: CallsState, conference: Conference, at: Time): CallsState {
  const { callId, partners } = conference
  if (state.endedIds.includes(callId)) return state
  const named = byGatewayId(state, callId) ?? nearest(state, partners)
  if (!named) return state
  if (isThirdIn(named, partners)) return joinThirdParty(state, named, partners.map(plain), at)
  const host = mainOf(state, named) ?? named
  const merged = state.calls.filter((call) => call.id !== host.id && isIn(call, host, partners))
  const left = merged.reduce((next, call) => end(next, call, 'merged', at), mergeLate(state, host, partners))
  const joined = hostOf(host, merged, conference)
  // An id that lives on as another name of the host is not over.
  return beginTalking({ ...left, endedIds: left.endedIds.filter((id) => id !== callId) }, joined, at)
}

function hostOf(host: LiveCall, merged: readonly LiveCall[], { callId, partners }: Conference): LiveCall {
  const joined = { ...settle(host, 'conference', 'consult'), others: partiesIn(host, merged, partners) }
  const { gatewayId: own } = host
  if (own === undefined || own === callId) return called(joined, callId)
  // confjoin lets go of the leg that it does not name (spec/ccgateway.md 8.1); a three-party consult does not.
  const lets = [host, ...merged].some((call) => isPending(call, 'conference'))
  const alsoKnownAs = [...new Set([...(host.alsoKnownAs ?? []), lets ? own : callId])]
  return lets ? { ...called({ ...joined, alsoKnownAs }, callId), mergedLeg: own } : { ...joined, alsoKnownAs }
}

/** The release of the merged leg came first, and looked like a customer who hung up. */
function mergeLate(state: CallsState, host: LiveCall, partners: readonly string[]): CallsState {
  const { lastEnded } = state
  if (lastEnded?.phase.name !== 'ended' || !lastEnded.joining || lastEnded.number === host.number) return state
  if (!partners.map(plain).includes(lastEnded.number)) return state
  return { ...state, lastEnded: { ...lastEnded, phase: { ...lastEnded.phase, reason: 'merged' } } }
}

/** The one a customer is being handed to outside; a conference of others has nothing to do with that transfer. */
function isThirdIn(call: LiveCall, partners: readonly string[]): boolean {
  const to = transferOf(call)?.to
  return to?.kind === 'outside' && (partners.length === 0 || partners.map(plain).includes(to.address))
}

function joinThirdParty(state: CallsState, call: LiveCall, partners: readonly string[], at: Time): CallsState {
  const next = joinThird(state, call, partners, at)
  const joined = next.calls.find(({ id }) => id === call.id)
  return joined ? beginTalking(next, joined, at) : next
}

/** Whose conference it is where the platform names it by an id of its own: the call that is asked to be joined to. */
function nearest(state: CallsState, partners: readonly string[]): LiveCall | undefined {
  const platform = state.calls.filter(({ dialogId }) => dialogId === undefined)
  return (
    platform.find(({ asked }) => asked.some(({ verb }) => verb === 'consult')) ??
    platform.find(isTransferring) ??
    platform.find(({ phase, number }) => phase.name === 'talking' && partners.includes(number)) ??
    platform.find(({ number }) => partners.includes(number))
  )
}

function isIn(call: LiveCall, host: LiveCall, partners: readonly string[]): boolean {
  if (call.dialogId !== undefined || call.phase.name === 'ringing' || call.phase.name === 'arriving') return false
  // Another call to the same number is not the one in it.
  const named = call.number !== host.number && partners.map(plain).includes(call.number)
  return named || isPending(call, 'conference') || call.about === host.id
}

/** As the platform lists them; where it lists none, those whose calls have been joined. */
function partiesIn(host: LiveCall, merged: readonly LiveCall[], partners: readonly string[]): readonly CallParty[] {
  const known = new Map([host, ...merged].map((call) => [call.number, kindOf(call)]))
  const numbers = new Set([...partners.map(plain), ...(partners.length === 0 ? known.keys() : [])])
  return [...numbers].map((number) => ({ number, kind: known.get(number) ?? 'outside', state: 'talking' }))
}

function kindOf({ direction }: LiveCall): CallParty['kind'] {
  return direction === 'internal' ? 'agent' : 'customer'
}

/** Agents' numbers start with `a` or `A` (spec/ccgateway.md 15.2). */
function plain(number: string): string {
  return number.replace(/^a(?=\d)/i, '')
}

interface Left {
  readonly number?: string | undefined
  readonly callId: string
}

/**
 * One of several has left, and the others stay (spec/ccgateway.md 8.3, 8.5). Where the event does not say who, it is
 * the customer, as its name says, unless it names a call that is not the customer's.
 */
export function leave(state: CallsState, call: LiveCall, left: Left): CallsState {
  const gone = whoLeft(call.others ?? [], left, call)
  if (!gone) return state
  const { transfer: _, ...settled } = settle(without(call, gone.number), 'drop-party', 'take-back')
  return change(state, call.id, () => settled)
}

function whoLeft(others: readonly CallParty[], { number, callId }: Left, call: LiveCall): CallParty | undefined {
  const named = number === undefined ? undefined : others.find((party) => party.number === plain(number))
  if (named) return named
  if (callId !== call.gatewayId) return others.find((party) => party.number !== call.number)
  return others.find(({ kind }) => kind === 'customer') ?? others.at(-1)
}
