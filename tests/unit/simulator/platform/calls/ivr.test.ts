import { expect, test } from 'vitest'
import { ALICE_HZ, BOB_HZ, bobTalks, castOf, does } from '../../support/cast.ts'

/** spec/ccgateway.md 8.3: IVRs, released or suspended. */

const pin = { devicetype: 3, address: '9001' }
const goodbye = { devicetype: 3, address: '9002' }

test('suspended into an IVR, the customer hears it and comes back', async () => {
  const cast = await castOf()
  const { alice } = cast
  const bob = await bobTalks(cast)

  expect(await does(alice, 'transfer', { ...pin, mode: 1 })).toBe('0')
  await Promise.all([bob.hears.waitForChord([587]), alice.hears.waitForChord([])])
  expect(bob.state).toBe('ivr')
  expect(await does(alice, 'hold')).toBe('200-014')
  await alice.hearsOf('AgentEvent_ReturnFromIvr')

  expect(alice.since()).toEqual(['AgentEvent_ReturnFromIvr', 'AgentEvent_Talking'])
  expect(alice.last('AgentEvent_ReturnFromIvr')).toBe(bob.id)
  await Promise.all([bob.hears.waitForChord([ALICE_HZ]), alice.hears.waitForChord([BOB_HZ])])
})

test('a flow that ends, ends the call', async () => {
  const cast = await castOf()
  const { alice } = cast
  const bob = await bobTalks(cast)

  await does(alice, 'transfer', { ...goodbye, mode: 1 })

  expect(await bob.ended).toBe('ended-by-platform')
  expect(alice.since()).toEqual([
    'AgentEvent_Customer_Release',
    'AgentEvent_Call_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ])
})

test('released into an IVR, the customer hears it out', async () => {
  const cast = await castOf()
  const bob = await bobTalks(cast)

  expect(await does(cast.alice, 'transfer', { ...goodbye, mode: 0 })).toBe('0')

  expect(cast.centre.agent('6001').state).toBe('idle')
  await bob.hears.waitForChord([784])
  expect(await bob.ended).toBe('ended-by-platform')
})

test('the customer hangs up in the IVR', async () => {
  const cast = await castOf()
  const { alice } = cast
  const bob = await bobTalks(cast)
  await does(alice, 'transfer', { ...pin, mode: 1 })

  bob.hangUp()

  expect(alice.since().at(-1)).toBe('AgentState_Ready')
  expect(cast.centre.leftOpen()).toMatchObject({ calls: 0, rooms: 0, ticking: false })
})
