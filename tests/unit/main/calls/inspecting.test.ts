import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CallsEvent } from '#main/calls/event.ts'
import { CALL_ID, createCallStory, DIALOG_ID, facts, legs } from '#support/calls.ts'

/** A team lead whose phone the platform has brought in to listen (spec/ccgateway.md 11). */
function listening() {
  const story = createCallStory()
  const voice = (voice: Extract<CallsEvent, { type: 'inspecting' }>['voice']) => {
    story.apply({ type: 'inspecting', voice, at: story.now() })
    return story
  }
  voice('listening').hears(facts.talkingState).hears(facts.alerting).line(legs.invited).line(legs.established)
  story.hears(facts.offhook)
  return { story, voice }
}

test('a leg to listen in is taken, is no call, and never opens the microphone', () => {
  const { story } = listening()
  expect(story.state().dialogs[0]?.disposition).toBe('take')
  expect(story.first()).toBeUndefined()
  expect(story.microphone()).toBeNull()
  story.hears(facts.talking)
  expect(story.first()).toBeUndefined()
  expect(story.microphone()).toBeNull()
  story.passes(3_000)
  expect(story.state().disagreement).toBeNull()
})

test('whoever whispers or barges in is heard over that leg, until the phone is released', () => {
  const { story, voice } = listening()
  voice('speaking')
  expect(story.microphone()).toBe(DIALOG_ID)
  voice('listening')
  expect(story.microphone()).toBeNull()
  voice('speaking')
  story.hears(facts.release)
  expect(story.microphone()).toBeNull()
})

test('a conversation that is taken over is a call of their own, and talks', () => {
  const { story, voice } = listening()
  voice('taking-over')
  expect(story.microphone()).toBeNull()
  story.hears(facts.talking)
  expect(story.first()).toMatchObject({ number: '13800138000', phase: { name: 'talking' } })
  expect(story.microphone()).toBe(DIALOG_ID)
})

test('a call of their own that rings instead is not spoken into', () => {
  const { story, voice } = listening()
  voice('speaking')
  story.hears(facts.ringing)
  expect(story.microphone()).toBeNull()
})

test('a conversation taken away from an agent whom a team lead listens to was taken over, and the next one is not', () => {
  const story = createCallStory().hears({ type: 'inspection', how: 'listen' })
  story.hears(facts.ringing).hears(facts.talking).hears(facts.callRelease)
  expect(story.first()?.phase).toMatchObject({ name: 'ended', reason: 'taken-over' })
  expect(story.state().inspected).toBe(false)
  expect(story.state().endedIds).toContain(CALL_ID)
})

test('in every order of events nobody is heard while listening', () => {
  const step = fc.constantFrom<(story: ReturnType<typeof listening>) => unknown>(
    ({ story }) => story.hears(facts.talkingState),
    ({ story }) => story.hears(facts.alerting),
    ({ story }) => story.hears(facts.offhook),
    ({ story }) => story.hears(facts.talking),
    ({ story }) => story.hears(facts.release),
    ({ story }) => story.line(legs.ended),
    ({ story }) => story.line(legs.established),
    ({ voice }) => voice('listening'),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const told = listening()
      for (const take of steps) {
        take(told)
        const { inspecting, calls } = told.story.state()
        if (inspecting === 'listening' && calls.length === 0) expect(told.story.microphone()).toBeNull()
      }
    }),
  )
})
