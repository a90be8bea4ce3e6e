import { expect, test } from 'vitest'
import type { MissedCall } from '#contract'
import { parseEvent } from '#main/gateway/wire/parse-event.ts'
import { CALL_ID, createCallStory, facts } from '#support/calls.ts'

function missed(id: string, at: number, seen = false): MissedCall {
  return { id, number: '10086', at, reason: 'not-answered', seen }
}

test('what the history knows takes the place of what was missed before, and not of what came since', () => {
  const story = createCallStory()
  story.apply({ type: 'missed-known', missed: [missed('of-another-agent', 10)], since: 0 })

  story.hears(facts.alerting).hears(facts.info).hears(facts.ringing).hears(facts.noAnswer)
  story.apply({ type: 'missed-known', missed: [missed('mine', 5, true)], since: 100 })

  expect(story.state().missed.map(({ number, seen }) => [number, seen])).toEqual([
    ['13800138000', false],
    ['10086', true],
  ])
})

test('a call that the history has already is missed once', () => {
  const story = createCallStory()
  story.apply({ type: 'missed-known', missed: [missed('one', 200)], since: 0 })
  story.apply({ type: 'missed-known', missed: [missed('one', 200)], since: 100 })

  expect(story.state().missed).toHaveLength(1)
})

const abandon = {
  eventType: 'AgentEvent_AbandonCall',
  content: { caller: '13800138000', callData: '', callId: CALL_ID },
}

function abandoned() {
  const { fact } = parseEvent(abandon)
  if (fact === null) throw new Error('not understood')
  return fact
}

test('a caller who was lost unheard is missed, once however often it is told', () => {
  const story = createCallStory().hears(abandoned()).hears(abandoned())

  expect(story.state().missed).toMatchObject([{ number: '13800138000', reason: 'customer-gave-up', seen: false }])
  expect(story.state().calls).toEqual([])
})

test('a call that rings and is abandoned stops ringing, and is missed once', () => {
  const story = createCallStory().hears(facts.alerting).hears(facts.info).hears(facts.ringing)

  story.hears(abandoned()).hears(facts.customerRelease).hears(abandoned())

  expect(story.phase()).toBe('ended')
  expect(story.state().missed).toHaveLength(1)
})

test('a call that talks is not lost by such a word', () => {
  const story = createCallStory().hears(facts.alerting).hears(facts.info).hears(facts.ringing).hears(facts.talking)

  expect(story.hears(abandoned()).phase()).toBe('talking')
})
