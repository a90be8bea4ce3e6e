import { expect, test } from 'vitest'
import type { Colleague } from '#simulator/colleagues/colleague.ts'
import { ALICE_HZ, BOB_HZ, bobTalks, CARLOS_HZ, castOf, does } from '../../support/cast.ts'

/** spec/ccgateway.md 8.3, each exactly. */

const transfer = (who: Colleague, devicetype: number, address: string, mode: number, more: object = {}) =>
  does(who, 'transfer', { devicetype, address, mode, ...more })

const gone = ['AgentEvent_Call_Release', 'AgentEvent_Customer_Release', 'AgentOther_PhoneRelease', 'AgentState_Ready']

test('a success transfer is watched: the agent keeps the customer until the colleague answers', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)

  expect(await transfer(alice, 2, '6003', 2)).toBe('0')
  await carlos.hearsOf('AgentEvent_Customer_Alerting')
  await bob.hears.waitForChord([ALICE_HZ])
  expect(alice.since()).toEqual(['AgentEvent_Customer_Alerting'])
  expect(await transfer(alice, 2, '6003', 2)).toBe('100-007')
  await carlos.answer()

  await bob.hears.waitForChord([CARLOS_HZ])
  expect(alice.since()).toEqual(['AgentEvent_SuccTransResult', 'AgentMediaEvent_StopRecordDone', ...gone])
  expect(alice.last('AgentEvent_SuccTransResult')).toEqual({ result: 0, callId: bob.id })
})

test.each([
  ['a colleague who rejects it', '6003', 2],
  ['a colleague who is signed out', '6002', 2],
  ['a busy number', '13900000002', 5],
  ['a number nobody answers', '13900000003', 5],
])('a success transfer to %s fails, and the agent keeps the call', async (_who, address, device) => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)

  await transfer(alice, device, address, 2)
  if (address === '6003') {
    await carlos.hearsOf('AgentEvent_Ringing')
    await does(carlos, 'reject', { mode: 2 })
  }
  await alice.hearsOf('AgentEvent_SuccTransResult')

  expect(alice.last('AgentEvent_SuccTransResult')).toEqual({ result: 1, callId: bob.id })
  await Promise.all([bob.hears.waitForChord([ALICE_HZ]), alice.hears.waitForChord([BOB_HZ])])
})

test('a success transfer to a queue waits for an agent of it, for as long as the site says', async () => {
  const cast = await castOf({ timeouts: { transferMs: 40 } })
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)

  await transfer(alice, 1, '2', 2)
  await alice.hearsOf('AgentEvent_SuccTransResult')
  expect(alice.last('AgentEvent_SuccTransResult')).toMatchObject({ result: 1 })

  await carlos.ask('POST', 'onlineagent', 'resetskill/true')
  await transfer(alice, 1, '2', 2)
  await carlos.answer()
  await bob.hears.waitForChord([CARLOS_HZ])
})

test('the customer hangs up while a success transfer rings', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)
  await transfer(alice, 2, '6003', 2)
  await carlos.hearsOf('AgentEvent_Ringing')
  alice.since()
  carlos.since()

  bob.hangUp()

  const released = [
    'AgentEvent_Customer_Release',
    'AgentEvent_Call_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ]
  expect(alice.since()).toEqual(['AgentEvent_SuccTransResult', ...released])
  expect(carlos.since()).toEqual(released)
})
