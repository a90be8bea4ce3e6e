import type { CallPhase, CallVerb, EndReason, MissedCall, Time } from '#contract'
import type { CallsState, Dialog, LiveCall, NewCall } from '../state.ts'

const ENDED_KEPT = 50
const MISSED_KEPT = 200

export function add(state: CallsState, call: NewCall, phase: CallPhase, at: Time): CallsState {
  const made = state.made + 1
  const id = `call-${made}-${at}`
  const live: LiveCall = { part: 'main', ...call, id, phase, startedAt: at, muted: false, asked: [] }
  const next = { ...state, made, calls: [...state.calls, live] }
  return call.gatewayId ? offered(next, call.gatewayId) : next
}

/** One offer is of one call: whatever else is told of a call that is over is late. */
export function offered(state: CallsState, gatewayId: string): CallsState {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== gatewayId)
  const { returning, handedOn, endedIds } = state
  return {
    ...state,
    mayReturn: [],
    returning: others(returning),
    handedOn: others(handedOn),
    endedIds: others(endedIds),
  }
}

export function markOver(state: CallsState, ...gatewayIds: readonly string[]): CallsState {
  return { ...state, endedIds: [...new Set([...gatewayIds, ...state.endedIds])].slice(0, ENDED_KEPT) }
}

/** Whether a word about this call is too late to begin it. */
export function isOver(state: CallsState, gatewayId: string): boolean {
  const { endedIds, mayReturn, returning } = state
  return endedIds.includes(gatewayId) && !mayReturn.includes(gatewayId) && !returning.includes(gatewayId)
}

export function change(state: CallsState, id: string, edit: (call: LiveCall) => LiveCall): CallsState {
  return { ...state, calls: state.calls.map((call) => (call.id === id ? edit(call) : call)) }
}

export function changeDialog(state: CallsState, id: string, edit: (dialog: Dialog) => Dialog): CallsState {
  return { ...state, dialogs: state.dialogs.map((dialog) => (dialog.id === id ? edit(dialog) : dialog)) }
}

export function settle(call: LiveCall, ...verbs: readonly CallVerb[]): LiveCall {
  return { ...call, asked: call.asked.filter(({ verb }) => !verbs.includes(verb)) }
}

/** What each phase settles. Whatever keeps the microphone closed waits for its own answer, or for the end. */
const SETTLES: { readonly [P in CallPhase['name']]?: readonly CallVerb[] } = {
  talking: ['answer', 'decline', 'retrieve', 'take-back'],
  held: ['hold', 'answer', 'decline'],
}

/** A phase that the platform or SIP has confirmed. */
export function confirm(call: LiveCall, phase: CallPhase): LiveCall {
  const { failure: _, ...rest } = call
  if (phase.name === 'ended') return { ...rest, phase, asked: [] }
  return { ...settle(rest, ...(SETTLES[phase.name] ?? [])), phase }
}

/** Takes the call off the live list, once; it is never missed twice and never comes back. */
export function end(state: CallsState, call: LiveCall, reason: EndReason, at: Time): CallsState {
  // A colleague who is being brought into it has no call of their own (spec/ccgateway.md 8.4, three-party).
  const besides = call.phase.name === 'talking' ? state.calls.filter((one) => isBrought(one, call)) : []
  return endOne(
    besides.reduce((next, one) => endOne(next, one, reason, at), state),
    call,
    reason,
    at,
  )
}

function isBrought({ about, phase }: LiveCall, call: LiveCall): boolean {
  return about === call.id && phase.name === 'dialling'
}

function endOne(state: CallsState, call: LiveCall, reason: EndReason, at: Time): CallsState {
  const { silent: _, speaksMuted: __, transferAsked: ___, ...over } = confirm(call, { name: 'ended', at, reason })
  const known = [...(call.gatewayId ? [call.gatewayId] : []), ...(call.alsoKnownAs ?? [])]
  return {
    ...state,
    calls: state.calls.filter((other) => other.id !== call.id),
    lastEnded: isPending(call, 'conference') ? { ...over, joining: true } : over,
    endedIds: markOver(state, ...known).endedIds,
    returning: returningAfter(state, call, reason),
    handedOn: handedOnAfter(state, call, reason),
    missed: missedBy(call, reason, at, state.missed),
  }
}

const GOES_BACK: ReadonlySet<EndReason> = new Set(['declined', 'not-answered', 'transferred'])

/** What was not taken, or was handed on, goes back to its queue; an agent with other calls may be offered it again without more ado. */
function returningAfter({ calls, returning }: CallsState, call: LiveCall, reason: EndReason): readonly string[] {
  const goesBack = GOES_BACK.has(reason) && call.dialogId === undefined
  const hasOthers = calls.some(({ id, dialogId }) => id !== call.id && dialogId === undefined)
  return goesBack && hasOthers && call.gatewayId ? [...returning, call.gatewayId] : returning
}

function handedOnAfter({ handedOn }: CallsState, { gatewayId }: LiveCall, reason: EndReason): readonly string[] {
  return reason === 'transferred' && gatewayId ? [gatewayId, ...handedOn].slice(0, ENDED_KEPT) : handedOn
}

function missedBy(call: LiveCall, reason: EndReason, at: Time, missed: readonly MissedCall[]): readonly MissedCall[] {
  if (reason !== 'customer-gave-up' && reason !== 'not-answered') return missed
  const { id, number, name, queue } = call
  const entry: MissedCall = { id, number, at, reason, seen: false, ...(name && { name }), ...(queue && { queue }) }
  return [entry, ...missed].slice(0, MISSED_KEPT)
}

export function byGatewayId(state: CallsState, gatewayId: string): LiveCall | undefined {
  return state.calls.find((call) => call.gatewayId === gatewayId || call.alsoKnownAs?.includes(gatewayId))
}

export function byDialogId(state: CallsState, dialogId: string): LiveCall | undefined {
  return state.calls.find((call) => call.dialogId === dialogId)
}

/** By this id from now on, and by no other that says the same. */
export function called(call: LiveCall, gatewayId: string): LiveCall {
  const { alsoKnownAs, ...rest } = call
  const others = (alsoKnownAs ?? []).filter((id) => id !== gatewayId)
  return { ...rest, gatewayId, ...(others.length > 0 && { alsoKnownAs: others }) }
}

export function isPending(call: LiveCall, verb: CallVerb): boolean {
  return call.asked.some((asked) => asked.verb === verb)
}

/** The platform's one leg to this softphone: the dialog that was last taken for it. */
export function platformLeg(state: CallsState): Dialog | undefined {
  return state.dialogs.findLast((dialog) => dialog.disposition === 'take')
}
