import { expect, test } from 'vitest'
import { createCallStory, facts, legs } from '#support/calls.ts'

const { callId, caller, called } = facts.ringing
const leg = legs.established.dialogId

function present(story: ReturnType<typeof createCallStory>, feature = 0, talking = false) {
  story.apply({ type: 'present', call: { callId, caller, called, feature }, talking, at: story.now() })
  return story
}

test('a call whose Ringing was lost with the connection rings once the gateway is asked', () => {
  const story = createCallStory().hears(facts.info).hears(facts.alerting).line(legs.invited).line(legs.established)

  expect(present(story).first()).toMatchObject({ phase: { name: 'ringing' }, verbs: ['answer', 'decline'] })
  expect(story.microphone()).toBeNull()
  expect(story.hears(facts.ringing).hears(facts.talking).microphone()).toBe(leg)
})

test('a call whose leg is not up yet waits for its own Ringing', () => {
  const story = present(createCallStory().hears(facts.alerting).line(legs.invited))

  expect(story.phase()).toBe('arriving')
  expect(story.line(legs.established).hears(facts.ringing).phase()).toBe('ringing')
})

test('the agent’s own callout is still theirs after a reconnection', () => {
  const story = createCallStory()
  story.apply({ type: 'dialled', number: called, at: story.now() })
  story.hears(facts.alerting).line(legs.invited).line(legs.established)

  present(story, 7)

  expect(story.state().calls).toMatchObject([{ direction: 'outgoing', number: called, phase: { name: 'dialling' } }])
  expect(present(story, 7, true).first()).toMatchObject({ phase: { name: 'talking' }, direction: 'outgoing' })
})

test('a callout that nobody here knows of is shown as one', () => {
  const story = present(createCallStory(), 7)

  expect(story.first()).toMatchObject({ direction: 'outgoing', number: called, phase: { name: 'dialling' } })
})

test('a held call stays held, whatever the answer says of an agent in call handling', () => {
  const story = createCallStory().hears(facts.alerting).line(legs.invited).line(legs.established)
  story.hears(facts.ringing).hears(facts.talking).hears(facts.hold)

  expect(present(story, 0, true).phase()).toBe('held')
  expect(story.microphone()).toBeNull()
})
