import { expect, test } from 'vitest'
import { commandsBetween } from '#main/calls/snapshot.ts'
import { createCallStory, facts, legs } from '#support/calls.ts'

test('an announced INVITE is taken, whichever of the two comes first', () => {
  const before = createCallStory().hears(facts.alerting).line(legs.invited)
  const after = createCallStory().line(legs.invited).hears(facts.alerting)

  expect(before.state().dialogs[0]?.disposition).toBe('take')
  expect(after.state().dialogs[0]?.disposition).toBe('take')
})

test('an INVITE that nobody announces rings after two seconds and not before', () => {
  const story = createCallStory().line(legs.invited)

  expect(story.passes(1_900).phase()).toBeUndefined()
  expect(story.passes(200).first()).toMatchObject({ number: '95533', phase: { name: 'ringing' } })
})

test('one announcement takes one INVITE', () => {
  const story = createCallStory().hears(facts.alerting).line(legs.invited).hears(facts.alerting)

  story.line({ ...legs.invited, dialogId: 'stranger' })

  expect(story.state().dialogs[1]?.disposition).toBe('wait')
})

test('the next customer’s leg is taken although the last one’s BYE is still on its way', () => {
  const { alerting, offhook, info } = facts
  const story = createCallStory().hears(info).hears(alerting).line(legs.invited).line(legs.established)
  story.hears(offhook).hears(facts.ringing)
  story.hears(facts.customerRelease).hears(facts.callRelease).hears(facts.release).hears(facts.idle)
  const second = { ...facts.ringing, callId: 'second' }

  story.hears({ ...facts.info, callId: 'second' }).hears(facts.alerting)
  story.line({ ...legs.invited, dialogId: 'next' }).line({ ...legs.established, dialogId: 'next' })
  story.hears(second).hears({ ...second, type: 'talking' })

  expect(story.state().calls).toHaveLength(1)
  expect(story.microphone()).toBe('next')
  expect(story.line(legs.ended).microphone()).toBe('next')
})

test('an announcement grows old', () => {
  const story = createCallStory().hears(facts.alerting).passes(10_100).line(legs.invited)

  expect(story.state().dialogs[0]?.disposition).toBe('wait')
})

test('the INVITE of the agent’s own callout is taken at once', () => {
  const story = createCallStory()
  story.apply({ type: 'dialled', number: '10086', at: story.now() })

  story.line(legs.invited)

  expect(story.state().dialogs[0]?.disposition).toBe('take')
  expect(story.first()).toMatchObject({ direction: 'outgoing', number: '10086', phase: { name: 'dialling' } })
})

/** The announcement was lost or late: the INVITE rang as an ordinary call, and the agent has answered it. */
function answeredUnannounced() {
  const story = createCallStory().line(legs.invited).passes(2_000)
  story.apply({ type: 'asked', id: story.first()?.id ?? '', verb: 'answer' })
  return story.line(legs.established)
}

test('a leg that the platform says was picked up is its own, although it rang unannounced', () => {
  const story = answeredUnannounced().hears(facts.offhook)

  expect(story.microphone()).toBeNull()
  expect(story.hears(facts.ringing).state().calls).toMatchObject([{ phase: { name: 'ringing' } }])
  expect(story.hears(facts.talking).microphone()).toBe(legs.invited.dialogId)
})

test('a stranger’s call is no leg of the platform, which has its own', () => {
  const leg = { ...legs.invited, dialogId: 'platform-leg' }
  const story = answeredUnannounced().hears(facts.alerting).line(leg)
  story.line({ type: 'established', dialogId: leg.dialogId }).hears(facts.offhook)

  expect(story.microphone()).toBe(legs.invited.dialogId)
  expect(story.hears(facts.ringing).hears(facts.talking).microphone()).toBe(leg.dialogId)
})

test('a leg that is up already is not answered again', () => {
  const before = answeredUnannounced()

  expect(commandsBetween(before.state(), before.hears(facts.offhook).state())).toEqual([])
})

test('a leg that was let go before it was up does not stand in the way of the next one', () => {
  const story = createCallStory().hears(facts.info).hears(facts.alerting).line(legs.invited)
  story.hears(facts.customerRelease).hears(facts.callRelease).hears(facts.release).hears(facts.idle)

  story
    .hears(facts.talkingState)
    .hears(facts.alerting)
    .line({ ...legs.invited, dialogId: 'next-leg' })

  expect(story.state().dialogs[1]).toMatchObject({ id: 'next-leg', disposition: 'take' })
})
