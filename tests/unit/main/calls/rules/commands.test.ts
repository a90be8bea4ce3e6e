import { expect, test } from 'vitest'
import type { AskedVerb } from '#main/calls/event.ts'
import { createCallStory, facts, legs } from '#support/calls.ts'

function talking() {
  const story = createCallStory().hears(facts.alerting).line(legs.invited).line(legs.established)
  return story.hears(facts.ringing).hears(facts.talking)
}

type Story = ReturnType<typeof createCallStory>

function ask(story: Story, verb: AskedVerb): void {
  story.apply({ type: 'asked', id: story.first()?.id ?? '', verb })
}

function refuse(story: Story, verb: AskedVerb): void {
  story.apply({ type: 'failed', id: story.first()?.id ?? '', verb, reason: 'refused', at: story.now() })
}

test('an unmute that is confirmed after Hang up was pressed does not open the microphone', () => {
  const story = talking()
  const id = story.first()?.id ?? ''
  ask(story, 'mute')
  story.apply({ type: 'confirmed', id, verb: 'mute' })
  ask(story, 'unmute')
  ask(story, 'hang-up')

  story.apply({ type: 'confirmed', id, verb: 'unmute' })

  expect(story.microphone()).toBeNull()
  expect(story.hears(facts.callRelease).first()?.phase).toMatchObject({ name: 'ended', reason: 'agent-hung-up' })
})

test('an answer that crosses the agent’s Hang up does not open the microphone', () => {
  const story = createCallStory()
  story.apply({ type: 'dialled', number: '10086', at: story.now() })
  story.hears(facts.alerting).line(legs.invited).line(legs.established)
  ask(story, 'hang-up')

  story.hears({ ...facts.talking, feature: 7 })

  expect(story.microphone()).toBeNull()
  expect(story.hears(facts.callRelease).first()?.phase).toMatchObject({ name: 'ended', reason: 'agent-hung-up' })
})

test('a hang-up that fails after such an answer leaves a call that talks', () => {
  const story = talking()
  ask(story, 'hang-up')
  story.hears(facts.talking)

  refuse(story, 'hang-up')

  expect(story.microphone()).toBe(legs.invited.dialogId)
  expect(story.first()).toMatchObject({ failure: { verb: 'hang-up' } })
})

test('a mute that is refused after Hang up was pressed still holds', () => {
  const story = talking()
  ask(story, 'mute')
  ask(story, 'hang-up')

  refuse(story, 'mute')
  refuse(story, 'hang-up')

  expect(story.microphone()).toBeNull()
})
