import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  advanceVoice,
  off,
  toSend,
  type VoiceEvent,
  type VoiceState,
  voiceMessageFor,
} from '#main/chats/files/voice/voice-message.ts'

const sound = { content: new Uint8Array([1, 2, 3]), ending: 'mp4' }
const start: VoiceEvent = { type: 'start', chatId: 'chat', recording: 'one', inCall: false, at: 1_000 }
const recorded: VoiceEvent = { type: 'recorded', recording: 'one', recorded: sound, at: 9_000 }
const stop = (send: boolean): VoiceEvent => ({ type: 'stop', send, at: 4_000 })
const inCall: VoiceEvent = { type: 'in-call', at: 3_000 }

function stateAfter(...events: readonly VoiceEvent[]): VoiceState {
  return events.reduce(advanceVoice, off)
}

function sent(...events: readonly VoiceEvent[]): number {
  let state: VoiceState = off
  let count = 0
  for (const event of events) {
    if (toSend(state, event) !== null) count += 1
    state = advanceVoice(state, event)
  }
  return count
}

test('a click begins it, another one sends it', () => {
  expect(voiceMessageFor(stateAfter(start), false)).toBe('one')
  expect(voiceMessageFor(stateAfter(start, stop(true)), false)).toBeNull()
  expect(sent(start, stop(true), recorded)).toBe(1)
  expect(stateAfter(start, stop(true), recorded)).toEqual(off)
})

test('what is thrown away is not sent', () => {
  expect(sent(start, stop(false), recorded)).toBe(0)
  expect(sent(start, stop(true), stop(false), recorded)).toBe(0)
})

test('none is begun in a call', () => {
  const refused = stateAfter({ ...start, inCall: true })

  expect(refused).toEqual({ status: 'failed', chatId: 'chat', reason: 'in-call' })
  expect(voiceMessageFor(refused, true)).toBeNull()
})

describe('a call that comes', () => {
  test('ends it at once, and what there is of it is kept', () => {
    expect(voiceMessageFor(stateAfter(start, inCall), true)).toBeNull()
    expect(stateAfter(start, inCall, recorded)).toMatchObject({ status: 'kept', why: 'in-call', seconds: 2 })
  })

  test('leaves to the agent whether it is sent', () => {
    expect(sent(start, inCall, recorded)).toBe(0)
    expect(sent(start, inCall, recorded, stop(true))).toBe(1)
    expect(sent(start, inCall, recorded, stop(false))).toBe(0)
    expect(stateAfter(start, inCall, recorded, stop(true))).toEqual(off)
  })

  test('does not keep what was on its way', () => {
    expect(sent(start, stop(true), inCall, recorded)).toBe(1)
  })
})

test('what is kept is not lost by another click', () => {
  expect(stateAfter(start, inCall, recorded, { ...start, recording: 'two' })).toMatchObject({ status: 'kept' })
})

test('the sound of another recording is nobody’s', () => {
  expect(sent(start, stop(true), { type: 'recorded', recording: 'other', recorded: sound, at: 1 })).toBe(0)
})

test('a microphone that was pulled out keeps what there is', () => {
  expect(stateAfter(start, recorded)).toMatchObject({ status: 'kept', why: 'interrupted', seconds: 8 })
})

const anyEvent: fc.Arbitrary<VoiceEvent> = fc.oneof(
  fc.record({
    type: fc.constant('start' as const),
    chatId: fc.constantFrom('chat', 'other'),
    recording: fc.constantFrom('one', 'two'),
    inCall: fc.boolean(),
    at: fc.nat(),
  }),
  fc.record({ type: fc.constant('stop' as const), send: fc.boolean(), at: fc.nat() }),
  fc.constant(inCall),
  fc.record({ type: fc.constant('limit' as const), recording: fc.constantFrom('one', 'two'), at: fc.nat() }),
  fc.record({
    type: fc.constant('level' as const),
    recording: fc.constantFrom('one', 'two'),
    level: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({
    type: fc.constant('recorded' as const),
    recording: fc.constantFrom('one', 'two'),
    recorded: fc.constant(sound),
    at: fc.nat(),
  }),
  fc.record({ type: fc.constant('failed' as const), recording: fc.constantFrom('one', 'two') }),
  fc.constant({ type: 'phone-gone' } as const),
  fc.constant({ type: 'over' } as const),
)

interface Run {
  readonly state: VoiceState
  readonly sends: number
  readonly asked: number
}

/** One event more, and what must hold after it whatever was before. */
function step({ state, sends, asked }: Run, event: VoiceEvent): Run {
  const next = advanceVoice(state, event)
  const ends = event.type === 'in-call' || event.type === 'over' || event.type === 'stop' || event.type === 'phone-gone'
  expect(voiceMessageFor(next, true)).toBeNull()
  if (ends) expect(voiceMessageFor(next, false)).toBeNull()
  return {
    state: next,
    sends: sends + (toSend(state, event) === null ? 0 : 1),
    asked: asked + (event.type === 'stop' && event.send ? 1 : 0),
  }
}

test('in every order, nothing is recorded in a call, and nothing goes out that the agent did not send', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      const { sends, asked } = events.reduce(step, { state: off, sends: 0, asked: 0 })

      expect(sends).toBeLessThanOrEqual(asked)
    }),
    { numRuns: 2_000 },
  )
})
