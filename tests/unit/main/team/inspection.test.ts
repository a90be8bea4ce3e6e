import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InspectionVerb } from '#contract'
import type { GatewayFact } from '#main/gateway/event.ts'
import { advance, type InspectionEvent, type LiveInspection, voiceOf } from '#main/team/inspection.ts'

const talking: GatewayFact = {
  type: 'talking',
  callId: '1-7',
  caller: '13800000001',
  called: '4001',
  feature: 0,
  part: 'main',
}

function heard(fact: GatewayFact, at = 2_000): InspectionEvent {
  return { type: 'gateway', event: { ...fact, at } }
}

const begins = (kind: 'listen' | 'barge'): InspectionEvent => ({
  type: 'begun',
  workNumber: '6001',
  name: 'Alice',
  kind,
  at: 1_000,
})

function after(...events: readonly InspectionEvent[]): LiveInspection | null {
  return events.reduce<LiveInspection | null>(advance, null)
}

const connected = [
  heard({ type: 'agent-state', state: 'talking' }),
  heard({ type: 'phone-alerting' }),
  heard({ type: 'phone-offhook' }, 3_000),
]
const listening = [begins('listen'), ...connected]

test('listening is under way once the phone is picked up, and is heard by nobody', () => {
  expect(after(begins('listen'))).toMatchObject({ stage: 'asked' })
  expect(after(begins('listen'), ...connected.slice(0, 2))).toMatchObject({ stage: 'connecting' })
  expect(after(...listening)).toMatchObject({ stage: 'under-way', since: 3_000, kind: 'listen' })
  expect(voiceOf(after(...listening))).toBe('listening')
})

test('barging in is heard only from the word that it talks, and knows the call from then on', () => {
  const waiting = after(begins('barge'), ...connected)
  expect(voiceOf(waiting)).toBe('listening')
  const barged = advance(waiting, heard(talking))
  expect(barged).toMatchObject({ stage: 'under-way', callId: '1-7' })
  expect(voiceOf(barged)).toBe('speaking')
})

test('a whisper is heard from the yes of the platform, which sends no event of it', () => {
  const asked = after(...listening, { type: 'asked', verb: 'whisper' })
  expect(voiceOf(asked)).toBe('listening')
  const whispers = advance(asked, { type: 'accepted', verb: 'whisper' })
  expect(whispers).toMatchObject({ kind: 'whisper' })
  expect(voiceOf(whispers)).toBe('speaking')
})

test('turning back to listening closes the voice before the platform has answered', () => {
  const whispers = after(...listening, { type: 'asked', verb: 'whisper' }, { type: 'accepted', verb: 'whisper' })
  expect(voiceOf(advance(whispers, { type: 'asked', verb: 'listen' }))).toBe('listening')
  expect(voiceOf(advance(whispers, { type: 'asked', verb: 'stop' }))).toBe('listening')
})

test('after a refusal everything is as it was', () => {
  expect(after(begins('listen'), { type: 'not-begun' })).toBeNull()
  const refused = after(...listening, { type: 'asked', verb: 'whisper' }, { type: 'failed', verb: 'whisper' })
  expect(refused).toEqual(after(...listening))
})

test.each<[string, GatewayFact]>([
  ['the phone is released', { type: 'phone-release' }],
  ['the platform makes the team lead idle', { type: 'agent-state', state: 'idle' }],
  ['a call of their own rings', { ...talking, type: 'ringing' }],
  ['the session ends', { type: 'signed-out' }],
])('it is over when %s', (_, fact) => {
  expect(after(...listening, heard(fact))).toBeNull()
})

test('a conversation that is taken over is no inspection any more', () => {
  const taking = after(...listening, { type: 'asked', verb: 'take-over' })
  expect(voiceOf(taking)).toBe('taking-over')
  expect(advance(taking, heard(talking))).toBeNull()
})

test('a state older than the asking does not end it', () => {
  expect(after(begins('listen'), heard({ type: 'agent-state', state: 'idle' }))).not.toBeNull()
})

test('after a reconnection it goes on only while the platform has the team lead in call handling', () => {
  expect(after(...listening, { type: 'present', state: 'talking' })).not.toBeNull()
  expect(after(...listening, { type: 'present', state: 'idle' })).toBeNull()
})

const verbs: readonly InspectionVerb[] = ['listen', 'whisper', 'barge', 'take-over', 'stop']
const any: fc.Arbitrary<InspectionEvent> = fc.oneof(
  fc.constantFrom(begins('listen'), begins('barge')),
  fc.record({
    type: fc.constantFrom('asked' as const, 'accepted' as const, 'failed' as const),
    verb: fc.constantFrom(...verbs),
  }),
  fc.constantFrom<InspectionEvent[]>(
    { type: 'not-begun' },
    { type: 'present', state: 'idle' },
    { type: 'present', state: 'talking' },
    { type: 'signed-out' },
    ...connected,
    heard(talking),
    heard({ type: 'phone-release' }),
    heard({ type: 'agent-state', state: 'idle' }),
    heard({ ...talking, type: 'ringing' }),
  ),
)

const whispering: readonly InspectionEvent[] = [
  ...listening,
  { type: 'asked', verb: 'whisper' },
  { type: 'accepted', verb: 'whisper' },
]

/** What the platform has said since it began that lets the team lead be heard, in a second and simpler account. */
function mayBeHeard(told: readonly InspectionEvent[]): boolean {
  const begun = told.findLastIndex(({ type }) => type === 'begun')
  const since = told.slice(Math.max(0, begun))
  return since.some(
    (one) =>
      (one.type === 'accepted' && (one.verb === 'whisper' || one.verb === 'barge')) ||
      (one.type === 'gateway' && one.event.type === 'talking'),
  )
}

function expectConfirmed(now: LiveInspection | null, told: readonly InspectionEvent[]): void {
  expect(now).toMatchObject({ stage: 'under-way' })
  expect(now?.kind).not.toBe('listen')
  expect(now?.pending).not.toBe('stop')
  expect(mayBeHeard(told)).toBe(true)
}

/** How often the team lead could be heard on the way. */
function follow(events: readonly InspectionEvent[]): number {
  let now: LiveInspection | null = null
  let spoke = 0
  const told: InspectionEvent[] = []
  for (const event of events) {
    const before: LiveInspection | null = now
    now = advance(now, event)
    if (event.type !== 'begun' || before === null) told.push(event)
    if (voiceOf(now) !== 'speaking') continue
    spoke += 1
    expectConfirmed(now, told)
  }
  return spoke
}

test('in every order of events nobody is heard without the platform having said so', () => {
  let spoke = 0
  fc.assert(
    fc.property(fc.nat(whispering.length), fc.array(any, { maxLength: 30 }), (usual, random) => {
      spoke += follow([...whispering.slice(0, usual), ...random])
    }),
    { numRuns: 3_000 },
  )
  expect(spoke).toBeGreaterThan(500)
})
