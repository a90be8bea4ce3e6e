import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallVerb, LineFact } from '#contract'
import { advance } from '#main/calls/call.ts'
import type { AskedVerb, CallsEvent } from '#main/calls/event.ts'
import { type CallsState, NO_CALLS } from '#main/calls/state.ts'
import { cameraFor } from '#main/calls/video/camera.ts'
import type { GatewayFact } from '#main/gateway/event.ts'
import { facts, legs } from '#support/calls.ts'

type Step =
  | { readonly kind: 'gateway'; readonly fact: GatewayFact }
  | { readonly kind: 'line'; readonly fact: LineFact }
  | { readonly kind: 'verb'; readonly what: 'asked' | 'failed'; readonly verb: AskedVerb; readonly which: number }
  | { readonly kind: 'wanted'; readonly which: number }

const VERBS: readonly AskedVerb[] = [
  'start-video',
  'stop-video',
  'hold',
  'retrieve',
  'answer',
  'hang-up',
  'share-screen',
]

const ofVideo: readonly LineFact[] = [
  { type: 'video', dialogId: 'd1', sends: true, receives: true },
  { type: 'video', dialogId: 'd1', sends: false, receives: true },
  { type: 'video', dialogId: 'd1', sends: false, receives: false },
  { type: 'video-asked', dialogId: 'd1', asked: true },
  { type: 'sending', dialogId: 'd1', source: 'camera' },
  { type: 'hold', dialogId: 'd1', held: true },
  { type: 'hold', dialogId: 'd1', held: false },
  { type: 'command-failed', verb: 'video', dialogId: 'd1', why: 'refused' },
]

const which = fc.nat(1)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('gateway' as const),
      fact: fc
        .tuple(fc.constantFrom<GatewayFact[]>(...Object.values(facts)), fc.constantFrom('1-1', '2-2'))
        .map(([fact, callId]) => ('callId' in fact ? { ...fact, callId } : fact)),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('line' as const),
      fact: fc
        .tuple(fc.constantFrom<LineFact[]>(...Object.values(legs), ...ofVideo), fc.constantFrom('d1', 'd2'))
        .map(([fact, dialogId]) => ({ ...fact, dialogId }) as LineFact),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('verb' as const),
      what: fc.constantFrom('asked' as const, 'failed' as const),
      verb: fc.constantFrom(...VERBS),
      which,
    }),
  },
  fc.record({ kind: fc.constant('wanted' as const), which }),
)

function eventOf(taken: Step, state: CallsState, at: number): CallsEvent {
  if (taken.kind === 'gateway') return { type: 'gateway', event: { ...taken.fact, at } }
  if (taken.kind === 'line') return { type: 'line', fact: taken.fact, at }
  const id = state.calls[taken.which]?.id ?? 'none'
  if (taken.kind === 'wanted') return { type: 'video-wanted', id }
  const { what, verb } = taken
  return what === 'asked' ? { type: 'asked', id, verb } : { type: 'failed', id, verb, reason: 'refused', at }
}

/** As much of a call with video as chance gives, so that the camera is often open. */
const USUAL: readonly Step[] = [
  { kind: 'gateway', fact: facts.alerting },
  { kind: 'line', fact: { ...legs.invited, dialogId: 'd1' } },
  { kind: 'line', fact: { ...legs.established, dialogId: 'd1' } },
  { kind: 'gateway', fact: { ...facts.ringing, callId: '1-1' } },
  { kind: 'wanted', which: 0 },
  { kind: 'gateway', fact: { ...facts.talking, callId: '1-1' } },
  { kind: 'line', fact: { type: 'video', dialogId: 'd1', sends: true, receives: true } },
]

/** A second, simpler account: what SIP last said of each dialog, and the agent's last word about each call. */
function createWitness() {
  const said = { up: new Set<string>(), held: new Set<string>(), sending: new Set<string>() }
  const yes = new Set<string>()
  return {
    sees(taken: Step, state: CallsState) {
      if (taken.kind === 'line') hear(taken.fact, state)
      else if (taken.kind !== 'gateway') obey(wordOf(taken), state.calls[taken.which]?.id ?? 'none')
    },
    allows: (dialogId: string) => said.up.has(dialogId) && !said.held.has(dialogId) && said.sending.has(dialogId),
    saidYes: (id: string) => yes.has(id),
  }
  function hear(fact: LineFact, state: CallsState): void {
    if (isHeard(fact, state)) note(said, fact)
  }
  function obey(word: 'yes' | 'no' | null, id: string): void {
    if (word === 'yes') yes.add(id)
    if (word === 'no') yes.delete(id)
  }
}

/** The platform holds its calls by itself; its leg is never held by SIP. */
function isHeard(fact: LineFact, { calls }: CallsState): boolean {
  return fact.type !== 'hold' || calls.some(({ dialogId }) => dialogId === fact.dialogId)
}

function wordOf(taken: Extract<Step, { kind: 'verb' | 'wanted' }>): 'yes' | 'no' | null {
  if (taken.kind === 'wanted') return 'yes'
  if (taken.what !== 'asked') return null
  return taken.verb === 'start-video' ? 'yes' : taken.verb === 'stop-video' ? 'no' : null
}

type Said = Readonly<Record<'up' | 'held' | 'sending', Set<string>>>

function note({ up, held, sending }: Said, fact: LineFact): void {
  const put = (set: Set<string>, id: string, isIn: boolean) => (isIn ? set.add(id) : set.delete(id))
  if (fact.type === 'established') up.add(fact.dialogId)
  if (fact.type === 'video') put(sending, fact.dialogId, fact.sends)
  if (fact.type === 'hold') put(held, fact.dialogId, fact.held)
  if (fact.type === 'ended') for (const all of [up, held, sending]) all.delete(fact.dialogId)
}

const closing: ReadonlySet<CallVerb> = new Set(['stop-video', 'hold', 'hang-up'])

test.each([true, false])(
  'in every order of events the camera is open only to a call that talks, as both sides and the agent agreed (gateway %s)',
  (gateway) => {
    let opened = 0
    fc.assert(
      fc.property(fc.nat(USUAL.length), fc.array(step, { maxLength: 40 }), (usual, random) => {
        const witness = createWitness()
        let state = advance(NO_CALLS, { type: 'signed-in', gateway, video: true })
        for (const [index, taken] of [...USUAL.slice(0, usual), ...random].entries()) {
          witness.sees(taken, state)
          state = advance(state, eventOf(taken, state, 1_000_000 + index * 100))
          const dialogId = cameraFor(state)
          if (dialogId === null) continue
          opened += 1
          const [call] = state.calls.filter(({ phase }) => phase.name === 'talking')
          expect(witness.allows(dialogId)).toBe(true)
          expect(call && witness.saidYes(call.id)).toBe(true)
          expect(call?.asked.some(({ verb }) => closing.has(verb))).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
    expect(opened).toBeGreaterThan(10)
  },
)

test('a site without video opens no camera', () => {
  const states = USUAL.reduce<CallsState>(
    (state, taken, index) => advance(state, eventOf(taken, state, 1_000_000 + index * 100)),
    advance(NO_CALLS, { type: 'signed-in', gateway: true }),
  )

  expect(cameraFor(states)).toBeNull()
})
