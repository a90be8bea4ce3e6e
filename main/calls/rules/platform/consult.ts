import type { Time } from '#contract'
import type { CallsState, LiveCall } from '../../state.ts'
import { add, byGatewayId, change, end, isPending, settle } from '../edit.ts'

interface Colleague {
  readonly gatewayId: string
  readonly address: string
}

/** The call to a colleague about this one, with the first word of it: the gateway's answer, or an event before it. */
export function beginConsult(
  state: CallsState,
  main: LiveCall,
  { gatewayId, address }: Colleague,
  at: Time,
): CallsState {
  const known = byGatewayId(state, gatewayId)
  const asked = change(state, main.id, () => settle(main, 'consult'))
  // The answer that names it may be late: the platform may have told of its end, or of a conference, already.
  if (known || state.endedIds.includes(gatewayId) || !isPending(main, 'consult')) return asked
  const call = { direction: 'internal', number: address, gatewayId, part: 'consult', about: main.id } as const
  return add(asked, call, { name: 'dialling', since: at, farSideRings: false }, at)
}

/** The customer hung up meanwhile: the call to the colleague goes on, unless it was to be in the customer's own. */
export function consultAlone(state: CallsState, colleague: Colleague & { joins?: boolean }, at: Time): CallsState {
  const { gatewayId, address: number, joins } = colleague
  if (joins || byGatewayId(state, gatewayId) || state.endedIds.includes(gatewayId)) return state
  const call = { direction: 'internal', number, gatewayId, part: 'consult' } as const
  return add(state, call, { name: 'dialling', since: at, farSideRings: false }, at)
}

/** The call whose consult was asked for and has no name yet. */
export function askingForHelp(state: CallsState): LiveCall | undefined {
  return state.calls.find((call) => isPending(call, 'consult'))
}

/** The call about which this one is. */
export function mainOf(state: CallsState, { about }: LiveCall): LiveCall | undefined {
  return about === undefined ? undefined : state.calls.find(({ id }) => id === about)
}

export function consultAbout(state: CallsState, main: LiveCall): LiveCall | undefined {
  return state.calls.find(({ about }) => about === main.id)
}

/** Consult_Fail names the call to the colleague, or the customer's (spec/ccgateway.md 15.2 leaves it open). */
export function failConsult(state: CallsState, gatewayId: string, at: Time): CallsState {
  const named = byGatewayId(state, gatewayId)
  const consult = named?.part === 'consult' ? named : named && consultAbout(state, named)
  const asking = askingForHelp(state)
  if (consult && consult.phase.name !== 'talking') return end(state, consult, 'failed', at)
  if (!asking) return state
  const failure = { verb: 'consult', reason: 'refused' } as const
  return change(state, asking.id, () => ({ ...settle(asking, 'consult'), failure }))
}
