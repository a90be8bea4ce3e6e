import type { CallParty } from '#contract'
import type { LiveCall } from '../state.ts'

/** One for an ordinary call, in the state that the call itself is in. */
export function partiesOf(call: LiveCall): readonly CallParty[] {
  if (call.others) return call.phase.name === 'held' ? call.others.map(held) : call.others
  if (call.number === '') return []
  return [{ number: call.number, kind: partyKind(call), state: partyState(call) }]
}

function held(party: CallParty): CallParty {
  return { ...party, state: 'held' }
}

function partyKind({ direction, part }: LiveCall): CallParty['kind'] {
  return direction === 'internal' && part !== 'assist' ? 'agent' : 'customer'
}

function partyState({ phase }: LiveCall): CallParty['state'] {
  if (phase.name === 'held') return 'held'
  return phase.name === 'talking' || phase.name === 'ended' ? 'talking' : 'ringing'
}

/** The same without that one; nobody but the one with the call's number is an ordinary call. */
export function without(call: LiveCall, number: string): LiveCall {
  const { others, ...rest } = call
  const staying = others?.filter((party) => party.number !== number) ?? []
  return staying.length === 0 || (staying.length === 1 && staying[0]?.number === call.number)
    ? rest
    : { ...rest, others: staying.map((party) => ({ ...party, state: 'talking' })) }
}
