import { expect, test } from 'vitest'
import type { Colleague } from '#simulator/colleagues/colleague.ts'
import { MUSIC_HZ } from '#simulator/platform/media/announcements.ts'
import { ALICE_HZ, BOB_HZ, bobTalks, castOf, does, EVE, EVE_HZ, eveIn } from '../../support/cast.ts'

/** spec/ccgateway.md 8.3, each exactly. */

const transfer = (who: Colleague, devicetype: number, address: string, mode: number, more: object = {}) =>
  does(who, 'transfer', { devicetype, address, mode, ...more })

const gone = ['AgentEvent_Call_Release', 'AgentEvent_Customer_Release', 'AgentOther_PhoneRelease', 'AgentState_Ready']

test('watched, somebody outside takes the customer over', async () => {
  const cast = await castOf()
  const bob = await bobTalks(cast)

  await transfer(cast.alice, 5, EVE, 2)
  const eve = await eveIn(cast)

  await Promise.all([bob.hears.waitForChord([EVE_HZ]), eve.hears.waitForChord([BOB_HZ])])
  await cast.centre.agent('6001').becomes('idle')
  eve.hangUp()
  expect(await bob.ended).toBe('other-hung-up')
})

test('released to an outside number: not an outgoing call, and a customer whom nobody takes is hung up on', async () => {
  const cast = await castOf()
  const { alice } = cast
  const bob = await bobTalks(cast)
  expect(await transfer(alice, 5, EVE, 1)).toBe('0')
  expect(alice.since()).toEqual(gone)
  const eve = await eveIn(cast)
  await bob.hears.waitForChord([EVE_HZ])
  bob.hangUp()
  expect(await eve.ended).toBe('other-hung-up')

  const other = await bobTalks(cast, '13800000002')
  await transfer(alice, 5, '13900000002', 1)
  expect(await other.ended).toBe('ended-by-platform')

  await does(alice, 'callout', { called: EVE }, 'PUT')
  await eveIn(cast)
  expect(await transfer(alice, 5, '13900000003', 1)).toBe('100-007')
})

test('in a talk transfer the customer waits while agent and third party talk, and whoever leaves leaves two', async () => {
  const cast = await castOf()
  const { alice } = cast
  const bob = await bobTalks(cast)

  expect(await transfer(alice, 5, EVE, 3)).toBe('0')
  const eve = await eveIn(cast)
  expect(alice.since()).toEqual(['AgentEvent_Customer_Alerting', 'AgentEvent_Conference'])
  expect(alice.last('AgentEvent_Conference')).toEqual({ callid: bob.id, partner: `13800000001,${EVE}` })
  await Promise.all([
    alice.hears.waitForChord([EVE_HZ]),
    eve.hears.waitForChord([ALICE_HZ]),
    bob.hears.waitForChord([MUSIC_HZ]),
  ])

  await alice.hangUp()
  expect(alice.since()).toEqual(gone)
  await Promise.all([bob.hears.waitForChord([EVE_HZ]), eve.hears.waitForChord([BOB_HZ])])
})

test('a three-party transfer joins all, and is taken back', async () => {
  const cast = await castOf()
  const { alice } = cast
  const bob = await bobTalks(cast)
  expect(await does(alice, 'canceltransfer')).toBe('100-007')

  await transfer(alice, 5, EVE, 4)
  const eve = await eveIn(cast)
  await Promise.all([
    alice.hears.waitForChord([BOB_HZ, EVE_HZ]),
    bob.hears.waitForChord([ALICE_HZ, EVE_HZ]),
    eve.hears.waitForChord([ALICE_HZ, BOB_HZ]),
  ])
  expect(await does(alice, 'hold')).toBe('200-014')
  alice.since()

  expect(await does(alice, 'canceltransfer')).toBe('0')
  expect(await eve.ended).toBe('agent-hung-up')
  expect(alice.since()).toEqual(['AgentEvent_Talking'])
  await Promise.all([bob.hears.waitForChord([ALICE_HZ]), alice.hears.waitForChord([BOB_HZ])])
})

test.each(['customer', 'third party'])('the %s leaves a three-party transfer', async (who) => {
  const cast = await castOf()
  const { alice } = cast
  const bob = await bobTalks(cast)
  await transfer(alice, 5, EVE, 4)
  const eve = await eveIn(cast)
  alice.since()

  const [leaves, stays] = who === 'customer' ? [bob, eve] : [eve, bob]
  leaves.hangUp()

  expect(alice.since()).toEqual(['AgentEvent_Customer_Release', 'AgentEvent_Talking'])
  expect(alice.last('AgentEvent_Customer_Release')).toEqual({ callid: bob.id, number: leaves.number })
  await stays.hears.waitForChord([ALICE_HZ])
})

test('a talk transfer nobody answers gives the customer back', async () => {
  const cast = await castOf()
  const { alice } = cast
  const bob = await bobTalks(cast)

  await transfer(alice, 5, '13900000003', 3)
  await alice.hearsOf('AgentEvent_Connect_Fail')

  expect(alice.since()).toEqual(['AgentEvent_Customer_Alerting', 'AgentEvent_Connect_Fail'])
  await bob.hears.waitForChord([ALICE_HZ])
})
