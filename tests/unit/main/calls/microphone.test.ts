import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineFact } from '#contract'
import { advance } from '#main/calls/call.ts'
import type { CallsEvent } from '#main/calls/event.ts'
import { microphoneFor } from '#main/calls/microphone.ts'
import { snapshot } from '#main/calls/snapshot.ts'
import { type CallsState, NO_CALLS } from '#main/calls/state.ts'
import type { GatewayFact } from '#main/gateway/event.ts'
import { facts, legs } from '#support/calls.ts'

const COMMANDS = [
  'answer',
  'decline',
  'mute',
  'unmute',
  'hang-up',
  'hold',
  'retrieve',
  'conference',
  'consult',
] as const

type Step =
  | { readonly kind: 'gateway'; readonly fact: GatewayFact }
  | { readonly kind: 'line'; readonly fact: LineFact }
  | {
      readonly kind: 'command'
      readonly what: 'asked' | 'confirmed' | 'failed'
      readonly verb: (typeof COMMANDS)[number]
    }
  | { readonly kind: 'time'; readonly ms: number }
  | { readonly kind: 'present'; readonly call: boolean; readonly talking: boolean }

/** What makes one call of two, puts another one in its place, or brings one back. */
const OTHERS: readonly GatewayFact[] = [
  { type: 'conference', callId: '1-1', partners: ['13800138000', '6003'] },
  { type: 'customer-alerting', callId: '1-1', otherPhone: '6003' },
  { ...facts.talking, feature: 51, called: 'a6003' },
  { type: 'transfer-result', callId: '1-1', succeeded: true },
  { type: 'return-from-ivr', callId: '1-1' },
]

const ids = ['1-1', '2-2']
const dialogs = ['d1', 'd2']
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('gateway' as const),
      fact: fc
        .tuple(fc.constantFrom<GatewayFact[]>(...Object.values(facts), ...OTHERS), fc.constantFrom(...ids))
        .map(([fact, callId]) => ('callId' in fact ? { ...fact, callId } : fact)),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('line' as const),
      fact: fc
        .tuple(fc.constantFrom<LineFact[]>(...Object.values(legs)), fc.constantFrom(...dialogs))
        .map(([fact, dialogId]) => ({ ...fact, dialogId }) as LineFact),
    }),
  },
  fc.record({
    kind: fc.constant('command' as const),
    what: fc.constantFrom('asked' as const, 'confirmed' as const, 'failed' as const),
    verb: fc.constantFrom(...COMMANDS),
  }),
  fc.record({ kind: fc.constant('time' as const), ms: fc.constantFrom(0, 100, 2_100, 11_000) }),
  fc.record({ kind: fc.constant('present' as const), call: fc.boolean(), talking: fc.boolean() }),
)

function eventOf(taken: Step, state: CallsState, at: number): CallsEvent {
  const id = snapshot(state).list[0]?.id ?? 'none'
  switch (taken.kind) {
    case 'gateway':
      return { type: 'gateway', event: { ...taken.fact, at } }
    case 'line':
      return { type: 'line', fact: taken.fact, at }
    case 'time':
      return { type: 'time', at }
    case 'present':
      return {
        type: 'present',
        call: taken.call ? { ...facts.ringing, callId: '1-1' } : null,
        talking: taken.talking,
        at,
      }
    case 'command':
      return commandOf(taken, id, at)
  }
}

function commandOf({ what, verb }: Extract<Step, { kind: 'command' }>, id: string, at: number): CallsEvent {
  if (what === 'confirmed') return { type: 'confirmed', id, verb: verb === 'mute' ? 'mute' : 'unmute', at }
  return what === 'failed' ? { type: 'failed', id, verb, reason: 'refused', at } : { type: 'asked', id, verb }
}

/** A second, simpler account of who may be heard: each call id's last word from the gateway, each dialog's from SIP. */
function createWitness() {
  const lastWord = new Map<string, string>()
  const up = new Set<string>()
  function seesLeg(fact: LineFact, live: ReadonlySet<string>): void {
    if (fact.type === 'established' && live.has(fact.dialogId)) up.add(fact.dialogId)
    if (fact.type === 'ended') up.delete(fact.dialogId)
  }
  const joined = new Set<string>()
  function join(callId: string): void {
    for (const id of [...ids, callId]) {
      joined.add(id)
      if (lastWord.get(id) === 'hold') lastWord.delete(id)
    }
  }
  /** Of several who talk one may leave; that a call is held is merely rumour before there is one. */
  function hear(callId: string, word: GatewayFact['type'], live: ReadonlySet<string>): void {
    if (word === 'conference') join(callId)
    const idle = word === 'hold' ? !live.has(callId) : joined.has(callId) && word.endsWith('release')
    if (TELLING.has(word) && !idle) lastWord.set(callId, word)
  }
  return {
    sees(taken: Step, live: ReadonlySet<string>) {
      if (taken.kind === 'gateway' && 'callId' in taken.fact) hear(taken.fact.callId, taken.fact.type, live)
      if (taken.kind === 'line') seesLeg(taken.fact, live)
    },
    isUp: (dialogId: string) => up.has(dialogId),
    forbids: (callId: string) => CLOSING.has(lastWord.get(callId) ?? ''),
  }
}

/** The words that say whether a call talks. */
const TELLING: ReadonlySet<string> = new Set(['talking', 'hold', 'call-release', 'customer-release', 'no-answer'])
const CLOSING = new Set(['hold', 'call-release', 'customer-release', 'no-answer'])

/** Random events after as much of an ordinary call as chance gives, so that talking is reached often. */
const USUAL: readonly Step[] = [
  { kind: 'gateway', fact: { ...facts.alerting } },
  { kind: 'line', fact: { ...legs.invited, dialogId: 'd1' } },
  { kind: 'line', fact: { ...legs.established, dialogId: 'd1' } },
  { kind: 'gateway', fact: { ...facts.ringing, callId: '1-1' } },
  { kind: 'gateway', fact: { ...facts.talking, callId: '1-1' } },
]

test.each([true, false])(
  'in every order of events the microphone is open only while talking (gateway %s)',
  (gateway) => {
    let opened = 0
    fc.assert(
      fc.property(fc.nat(USUAL.length), fc.array(step, { maxLength: 40 }), (usual, random) => {
        const steps = [...USUAL.slice(0, usual), ...random]
        let state = advance(NO_CALLS, { type: 'signed-in', gateway })
        let at = 1_000
        const witness = createWitness()
        for (const taken of steps) {
          at += taken.kind === 'time' ? taken.ms : 10
          const known = state.calls.flatMap(({ gatewayId }) => gatewayId ?? [])
          state = advance(state, eventOf(taken, state, at))
          witness.sees(taken, new Set([...state.dialogs.map(({ id }) => id), ...known]))
          const open = microphoneFor(state)
          if (open === null) continue
          opened += 1
          expect(witness.isUp(open)).toBe(true)
          const speaking = state.calls.filter(({ phase }) => phase.name === 'talking')
          const heard = speaking.filter(
            (call) =>
              !call.muted &&
              call.asked.every(({ verb }) => verb !== 'hang-up') &&
              !(call.gatewayId && [call.gatewayId, ...(call.alsoKnownAs ?? [])].every(witness.forbids)),
          )
          expect(heard.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 3_000 },
    )
    expect(opened).toBeGreaterThan(1_000)
  },
)

test('every order of one whole call opens the microphone only between Talking and its end', () => {
  const story: Step[] = [
    { kind: 'gateway', fact: facts.alerting },
    { kind: 'line', fact: legs.invited },
    { kind: 'line', fact: legs.established },
    { kind: 'gateway', fact: facts.ringing },
    { kind: 'gateway', fact: facts.talking },
    { kind: 'gateway', fact: facts.hold },
    { kind: 'gateway', fact: facts.callRelease },
  ]
  let opened = 0
  for (const order of permutations(story)) {
    let state = advance(NO_CALLS, { type: 'signed-in', gateway: true })
    const told: string[] = []
    order.forEach((taken, index) => {
      state = advance(state, eventOf(taken, state, 1_000 + index))
      if ('fact' in taken) told.push(taken.fact.type)
      if (microphoneFor(state) === null) return
      opened += 1
      expect(told).toContain('talking')
      expect(told).toContain('established')
      expect(told).not.toContain('call-release')
      expect(told.lastIndexOf('hold')).toBeLessThan(told.lastIndexOf('talking'))
    })
  }
  expect(opened).toBeGreaterThan(0)
})

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  )
}

test('random events never make an impossible state', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let state = advance(NO_CALLS, { type: 'signed-in', gateway: true })
      steps.forEach((taken, index) => {
        state = advance(state, eventOf(taken, state, 1_000 + index * 10))
      })
      const ids = state.calls.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const platform = state.calls.flatMap(({ gatewayId }) => gatewayId ?? [])
      expect(new Set(platform).size).toBe(platform.length)
      expect(state.calls.every(({ phase }) => phase.name !== 'ended')).toBe(true)
      expect(new Set(state.missed.map(({ id }) => id)).size).toBe(state.missed.length)
    }),
    { numRuns: 3_000 },
  )
})
