import { expect, test } from 'vitest'
import { MUSIC_HZ } from '#simulator/platform/media/announcements.ts'
import { ALICE_HZ, BOB, BOB_HZ, bobTalks, CARLOS_HZ, type Cast, castOf, does } from '../../support/cast.ts'

/** spec/ccgateway.md 8.4, and 8.1 for calls inside. */

const released = [
  'AgentEvent_Customer_Release',
  'AgentEvent_Call_Release',
  'AgentOther_PhoneRelease',
  'AgentState_Ready',
]

async function consulting(cast: Cast, body: object = {}) {
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)
  const { result: callId } = await alice.ask('POST', 'voicecall', 'innerhelp', { dstaddress: '6003', ...body })
  await carlos.answer()
  return { bob, callId: String(callId) }
}

test('a colleague is asked while the customer waits, and sent away again', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const { bob, callId } = await consulting(cast)

  expect(alice.since()).toEqual([
    'AgentEvent_Hold',
    'AgentEvent_Customer_Alerting',
    'AgentEvent_Talking',
    'AgentMediaEvent_Record',
  ])
  expect(alice.last('AgentEvent_Talking')).toMatchObject({ callid: callId, feature: '51' })
  expect(carlos.last('AgentEvent_Ringing')).toMatchObject({
    callid: callId,
    type: 'assistant',
    feature: '51',
    caller: 'a6001',
    called: 'a6003',
  })
  expect(carlos.last('AgentOther_PhoneOffhook')).toEqual({ type: 'assistant' })
  await Promise.all([
    alice.hears.waitForChord([CARLOS_HZ]),
    carlos.hears.waitForChord([ALICE_HZ]),
    bob.hears.waitForChord([MUSIC_HZ]),
  ])
  carlos.since()

  expect(await does(carlos, 'disconnect/6001')).toBe('000-003')
  expect(await does(alice, 'disconnect/6002')).toBe('200-204')
  expect(await does(alice, 'disconnect/6003')).toBe('0')

  expect(alice.since()).toEqual(['AgentEvent_Customer_Release', 'AgentEvent_Call_Release', 'AgentEvent_Talking'])
  expect(carlos.since()).toEqual([
    'AgentEvent_Call_Release',
    'AgentEvent_Customer_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ])
  await Promise.all([bob.hears.waitForChord([ALICE_HZ]), alice.hears.waitForChord([BOB_HZ])])
})

test.each(['the agent', 'the colleague'])('the customer comes back when %s hangs up', async (who) => {
  const cast = await castOf()
  const { bob } = await consulting(cast)

  await (who === 'the agent' ? cast.alice : cast.carlos).hangUp()

  await Promise.all([bob.hears.waitForChord([ALICE_HZ]), cast.alice.hears.waitForChord([BOB_HZ])])
  expect(cast.carlos.events.at(-1)?.eventType).toBe('AgentState_Ready')
})

test('a colleague who is not there gives the customer back at once', async () => {
  const cast = await castOf()
  const { alice } = cast
  const bob = await bobTalks(cast)

  const answer = await alice.ask('POST', 'voicecall', 'innerhelp', { dstaddress: '6002' })

  expect(answer.retcode).toBe('0')
  expect(alice.since()).toEqual(['AgentEvent_Hold', 'AgentEvent_Consult_Fail', 'AgentEvent_Talking'])
  await bob.hears.waitForChord([ALICE_HZ])
})

test('a colleague who rejects it', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  await bobTalks(cast)
  await does(alice, 'innerhelp', { dstaddress: '6003' })
  await carlos.hearsOf('AgentEvent_Ringing')
  alice.since()

  await does(carlos, 'reject', { mode: 1 })

  expect(alice.since()).toEqual(['AgentEvent_Consult_Fail', 'AgentEvent_Talking'])
})

test('the customer hangs up while waiting, and the agents talk on', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const { bob } = await consulting(cast)
  alice.since()

  bob.hangUp()

  expect(alice.since()).toEqual(['AgentEvent_Customer_Release', 'AgentEvent_Call_Release'])
  await Promise.all([alice.hears.waitForChord([CARLOS_HZ]), carlos.hears.waitForChord([ALICE_HZ])])
  await alice.hangUp()
  expect(cast.centre.agent('6001').state).toBe('idle')
})

test('a three-party consultation joins the colleague to the customer', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const { bob, callId } = await consulting(cast, { mode: 2 })

  expect(alice.since()).toEqual(['AgentEvent_Customer_Alerting', 'AgentEvent_Conference'])
  expect(alice.last('AgentEvent_Conference')).toEqual({ callid: bob.id, partner: `${BOB},6003` })
  expect(carlos.last('AgentEvent_Talking')).toMatchObject({ callid: callId, feature: '52', type: 'assistant' })
  await Promise.all([
    alice.hears.waitForChord([BOB_HZ, CARLOS_HZ]),
    carlos.hears.waitForChord([BOB_HZ, ALICE_HZ]),
    bob.hears.waitForChord([ALICE_HZ, CARLOS_HZ]),
  ])

  await carlos.hangUp()
  expect(alice.since()).toEqual(['AgentEvent_Customer_Release', 'AgentEvent_Talking'])
  await bob.hears.waitForChord([ALICE_HZ])
})

test('while a three-party consultation rings the customer waits, or does not', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)

  await does(alice, 'innerhelp', { dstaddress: '6003', mode: 2 })
  await bob.hears.waitForChord([MUSIC_HZ])
  await carlos.hearsOf('AgentEvent_Ringing')
  await does(carlos, 'reject', { mode: 2 })
  await bob.hears.waitForChord([ALICE_HZ])
  expect(alice.since()).toEqual(['AgentEvent_Customer_Alerting', 'AgentEvent_Consult_Fail'])

  await does(alice, 'innerhelp', { dstaddress: '6003', mode: 2, holdflag: false })
  await carlos.hearsOf('AgentEvent_Ringing')
  const asked = performance.timeOrigin + performance.now()
  await bob.hears.waitForChord([ALICE_HZ], { forMs: 300 })
  expect(bob.hears.amongTones(MUSIC_HZ, asked, asked + 200)).toBe('never')
})

test('the customer hangs up while a three-party consultation rings', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)
  await does(alice, 'innerhelp', { dstaddress: '6003', mode: 2 })
  await carlos.hearsOf('AgentEvent_Ringing')
  alice.since()
  carlos.since()

  bob.hangUp()

  expect(alice.since()).toEqual(['AgentEvent_Consult_Fail', ...released])
  expect(carlos.since()).toEqual(released)
})

test('whoever is asked into a call and only rings is withdrawn by the id of the asking', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  const bob = await bobTalks(cast)
  const { result: callid } = await alice.ask('POST', 'voicecall', 'innerhelp', { dstaddress: '6003', mode: 2 })
  await carlos.hearsOf('AgentEvent_Ringing')
  alice.since()
  carlos.since()

  expect(await does(alice, `dropcall/${callid}`)).toBe('0')

  expect(alice.since()).toEqual(['AgentEvent_Call_Release'])
  expect(alice.last('AgentEvent_Call_Release')).toBe(callid)
  expect(carlos.since()).toEqual(released)
  await bob.hears.waitForChord([ALICE_HZ])
  expect(await does(alice, `dropcall/${callid}`)).toBe('200-017')
})

test('there is nothing to consult about without a customer', async () => {
  const { alice } = await castOf()

  expect(await does(alice, 'innerhelp', { dstaddress: '6003' })).toBe('200-018')
})

test('of a queue an idle agent is asked', async () => {
  const cast = await castOf()
  const { alice, carlos } = cast
  await bobTalks(cast)
  expect(await does(alice, 'innerhelp', { dstaddress: '2', devicetype: 1 })).toBe('100-007')
  await carlos.ask('POST', 'onlineagent', 'resetskill/true')

  expect(await does(alice, 'innerhelp', { dstaddress: '2', devicetype: 1 })).toBe('0')
  await carlos.answer()

  await alice.hears.waitForChord([CARLOS_HZ])
})
