import { expect, test } from 'vitest'
import type { TransferKind, TransferMode } from '#contract'
import { snapshot } from '#main/calls/snapshot.ts'
import { askFor, CALL_ID, callNamed, DIALOG_ID, facts, lastReason, talkingStory } from '#support/calls.ts'

/** The agent has asked for a transfer and the gateway said yes. */
function transferring(kind: TransferKind, mode: TransferMode) {
  const story = asking(kind, mode)
  story.apply({ type: 'confirmed', id: callNamed(story)?.id ?? '', verb: 'transfer', at: story.now() })
  return story
}

function asking(kind: TransferKind, mode: TransferMode) {
  return askFor(talkingStory(), { verb: 'transfer', transfer: { to: { kind, address: '6003' }, mode } })
}

const alerting = { type: 'customer-alerting', callId: CALL_ID, otherPhone: '6003' } as const
const failed = { type: 'call-failed', callId: CALL_ID, how: 'connect' } as const
const joined = { type: 'conference', callId: CALL_ID, partners: ['13800138000', '6003'] } as const
const succeeded = { type: 'transfer-result', callId: CALL_ID, succeeded: true } as const

test('a transfer is under way once it is accepted, and not before', () => {
  const story = asking('queue', 'release')
  expect(story.first()).toMatchObject({ pending: 'transfer' })
  expect(story.first()?.transfer).toBeUndefined()

  story.apply({ type: 'confirmed', id: callNamed(story)?.id ?? '', verb: 'transfer', at: story.now() })

  expect(story.first()).toMatchObject({ transfer: { mode: 'release', stage: 'asked', to: { kind: 'queue' } } })
  expect(story.first()?.pending).toBeUndefined()
  expect(story.first()?.verbs).toEqual(['mute', 'keys', 'hang-up'])
})

test.each([
  ['accepted first', transferring('queue', 'release')],
  ['the event first', asking('queue', 'release')],
])('a released customer is transferred, whichever release comes first (%s)', (_, story) => {
  const before = story.state()
  expect(lastReason(story.hears(facts.callRelease))).toBe('transferred')

  story.apply({ type: 'signed-in', gateway: true })
  expect(before.calls).toHaveLength(1)
})

test('a hold that was asked for first is no IVR, and a transfer that is refused then leaves it a hold', () => {
  const held = askFor(talkingStory(), { verb: 'hold' })
  const story = askFor(held, { verb: 'transfer', transfer: { to: { kind: 'ivr', address: '9001' }, mode: 'suspend' } })
  story.hears(facts.hold)
  story.apply({ type: 'failed', id: callNamed(story)?.id ?? '', verb: 'transfer', reason: 'refused', at: story.now() })

  expect(story.first()).toMatchObject({ phase: { name: 'held' }, failure: { verb: 'transfer' } })
  expect(story.first()?.transfer).toBeUndefined()
})

test('a customer who was handed on and is handed back rings again, beside another call', () => {
  const other = { callId: '1456403570-18', caller: '13900000002' }
  const story = transferring('queue', 'release').hears(facts.callRelease).hears(facts.idle)
  story.hears(facts.alerting).hears({ ...facts.ringing, ...other })
  story.hears({ ...facts.talking, ...other })

  expect(story.hears(facts.ringing).state().calls).toHaveLength(1)
  story.hears({ ...facts.ringing, transferred: true })

  expect(story.state().calls).toMatchObject([{ phase: { name: 'talking' } }, { phase: { name: 'ringing' } }])
})

test('a release transfer whose Customer_Release comes first is a transfer', () => {
  expect(lastReason(transferring('outside', 'release').hears(facts.customerRelease))).toBe('transferred')
})

test('a release transfer that cannot be connected leaves the agent with the customer', () => {
  const story = transferring('agent', 'release').hears(failed)

  expect(story.first()).toMatchObject({
    phase: { name: 'talking' },
    transferFailed: { to: { kind: 'agent', address: '6003' }, mode: 'release' },
  })
  expect(story.first()?.transfer).toBeUndefined()
  expect(story.first()?.verbs).toContain('transfer')
})

test('a success transfer is told by its result', () => {
  const story = transferring('agent', 'success').hears(alerting)
  expect(story.first()?.transfer?.stage).toBe('ringing')
  expect(story.microphone()).toBe(DIALOG_ID)

  story.hears(succeeded).hears(facts.callRelease).hears(facts.customerRelease)

  expect(lastReason(story)).toBe('transferred')
})

test('a success transfer that is refused leaves the customer with the agent', () => {
  const story = transferring('agent', 'success')
    .hears(alerting)
    .hears({ ...succeeded, succeeded: false })

  expect(story.first()).toMatchObject({ phase: { name: 'talking' }, transferFailed: { mode: 'success' } })
})

test('a success that is told after the release still was one', () => {
  const story = transferring('agent', 'success').hears(alerting).hears(facts.customerRelease)
  expect(lastReason(story)).toBe('customer-hung-up')

  expect(lastReason(story.hears(succeeded))).toBe('transferred')
})

test.each(['asked', 'ringing'])('a customer who hangs up while a success transfer is %s has hung up', (stage) => {
  const story = transferring('agent', 'success')
  if (stage === 'ringing') story.hears(alerting)

  story
    .hears({ ...succeeded, succeeded: false })
    .hears(facts.customerRelease)
    .hears(facts.callRelease)

  expect(lastReason(story)).toBe('customer-hung-up')
})

test('a talk transfer: the third party talks, the customer waits, and who hangs up hands over', () => {
  const story = transferring('outside', 'talk').hears(alerting).hears(joined)
  expect(story.first()).toMatchObject({
    transfer: { stage: 'talking' },
    parties: [
      { number: '13800138000', kind: 'customer', state: 'held' },
      { number: '6003', kind: 'outside', state: 'talking' },
    ],
  })
  expect(story.first()?.verbs).toContain('take-back')

  askFor(story, { verb: 'hang-up' }).hears(facts.callRelease)

  expect(lastReason(story)).toBe('transferred')
})

test('a three-party transfer has all three talk', () => {
  const story = transferring('outside', 'three-party').hears(alerting).hears(joined)

  expect(story.first()).toMatchObject({ transfer: { stage: 'joined' }, phase: { name: 'talking' } })
  expect(story.first()?.parties.map(({ state }) => state)).toEqual(['talking', 'talking'])
  expect(story.microphone()).toBe(DIALOG_ID)
})

test.each(['asked', 'ringing', 'joined'])('a transfer that is %s can be taken back', (stage) => {
  const story = transferring('outside', 'three-party')
  if (stage !== 'asked') story.hears(alerting)
  if (stage === 'joined') story.hears(joined)

  askFor(story, { verb: 'take-back' }).hears(facts.talking)

  expect(story.first()?.transfer).toBeUndefined()
  expect(story.first()?.transferFailed).toBeUndefined()
  expect(story.first()?.pending).toBeUndefined()
  expect(story.first()?.parties).toEqual([{ number: '13800138000', kind: 'customer', state: 'talking' }])
})

test('the third party who hangs up leaves agent and customer', () => {
  const story = transferring('outside', 'talk').hears(alerting).hears(joined)

  story.hears({ ...facts.customerRelease, number: '6003' }).hears(facts.talking)

  expect(story.first()).toMatchObject({ phase: { name: 'talking' }, parties: [{ number: '13800138000' }] })
  expect(story.first()?.transfer).toBeUndefined()
})

test('the customer who hangs up in a talk transfer leaves agent and third party', () => {
  const story = transferring('outside', 'talk').hears(alerting).hears(joined)

  story.hears({ ...facts.customerRelease, number: '13800138000' })

  expect(story.first()).toMatchObject({ phase: { name: 'talking' }, parties: [{ number: '6003' }] })
})

test('a customer who hangs up while the third party still rings ends the call', () => {
  const story = transferring('outside', 'talk').hears(alerting).hears(failed).hears(facts.customerRelease)

  expect(lastReason(story)).toBe('customer-hung-up')
})

test('a third party with a call id of its own is told apart from the customer', () => {
  const story = transferring('outside', 'three-party')
    .hears({ ...alerting, callId: 'third' })
    .hears(joined)

  story.hears({ type: 'customer-release', callId: 'third' })

  expect(story.first()).toMatchObject({ phase: { name: 'talking' }, parties: [{ number: '13800138000' }] })
})

test('a suspended customer is with the IVR from the yes on, unheard, and comes back', () => {
  const story = transferring('ivr', 'suspend')
  expect(story.first()).toMatchObject({ phase: { name: 'held' }, transfer: { stage: 'in-ivr' }, verbs: ['hang-up'] })
  expect(story.microphone()).toBeNull()

  story.hears({ type: 'return-from-ivr', callId: CALL_ID })
  expect(story.microphone()).toBeNull()
  story.hears(facts.talking)

  expect(story.first()).toMatchObject({ phase: { name: 'talking' }, backFromIvrAt: expect.any(Number) })
  expect(story.first()?.transfer).toBeUndefined()
  expect(story.microphone()).toBe(DIALOG_ID)
})

test('a customer who hangs up in the IVR has hung up', () => {
  expect(lastReason(transferring('ivr', 'suspend').hears(facts.customerRelease))).toBe('customer-hung-up')
})

test('a suspended call that the platform released comes back all the same', () => {
  const story = transferring('ivr', 'suspend').hears(facts.customerRelease).hears(facts.callRelease)
  expect(story.state().calls).toEqual([])

  story.hears({ type: 'return-from-ivr', callId: CALL_ID })
  expect(story.microphone()).toBeNull()
  story.hears(facts.talking)

  expect(snapshot(story.state()).list).toMatchObject([{ phase: { name: 'talking' }, number: '13800138000' }])
})

test('a call that was never suspended does not come back from an IVR', () => {
  const story = talkingStory().hears(facts.customerRelease).hears({ type: 'return-from-ivr', callId: CALL_ID })

  expect(story.state().calls).toEqual([])
})

test('a refused transfer is a failure and no transfer', () => {
  const story = asking('agent', 'success')

  story.apply({
    type: 'failed',
    id: callNamed(story)?.id ?? '',
    verb: 'transfer',
    reason: 'refused',
    retcode: '300-002',
    at: 1,
  })

  expect(story.first()).toMatchObject({ failure: { verb: 'transfer', retcode: '300-002' } })
  expect(story.first()?.verbs).toContain('transfer')
  expect(lastReason(story.hears(facts.callRelease))).toBe('ended-by-platform')
})
