import { expect, test } from 'vitest'
import { askFor, callNamed, createCallStory, facts, lastReason, legs, talkingStory } from '#support/calls.ts'

function ringing() {
  return createCallStory().hears(facts.alerting).line(legs.invited).line(legs.established).hears(facts.ringing)
}

test('a call that rang and was released unasked was missed', () => {
  const story = ringing().hears(facts.callRelease)

  expect(lastReason(story)).toBe('not-answered')
  expect(story.state().missed).toMatchObject([{ reason: 'not-answered' }])
})

test('a call that talked and was released unasked ended by the platform', () => {
  expect(lastReason(talkingStory().hears(facts.callRelease))).toBe('ended-by-platform')
})

test('a call that a team lead listens to and releases was taken over', () => {
  const story = talkingStory().hears({ type: 'inspection', how: 'listen', by: '30169' })

  expect(lastReason(story.hears(facts.callRelease).hears(facts.customerRelease))).toBe('taken-over')
})

test('a call that nobody listens to any more was not taken over', () => {
  const story = talkingStory().hears({ type: 'inspection', how: 'listen' }).hears({ type: 'inspection-over' })

  expect(lastReason(story.hears(facts.callRelease))).toBe('ended-by-platform')
})

test.each([facts.callRelease, facts.customerRelease])('a hang-up is the agent’s, with %j first', (first) => {
  expect(lastReason(askFor(talkingStory(), { verb: 'hang-up' }).hears(first))).toBe('agent-hung-up')
})

test('a callout whose first event says no kind is still the agent’s one call', () => {
  const story = createCallStory()
  story.apply({ type: 'dialled', number: '10086', at: story.now() })
  story.hears({ ...facts.talking, caller: '', called: '', feature: -1 })
  story.apply({ type: 'named', id: story.first()?.id ?? '', gatewayId: facts.talking.callId })

  expect(story.state().calls).toMatchObject([{ number: '10086', direction: 'outgoing', phase: { name: 'talking' } }])
})

test('a callout that had already made a call of its own is one with it once it is named', () => {
  const story = createCallStory()
  story.apply({ type: 'dialled', number: '10086', at: story.now() })
  const own = story.first()?.id ?? ''
  story.hears({ ...facts.talking, caller: '10086', called: '', feature: 99 })
  expect(story.state().calls).toHaveLength(2)

  story.apply({ type: 'named', id: own, gatewayId: facts.talking.callId })

  expect(story.state().calls).toMatchObject([{ number: '10086', direction: 'outgoing', phase: { name: 'talking' } }])
})

test('a failure asked about an earlier press does not fail a later one of the same verb', () => {
  const story = askFor(talkingStory(), { verb: 'hold' })
  const id = callNamed(story)?.id ?? ''
  const [first] = callNamed(story)?.asked ?? []
  story.hears(facts.hold).hears(facts.talking)
  askFor(story, { verb: 'hold' })

  story.apply({ type: 'failed', id, verb: 'hold', reason: 'no-answer', at: 1, ...(first && { ask: first.ask }) })

  expect(story.first()).toMatchObject({ pending: 'hold' })
  expect(story.first()?.failure).toBeUndefined()
})
