import { expect, test } from 'vitest'
import type { Colleague } from '#simulator/colleagues/colleague.ts'
import { transferMode } from '#simulator/platform/calls/transfer/matrix.ts'
import { BOB_HZ, bobTalks, CARLOS_HZ, castOf, does } from '../../support/cast.ts'

/** spec/ccgateway.md 8.3, each exactly. */

const transfer = (who: Colleague, devicetype: number, address: string, mode: number, more: object = {}) =>
  does(who, 'transfer', { devicetype, address, mode, ...more })

const gone = ['AgentEvent_Call_Release', 'AgentEvent_Customer_Release', 'AgentOther_PhoneRelease', 'AgentState_Ready']

test('every combination that is not in the matrix is refused', async () => {
  const cast = await castOf()
  await bobTalks(cast)
  const devices = [0, 1, 2, 3, 4, 5, 6]
  const refusals: string[] = []
  for (const device of devices) {
    for (const mode of [0, 1, 2, 3, 4, 5]) {
      if (!transferMode(device, mode)) refusals.push(await transfer(cast.alice, device, '1', mode))
    }
  }

  expect(new Set(refusals)).toEqual(new Set(['000-002']))
  expect(refusals).toHaveLength(42 - 12)
  expect(cast.alice.since()).toEqual([])
})

test('a target that is not there, no call, and a call that cannot be handed over', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  expect(await transfer(alice, 1, '2', 0)).toBe('200-012')
  await bobTalks(cast)

  const codes = [
    await transfer(alice, 1, '99', 0),
    await transfer(alice, 2, '9999', 2),
    await transfer(alice, 3, '1', 1),
    await transfer(alice, 4, '1', 0),
    await transfer(alice, 2, 'Bob', 0),
    await transfer(alice, 5, '1+1', 2),
    await transfer(alice, 2, '6001', 0),
  ]
  expect(codes).toEqual(['600-002', '300-002', '600-004', '600-003', '000-002', '000-002', '100-007'])
  await alice.hangUp()

  await does(alice, 'callinner', { called: '6003' }, 'PUT')
  await carlos.answer()
  expect(await transfer(alice, 1, '2', 0)).toBe('200-012')
})

test('released to a colleague, with its data', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)

  expect(await transfer(alice, 2, '6003', 0, { callappdata: 'order=7' })).toBe('0')
  expect(alice.since()).toEqual(gone)
  expect(await carlos.answer()).toBe(bob.id)

  expect(carlos.last('AgentEvent_Ringing')).toMatchObject({ transfer: 'yes', transfrom: 'a6001', feature: '0' })
  const data = await carlos.ask('GET', 'calldata', 'appdata')
  expect(data.result).toBe('order=7')
  await Promise.all([bob.hears.waitForChord([CARLOS_HZ]), carlos.hears.waitForChord([BOB_HZ])])
})

test('released to a queue, or its access code, it waits there', async () => {
  const cast = await castOf()
  const { alice, centre } = cast
  const bob = await bobTalks(cast)
  await does(alice, 'beginmute')
  await alice.ask('POST', 'onlineagent', 'saybusy')

  expect(await transfer(alice, 4, '4002', 0)).toBe('0')

  expect(bob.state).toBe('queued')
  expect(alice.since()).toEqual([...gone.slice(0, 3), 'AgentState_SetNotReady_Success'])
  expect((await alice.ask('GET', 'queuedevice', 'skillwaitnum/2')).result).toBe(1)
  expect(centre.agent('6001').calls).toEqual([])
})

test('released to a colleague who does not take it, it goes back to its queue', async () => {
  const cast = await castOf({ timeouts: { noAnswerMs: 30 } })
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)
  await alice.ask('POST', 'onlineagent', 'saybusy')

  await transfer(alice, 2, '6003', 0)
  await cast.centre.agent('6003').becomes('busy')

  expect(bob.state).toBe('queued')
  expect(carlos.events.map(({ eventType }) => eventType)).toContain('AgentEvent_No_Answer')
})
