import { expect, test } from 'vitest'
import { createCallStory, facts, legs } from '#support/calls.ts'

function atAnotherPhone() {
  const story = createCallStory()
  story.apply({ type: 'signed-in', gateway: true, phone: 'other' })
  return story
}

test('the phone that rings is said of the call that is announced, until it is picked up', () => {
  const story = atAnotherPhone().hears(facts.info).hears(facts.alerting)
  expect(story.first()).toMatchObject({ awaitsPhone: true, number: '13800138000' })

  expect(story.hears(facts.offhook).first()?.awaitsPhone).toBeUndefined()
  expect(story.hears(facts.ringing).first()).toMatchObject({ verbs: ['answer', 'decline'] })
})

test('a phone that rings for nobody known yet is shown, and becomes the call that rings', () => {
  const story = atAnotherPhone().hears(facts.alerting)
  expect(story.first()).toMatchObject({ awaitsPhone: true, number: '', phase: { name: 'arriving' } })

  story.hears(facts.offhook).hears(facts.ringing)

  expect(story.state().calls).toMatchObject([{ number: '13800138000', phase: { name: 'ringing' } }])
})

test('a phone that nobody picks up leaves nothing behind', () => {
  const story = atAnotherPhone().hears(facts.alerting).hears(facts.release).hears(facts.busy)

  expect(story.state().calls).toEqual([])
  expect(story.state().phoneRings).toBe(false)
})

test('a callout waits for the agent’s phone', () => {
  const story = atAnotherPhone()
  story.apply({ type: 'dialled', number: '10086', at: story.now() })
  story.hears(facts.alerting)
  expect(story.first()).toMatchObject({ awaitsPhone: true, number: '10086' })

  story.hears(facts.offhook).hears({ ...facts.talking, feature: 7, called: '10086' })

  expect(story.state().calls).toMatchObject([{ number: '10086', phase: { name: 'talking' } }])
})

test('there never is a microphone, and an INVITE is refused', () => {
  const story = atAnotherPhone().hears(facts.alerting).hears(facts.offhook).hears(facts.ringing).hears(facts.talking)
  story.line(legs.invited).line(legs.established)

  expect(story.microphone()).toBeNull()
  expect(story.state().dialogs[0]?.disposition).toBe('refuse')
})
