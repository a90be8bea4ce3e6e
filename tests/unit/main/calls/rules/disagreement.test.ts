import { expect, test } from 'vitest'
import { nextDeadline } from '#main/calls/call.ts'
import { asksBetween } from '#main/calls/rules/disagreement.ts'
import { createCallStory, facts, legs, talkingStory } from '#support/calls.ts'

test('a leg that is lost under a call is told and asked about after two seconds', () => {
  const story = talkingStory().line({ ...legs.ended, cause: 'lost' })
  const before = story.passes(1_900).state()
  expect(story.first()?.disagrees).toBeUndefined()

  const after = story.passes(100).state()

  expect(story.first()?.disagrees).toBe(true)
  expect(asksBetween(before, after)).toBe(true)
  expect(story.microphone()).toBeNull()
})

test('a leg that comes back in time is no matter', () => {
  const story = talkingStory()
    .line({ ...legs.ended, cause: 'lost' })
    .hears(facts.alerting)

  story
    .line({ ...legs.invited, dialogId: 'again' })
    .line({ ...legs.established, dialogId: 'again' })
    .passes(3_000)

  expect(story.first()?.disagrees).toBeUndefined()
  expect(story.microphone()).toBe('again')
})

test('the gateway that has no such call settles it', () => {
  const story = talkingStory()
    .line({ ...legs.ended, cause: 'lost' })
    .passes(2_100)

  story.apply({ type: 'present', call: null, talking: false, at: story.now() })

  expect(story.first()).toMatchObject({ phase: { name: 'ended', reason: 'ended-by-platform' } })
  expect(story.state().disagreement).toBeNull()
})

test('while they go on disagreeing the gateway is asked again, later', () => {
  const story = talkingStory()
    .line({ ...legs.ended, cause: 'lost' })
    .passes(2_100)
  const asked = story.state()
  expect(nextDeadline(asked)).toBe(story.now() + 10_000)

  expect(asksBetween(asked, story.passes(9_000).state())).toBe(false)
  expect(asksBetween(asked, story.passes(1_000).state())).toBe(true)
})

test('a leg that is up without a call is asked about', () => {
  const story = createCallStory().hears(facts.alerting).line(legs.invited).line(legs.established)
  const before = story.state()

  expect(asksBetween(before, story.passes(2_000).state())).toBe(true)
})

test('the leg of a line that is always off hook needs no call', () => {
  const story = createCallStory()
  story.apply({ type: 'signed-in', gateway: true, alwaysOffHook: true })
  story.hears(facts.alerting).line(legs.invited).line(legs.established).passes(5_000)

  expect(story.state().disagreement).toBeNull()
})

test('another phone’s calls have no leg here to disagree with', () => {
  const story = createCallStory()
  story.apply({ type: 'signed-in', gateway: true, phone: 'other' })
  story.hears(facts.alerting).hears(facts.offhook).hears(facts.ringing).hears(facts.talking).passes(5_000)

  expect(story.first()).toMatchObject({ phase: { name: 'talking' } })
  expect(story.state().disagreement).toBeNull()
})
