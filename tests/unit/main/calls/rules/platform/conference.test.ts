import { expect, test } from 'vitest'
import { snapshot } from '#main/calls/snapshot.ts'
import {
  askFor,
  CALL_ID,
  type CallStory,
  callNamed,
  DIALOG_ID,
  facts,
  lastReason,
  talkingStory,
} from '#support/calls.ts'

const OTHER = '1456403571-18'
const alerting = { type: 'customer-alerting', callId: OTHER, otherPhone: 'a6003' } as const
const colleague = { ...facts.talking, callId: OTHER, caller: 'a6002', called: 'a6003', feature: 51 } as const
const conference = { type: 'conference', callId: OTHER, partners: ['13800138000', '6003'] } as const

function consulting(): CallStory {
  const story = askFor(talkingStory(), { verb: 'consult' })
  return story.hears(facts.hold).hears(alerting)
}

/** Agent and colleague talk, the customer waits. */
function consulted(): CallStory {
  return consulting().hears(colleague)
}

function shown(story: CallStory) {
  return snapshot(story.state()).list.map(({ number, part, phase }) => `${number} ${part} ${phase.name}`)
}

test('a consult holds the customer and rings the colleague, as a call of its own', () => {
  const story = askFor(talkingStory(), { verb: 'consult' })
  expect(story.first()).toMatchObject({ pending: 'consult' })

  story.hears(facts.hold).hears(alerting)

  expect(shown(story)).toEqual(['6003 consult dialling', '13800138000 main held'])
  expect(callNamed(story)?.asked).toEqual([])
  expect(story.microphone()).toBeNull()
})

test('the gateway’s own name for the consult changes nothing, whether it comes first or last', () => {
  const first = askFor(talkingStory(), { verb: 'consult' })
  const named = { type: 'consulting', gatewayId: OTHER, address: '6003' } as const
  first.apply({ ...named, id: callNamed(first)?.id ?? '', at: first.now() })
  first.hears(facts.hold).hears(alerting)
  const last = consulting()
  last.apply({ ...named, id: callNamed(last)?.id ?? '', at: last.now() })

  expect(shown(first)).toEqual(['6003 consult dialling', '13800138000 main held'])
  expect(shown(last)).toEqual(shown(first))
})

test('agent and colleague talk; the colleague may be sent away, and nothing be transferred', () => {
  const story = consulted()

  expect(shown(story)).toEqual(['6003 consult talking', '13800138000 main held'])
  expect(snapshot(story.state()).list.map(({ verbs }) => verbs)).toEqual([
    ['mute', 'hold', 'drop-party', 'hang-up'],
    ['retrieve', 'conference', 'hang-up'],
  ])
  expect(story.microphone()).toBe(DIALOG_ID)
})

test('a consult asked of a queue is with whoever took it', () => {
  const story = askFor(talkingStory(), { verb: 'consult' }).hears(facts.hold)
  story.apply({ type: 'consulting', id: callNamed(story)?.id ?? '', gatewayId: OTHER, address: '7', at: story.now() })

  expect(shown(story.hears(colleague))[0]).toBe('6003 consult talking')
})

test('the customer comes back when the consult is over', () => {
  const story = askFor(consulted(), { verb: 'hang-up' }, callNamed(consulted(), OTHER)?.id)

  story
    .hears({ type: 'customer-release', callId: OTHER })
    .hears({ type: 'call-release', callId: OTHER })
    .hears(facts.talking)

  expect(shown(story)).toEqual(['13800138000 main talking', '6003 consult ended'])
  expect(story.microphone()).toBe(DIALOG_ID)
})

test.each([OTHER, CALL_ID])('a consult that fails is told, whichever call it names (%s)', (callId) => {
  const story = consulting().hears({ type: 'call-failed', callId, how: 'consult' })

  expect(lastReason(story)).toBe('failed')
  expect(shown(story.hears(facts.talking))).toEqual(['13800138000 main talking', '6003 consult ended'])
})

test('a consult that fails before it began is a failure of the customer’s call', () => {
  const story = askFor(talkingStory(), { verb: 'consult' }).hears({
    type: 'call-failed',
    callId: OTHER,
    how: 'consult',
  })

  expect(story.first()).toMatchObject({ failure: { verb: 'consult' }, phase: { name: 'talking' } })
})

test('the customer who hangs up while the colleague rings leaves the consult alone', () => {
  const story = consulting()
    .hears({ ...facts.customerRelease, number: '13800138000' })
    .hears(facts.callRelease)

  expect(lastReason(story)).toBe('customer-hung-up')
  expect(shown(story.hears(colleague))[0]).toBe('6003 consult talking')
})

test('the customer who hangs up while agent and colleague talk leaves them talking', () => {
  const story = consulted()
    .hears({ ...facts.customerRelease, number: '13800138000' })
    .hears(facts.callRelease)

  expect(shown(story)).toEqual(['6003 consult talking', '13800138000 main ended'])
  expect(story.microphone()).toBe(DIALOG_ID)
})

test('a three-party consult becomes a conference of the customer’s own call', () => {
  const story = askFor(talkingStory(), { verb: 'consult' }).hears(alerting)
  expect(shown(story)).toEqual(['13800138000 main talking', '6003 consult dialling'])

  story.hears({ ...conference, callId: CALL_ID })

  expect(shown(story)).toEqual(['13800138000 main talking', '6003 consult ended'])
  expect(lastReason(story)).toBe('merged')
  expect(story.first()).toMatchObject({
    parties: [
      { number: '13800138000', kind: 'customer', state: 'talking' },
      { number: '6003', kind: 'agent', state: 'talking' },
    ],
    verbs: ['mute', 'keys', 'drop-party', 'hang-up'],
  })
})

test('a colleague who leaves a three-party consult leaves agent and customer', () => {
  const story = askFor(talkingStory(), { verb: 'consult' })
    .hears(alerting)
    .hears({ ...conference, callId: CALL_ID })

  story.hears({ ...facts.customerRelease, number: '6003' }).hears(facts.talking)

  expect(story.first()).toMatchObject({ parties: [{ number: '13800138000' }] })
  expect(story.first()?.verbs).toContain('consult')
})

test.each([OTHER, CALL_ID])('the held customer is joined to the consult, whichever leg goes on (%s)', (stays) => {
  const story = askFor(consulted(), { verb: 'conference' })
  const merged = stays === OTHER ? CALL_ID : OTHER

  story
    .hears({ ...conference, callId: stays })
    .hears({ type: 'customer-release', callId: merged, number: '13800138000' })

  expect(story.state().calls).toMatchObject([{ number: '13800138000', phase: { name: 'talking' }, gatewayId: stays }])
  expect(lastReason(story)).toBe('merged')
  expect(story.microphone()).toBe(DIALOG_ID)
  expect(
    lastReason(askFor(story, { verb: 'hang-up' }, story.first()?.id).hears({ type: 'call-release', callId: stays })),
  ).toBe('agent-hung-up')
})

/** A customer is held, and an outside party called beside. */
function besides(): CallStory {
  const story = talkingStory().hears(facts.hold)
  story.apply({ type: 'dialled', number: '021', at: story.now() })
  return story.hears({ ...facts.talking, callId: OTHER, called: '021', caller: '', feature: 7 })
}

test('a held call is joined to the one that talks, and ends as merged', () => {
  const story = askFor(besides(), { verb: 'conference' }, callNamed(besides())?.id)

  story.hears({ type: 'conference', callId: OTHER, partners: ['021', '13800138000'] })
  story.hears({ type: 'customer-release', callId: CALL_ID })

  expect(shown(story)).toEqual(['021 main talking', '13800138000 main ended'])
  expect(lastReason(story)).toBe('merged')
  expect(story.first()?.parties.map(({ number }) => number)).toEqual(['021', '13800138000'])
})

test('the release of the merged leg may come before the conference', () => {
  const story = askFor(besides(), { verb: 'conference' }, callNamed(besides())?.id)
  story.hears({ type: 'customer-release', callId: CALL_ID })
  expect(lastReason(story)).toBe('customer-hung-up')

  story.hears({ type: 'conference', callId: OTHER, partners: ['021', '13800138000'] })

  expect(lastReason(story)).toBe('merged')
})

test('a customer who hangs up before the conference came to be has hung up', () => {
  const story = askFor(besides(), { verb: 'conference' }, callNamed(besides())?.id)

  story.hears(facts.customerRelease).hears(facts.callRelease)

  expect(lastReason(story)).toBe('customer-hung-up')
  expect(shown(story)[0]).toBe('021 main talking')
})

test('whoever leaves a conference leaves the others together', () => {
  const story = askFor(besides(), { verb: 'conference' }).hears({ ...conference, partners: ['021', '13800138000'] })

  story.hears({ type: 'customer-release', callId: OTHER, number: '13800138000' })
  expect(story.first()?.parties.map(({ number }) => number)).toEqual(['021'])
  expect(lastReason(story.hears({ type: 'customer-release', callId: OTHER }))).toBe('customer-hung-up')
})

test('with an unnamed leaver it is the customer who left', () => {
  const story = askFor(talkingStory(), { verb: 'consult' })
    .hears(alerting)
    .hears({ ...conference, callId: CALL_ID })

  story.hears(facts.customerRelease)

  expect(story.first()?.parties).toEqual([{ number: '6003', kind: 'agent', state: 'talking' }])
})

test('a colleague asked for help may leave, and drop nobody', () => {
  const story = talkingStory()
  story.hears(facts.customerRelease).hears(facts.callRelease)
  story.hears({ ...facts.ringing, callId: OTHER, caller: 'a6001', called: 'a6002', feature: 51, part: 'assistant' })
  expect(story.first()).toMatchObject({
    part: 'assist',
    number: '6001',
    direction: 'internal',
    verbs: ['answer', 'decline'],
  })

  story.hears({ ...colleague, caller: 'a6001', called: 'a6002', part: 'assistant' })
  expect(story.first()?.verbs).toEqual(['mute', 'hang-up'])

  story.hears({ ...conference, partners: ['13800138000', '6001'] })
  expect(story.first()?.verbs).toEqual(['mute', 'hang-up'])
  expect(story.first()?.parties).toHaveLength(2)
})

test('a waiting call is not drawn into a conference because its number is in it', () => {
  const story = besides().hears({ ...facts.ringing, callId: 'third', caller: '13800138000' })

  askFor(story, { verb: 'conference' }).hears({ ...conference, partners: ['021', '13800138000'] })

  expect(callNamed(story, 'third')?.phase.name).toBe('ringing')
})
