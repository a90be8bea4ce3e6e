import { expect, test } from 'vitest'
import { ALICE_HZ, CARLOS_HZ, castOf, does } from '../../support/cast.ts'

/** spec/ccgateway.md 8.1: callinner, callinnerskill. */

test('an internal call rings a colleague, and the two talk', async () => {
  const { alice, carlos } = await castOf()

  const { result } = await alice.ask('PUT', 'voicecall', 'callinner', { called: '6003', callappdata: 'lunch' })
  expect(await carlos.answer()).toBe(result)

  expect(alice.since()).toEqual([
    'AgentOther_PhoneAlerting',
    'AgentOther_PhoneOffhook',
    'AgentState_Busy',
    'AgentEvent_Customer_Alerting',
    'AgentEvent_Talking',
    'AgentMediaEvent_Record',
  ])
  expect(alice.last('AgentEvent_Customer_Alerting')).toMatchObject({ otherPhone: '6003', otherPhoneWorkno: '6003' })
  expect(carlos.last('AgentEvent_Ringing')).toMatchObject({
    caller: 'a6001',
    called: 'a6003',
    feature: '6',
    type: 'main',
  })
  await Promise.all([alice.hears.waitForChord([CARLOS_HZ]), carlos.hears.waitForChord([ALICE_HZ])])
})

test('it can be neither muted nor handed over, but held, and the colleague hears music', async () => {
  const { alice, carlos, centre } = await castOf()
  await does(alice, 'callinner', { called: '6003' }, 'PUT')
  await carlos.answer()

  expect(await does(alice, 'beginmute')).toBe('200-004')
  expect(await does(alice, 'hold')).toBe('0')
  await carlos.hears.waitForChord([300])
  expect(await does(alice, 'gethold')).toBe('0')
  await carlos.hears.waitForChord([ALICE_HZ])

  carlos.since()
  await alice.hangUp()
  expect(carlos.since()).toEqual([
    'AgentEvent_Customer_Release',
    'AgentEvent_Call_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ])
  expect(centre.leftOpen()).toMatchObject({ calls: 0, rooms: 0, legs: 0 })
})

test('a colleague who is not free fails it', async () => {
  const { alice } = await castOf()

  expect(await does(alice, 'callinner', { called: '6002' }, 'PUT')).toBe('0')
  await alice.hearsOf('AgentEvent_Inside_Call_Fail')

  expect(alice.since().slice(2)).toEqual([
    'AgentState_Busy',
    'AgentOther_PhoneRelease',
    'AgentEvent_Inside_Call_Fail',
    'AgentState_Ready',
  ])
  expect(await does(alice, 'callinner', { called: '9999' }, 'PUT')).toBe('200-001')
})

test('a colleague who does not answer fails it, and becomes busy', async () => {
  const { alice, carlos, centre } = await castOf({ timeouts: { noAnswerMs: 30 } })

  await does(alice, 'callinner', { called: '6003' }, 'PUT')
  await alice.hearsOf('AgentEvent_Inside_Call_Fail')

  expect(centre.agent('6003').state).toBe('busy')
  expect(carlos.last('AgentState_SetNotReady_Success')).toEqual({ reason: '2' })
  expect(centre.agent('6001').state).toBe('idle')
})

test('a queue with an idle agent can be called', async () => {
  const { alice, carlos } = await castOf()
  expect(await does(alice, 'callinnerskill', { skillid: 2 }, 'PUT')).toBe('100-007')
  expect(await does(alice, 'callinnerskill', { skillid: 77 }, 'PUT')).toBe('600-002')
  await carlos.ask('POST', 'onlineagent', 'resetskill/true')

  expect(await does(alice, 'callinnerskill', { skillid: 2 }, 'PUT')).toBe('0')
  await carlos.answer()

  await alice.hears.waitForChord([CARLOS_HZ])
})
