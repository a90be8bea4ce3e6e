import { expect, test } from 'vitest'
import { createCallStory, facts, legs } from '#support/calls.ts'

function ringing() {
  const { alerting, offhook, info } = facts
  return createCallStory()
    .hears(info)
    .hears(alerting)
    .line(legs.invited)
    .line(legs.established)
    .hears(offhook)
    .hears(facts.ringing)
}

function talking() {
  const story = ringing()
  story.apply({ type: 'asked', id: story.first()?.id ?? '', verb: 'answer' })
  return story.hears(facts.talking)
}

test('a call that rings says who, from which queue, and what can be done', () => {
  expect(ringing().first()).toMatchObject({
    number: '13800138000',
    queue: 'Support',
    direction: 'incoming',
    phase: { name: 'ringing' },
    verbs: ['answer', 'decline'],
  })
})

test('answering is confirmed by the gateway, not by the click', () => {
  const story = ringing()

  story.apply({ type: 'asked', id: story.first()?.id ?? '', verb: 'answer' })

  expect(story.first()).toMatchObject({ phase: { name: 'ringing' }, pending: 'answer' })
  expect(story.hears(facts.talking).first()).toMatchObject({ phase: { name: 'talking' } })
  expect(story.first()?.pending).toBeUndefined()
})

test('the microphone opens at Talking and not with the leg', () => {
  const story = ringing()

  expect(story.microphone()).toBeNull()
  expect(story.hears(facts.talking).microphone()).toBe(legs.invited.dialogId)
})

test.each(['hold', 'callRelease', 'customerRelease'] as const)('the microphone closes at %s', (fact) => {
  expect(talking().hears(facts[fact]).microphone()).toBeNull()
})

test('between the calls of an always-off-hook line the leg stays and the microphone is closed', () => {
  const story = talking().hears(facts.customerRelease).hears(facts.callRelease).hears(facts.idle)

  expect(story.state().dialogs).toHaveLength(1)
  expect(story.microphone()).toBeNull()
})

test('a muted call keeps the microphone closed through hold and retrieve', () => {
  const story = talking()
  const id = story.first()?.id ?? ''
  story.apply({ type: 'asked', id, verb: 'mute' })
  expect(story.microphone()).toBeNull()
  story.apply({ type: 'confirmed', id, verb: 'mute' })

  story.hears(facts.hold).hears(facts.talking)

  expect(story.first()?.phase).toMatchObject({ name: 'talking', muted: true })
  expect(story.microphone()).toBeNull()
})

test('a mute that the gateway refuses still holds, and says so', () => {
  const story = talking()
  const id = story.first()?.id ?? ''
  story.apply({ type: 'asked', id, verb: 'mute' })

  story.apply({ type: 'failed', id, verb: 'mute', reason: 'refused', retcode: '200-004', at: story.now() })

  expect(story.microphone()).toBeNull()
  expect(story.first()).toMatchObject({ phase: { muted: true }, failure: { verb: 'mute', retcode: '200-004' } })
})

test('the customer who gives up while it rings is listed as missed', () => {
  const story = ringing().hears(facts.customerRelease).hears(facts.callRelease)

  expect(story.first()).toMatchObject({ phase: { name: 'ended', reason: 'customer-gave-up' } })
  expect(story.state().missed).toMatchObject([{ number: '13800138000', queue: 'Support', reason: 'customer-gave-up' }])
})

test('a call nobody answered is missed once', () => {
  const story = ringing().hears(facts.noAnswer).hears(facts.release).hears(facts.noAnswer)

  expect(story.state().missed).toMatchObject([{ reason: 'not-answered' }])
})

test('a declined call is not missed', () => {
  const story = ringing()
  story.apply({ type: 'asked', id: story.first()?.id ?? '', verb: 'decline' })

  expect(story.hears(facts.noAnswer).first()?.phase).toMatchObject({ name: 'ended', reason: 'declined' })
  expect(story.state().missed).toEqual([])
})

test.each([
  ['hang-up asked', 'agent-hung-up', true, 'callRelease'],
  ['customer first', 'customer-hung-up', false, 'customerRelease'],
  ['platform first', 'ended-by-platform', false, 'callRelease'],
] as const)('who ended it: %s', (_, reason, asked, fact) => {
  const story = talking()
  if (asked) story.apply({ type: 'asked', id: story.first()?.id ?? '', verb: 'hang-up' })

  expect(story.hears(facts[fact]).first()?.phase).toMatchObject({ name: 'ended', reason })
})

test('an event about a call that is over does not bring it back', () => {
  const story = talking().hears(facts.callRelease).hears(facts.talking).hears(facts.ringing).hears(facts.info)

  expect(story.phase()).toBe('ended')
  expect(story.microphone()).toBeNull()
})

/** Declined to its queue, and offered to the same agent again, who is the only one (spec/ccgateway.md 8.1). */
function offeredAgain() {
  const story = ringing()
  story.apply({ type: 'asked', id: story.first()?.id ?? '', verb: 'decline' })
  return story.hears(facts.noAnswer).hears(facts.release).line(legs.ended).hears(facts.busy).hears(facts.idle)
}

test('a call that comes back from its queue under the same id rings and talks again', () => {
  const leg = { ...legs.invited, dialogId: 'second-leg' }
  const story = offeredAgain().hears(facts.talkingState).hears(facts.info).hears(facts.alerting).line(leg)
  story.line({ type: 'established', dialogId: leg.dialogId }).hears(facts.offhook).hears(facts.ringing)

  expect(story.first()).toMatchObject({ phase: { name: 'ringing' }, verbs: ['answer', 'decline'] })
  expect(story.hears(facts.talking).microphone()).toBe(leg.dialogId)
  expect(story.hears(facts.callRelease).hears(facts.ringing).phase()).toBe('ended')
})

test('a late word of an ended call does not ring before the agent is taken up again', () => {
  expect(offeredAgain().hears(facts.info).hears(facts.ringing).hears(facts.talking).phase()).toBe('ended')
})

test('a late word of an ended call does not ring beside the next one', () => {
  const next = { callId: '7-7', caller: '10086', called: '95533' }
  const story = offeredAgain()
    .hears(facts.talkingState)
    .hears({ type: 'call-info', ...next })

  story.hears(facts.ringing)

  expect(story.state().calls).toMatchObject([{ gatewayId: '7-7' }])
})

test('a call whose second offer was announced while the gateway was away rings', () => {
  const story = offeredAgain()
  const { callId, caller, called, feature } = facts.ringing

  story.apply({ type: 'present', call: { callId, caller, called, feature }, talking: false, at: story.now() })

  expect(story.hears(facts.ringing).phase()).toBe('ringing')
})

test('a lost release is made good by idle without a leg', () => {
  const story = talking().line(legs.ended).hears(facts.idle)

  expect(story.phase()).toBe('ended')
})

test('a call that rings does not ring for ever when its No_Answer is lost', () => {
  const story = ringing().line(legs.ended).hears({ type: 'agent-state', state: 'busy', reason: 2 })

  expect(story.first()?.phase).toMatchObject({ name: 'ended', reason: 'not-answered' })
})

test('a late idle does not cut a call that talks', () => {
  expect(talking().hears(facts.idle).phase()).toBe('talking')
})

test('a callout takes its name from its first event and talks', () => {
  const story = createCallStory()
  story.apply({ type: 'dialled', number: '10086', at: story.now() })
  story.hears(facts.alerting).line(legs.invited).line(legs.established)

  story.hears({ type: 'customer-alerting', callId: '9-9', otherPhone: '10086' })
  expect(story.first()?.phase).toMatchObject({ name: 'dialling', farSideRings: true })
  story.hears({ type: 'talking', callId: '9-9', caller: '10010', called: '10086', feature: 7, part: 'main' })

  expect(story.state().calls).toHaveLength(1)
  expect(story.first()).toMatchObject({ phase: { name: 'talking' }, direction: 'outgoing' })
  expect(story.microphone()).toBe(legs.invited.dialogId)
})

test('after a reconnection a call that the gateway no longer has is over', () => {
  const story = talking()

  story.apply({ type: 'present', call: null, talking: false, at: story.now() })

  expect(story.phase()).toBe('ended')
})

test('the number of a colleague is shown without the platform’s mark', () => {
  const story = createCallStory().hears({ ...facts.ringing, caller: 'a6003' })

  expect(story.first()).toMatchObject({ number: '6003', direction: 'internal' })
})
