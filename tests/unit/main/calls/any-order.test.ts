import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallPhase, CallVerb } from '#contract'
import { advance } from '#main/calls/call.ts'
import { microphoneFor } from '#main/calls/microphone.ts'
import { platformLeg } from '#main/calls/rules/edit.ts'
import { commandsBetween, ringOf, snapshot } from '#main/calls/snapshot.ts'
import { type CallsState, type LiveCall, NO_CALLS } from '#main/calls/state.ts'
import { anyStep, type Step } from '#support/any-call-event.ts'
import { facts, legs } from '#support/calls.ts'

/** As much of an ordinary call as chance gives comes first, so that talking, and what follows it, is reached often. */
const USUAL: readonly Step[] = [
  (_, at) => ({ type: 'gateway', event: { ...facts.alerting, at } }),
  (_, at) => ({ type: 'line', fact: { ...legs.invited, dialogId: 'd1' }, at }),
  (_, at) => ({ type: 'line', fact: { ...legs.established, dialogId: 'd1' }, at }),
  (_, at) => ({ type: 'gateway', event: { ...facts.ringing, callId: '1-1', at } }),
  (_, at) => ({ type: 'gateway', event: { ...facts.talking, callId: '1-1', at } }),
]

const sites = [{ gateway: true }, { gateway: true, phone: 'other' }, { gateway: false }] as const

function follow(
  site: (typeof sites)[number],
  steps: readonly Step[],
  see: (after: CallsState, before: CallsState) => void,
) {
  let state = advance(NO_CALLS, { type: 'signed-in', ...site, recording: true })
  steps.forEach((step, index) => {
    const before = state
    state = advance(before, step(before, 1_000 + index * 700))
    see(state, before)
  })
  return state
}

function idsOf({ gatewayId, alsoKnownAs = [] }: LiveCall): string[] {
  return [...(gatewayId ? [gatewayId] : []), ...alsoKnownAs]
}

function expectPossible(state: CallsState): void {
  const ids = state.calls.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const known = state.calls.flatMap(idsOf)
  expect(new Set(known).size).toBe(known.length)
  expect(known.filter((id) => state.endedIds.includes(id) && !state.mayReturn.includes(id))).toEqual([])
  expect(state.calls.every(({ phase }) => phase.name !== 'ended')).toBe(true)
  expect(state.calls.some(({ id }) => id === state.lastEnded?.id)).toBe(false)
  expect(state.calls.filter(({ phase }) => phase.name === 'talking').length).toBeLessThanOrEqual(1)
  expect(state.calls.filter(({ transfer, phase }) => transfer?.stage === 'in-ivr' && phase.name !== 'held')).toEqual([])
  expect(new Set(state.missed.map(({ id }) => id)).size).toBe(state.missed.length)
}

function expectHeardRightly(state: CallsState): boolean {
  const open = microphoneFor(state)
  if (open === null) return false
  const [call] = state.calls.filter(({ phase }) => phase.name === 'talking')
  const dialog = state.dialogs.find(({ id }) => id === open)
  expect(dialog).toMatchObject({ established: true })
  expect(dialog?.held).not.toBe(true)
  expect(call?.dialogId ?? platformLeg(state)?.id).toBe(open)
  expect(call?.muted).toBe(false)
  expect(call?.asked.filter(({ verb }) => ['mute', 'hold', 'hang-up'].includes(verb))).toEqual([])
  return true
}

/** Which verbs go with which phase; every other is in none. */
const PHASES: { readonly [V in CallVerb]?: CallPhase['name'] } = {
  answer: 'ringing',
  decline: 'ringing',
  mute: 'talking',
  unmute: 'talking',
  hold: 'talking',
  keys: 'talking',
  consult: 'talking',
  retrieve: 'held',
  conference: 'held',
}

/** What is shown is what is: nothing is offered that the state does not have. */
function expectHonest(state: CallsState): void {
  for (const call of snapshot(state).list) {
    const { verbs, phase } = call
    expect(verbs.filter((verb) => (PHASES[verb] ?? phase.name) !== phase.name)).toEqual([])
    expect(phase.name === 'ended' ? verbs : []).toEqual([])
    expect(verbs.includes('take-back') ? call.transfer : {}).toBeDefined()
    expect(verbs.includes('transfer')).toBe(call.transferModes !== undefined)
    expect(new Set(verbs).size).toBe(verbs.length)
  }
  expect(['none', 'call', 'waiting']).toContain(ringOf(state))
}

test.each(sites)('whatever happens in whatever order, no impossible state comes of it (%j)', (site) => {
  let opened = 0
  fc.assert(
    fc.property(fc.nat(USUAL.length), fc.array(anyStep, { maxLength: 45 }), (usual, random) => {
      follow(site, [...USUAL.slice(0, usual), ...random], (state, before) => {
        expectPossible(state)
        if (expectHeardRightly(state)) opened += 1
        expectHonest(state)
        expect(commandsBetween(state, state)).toEqual([])
        expect(commandsBetween(before, state).length).toBeLessThanOrEqual(4)
      })
    }),
    { numRuns: 1_500 },
  )
  if ('phone' in site) expect(opened).toBe(0)
  else expect(opened).toBeGreaterThan(500)
})

test('what has ended stays ended, whatever is told of it late', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (random) => {
      const over = new Set<string>()
      follow(sites[0], [...USUAL, ...random], (state, before) => {
        const live = new Set(state.calls.map(({ id }) => id))
        for (const { id } of before.calls) if (!live.has(id)) over.add(id)
        expect([...live].filter((id) => over.has(id))).toEqual([])
      })
    }),
    { numRuns: 1_000 },
  )
})
