import { expect, test } from 'vitest'
import { ALICE_HZ, act, BOB_HZ, bobTalks, CARLOS_HZ, castOf, does, EVE, eveIn } from '../../support/cast.ts'
import { signedIn, stageCentre } from '../../support/stage.ts'

/** spec/ccgateway.md 8.1, 9 and 10: keys, data, recording, picking up. */

test('keys reach whoever is outside, and nobody else', async () => {
  const cast = await castOf()
  const { alice } = cast
  expect(await does(alice, 'seconddialex?number=1')).toBe('100-007')
  const bob = await bobTalks(cast)

  const codes = [
    await does(alice, 'seconddialex?number=12%23'),
    await does(alice, 'seconddial/34'),
    await does(alice, 'seconddialex?number=a'),
    await does(alice, 'seconddial/%23'),
  ]
  expect(codes).toEqual(['0', '0', '000-002', '000-002'])
  expect(bob.keys).toBe('12#34')

  await does(alice, 'hold')
  await does(alice, 'callout', { called: EVE }, 'PUT')
  const eve = await eveIn(cast)
  await does(alice, 'seconddialex?number=5')
  expect([bob.keys, eve.keys]).toEqual(['12#34', '5'])
})

test('associated data is set, for the call that is named', async () => {
  const cast = await castOf()
  const { alice } = cast
  const set = async (body: object) => (await alice.ask('PUT', 'calldata', 'setcalldataex', body)).retcode
  const data = async (callId: string) => (await alice.ask('GET', 'calldata', `appdata?callId=${callId}`)).result
  expect(await set({ calldata: 'x' })).toBe('400-001')
  const bob = await bobTalks(cast)
  await does(alice, 'hold')
  await does(alice, 'callout', { called: EVE }, 'PUT')
  const eve = await eveIn(cast)

  expect(await set({ callid: bob.id })).toBe('400-002')
  expect(await set({ callid: bob.id, calldata: 'Bob’s' })).toBe('0')
  expect(await set({ calldata: Buffer.from('Eve’s').toString('base64'), isDataEncoded: true })).toBe('0')

  expect([await data(bob.id), await data(eve.id)]).toEqual(['Bob’s', 'Eve’s'])
  expect((await alice.ask('GET', 'calldata', 'allcallid')).result).toEqual([bob.id, eve.id])
  expect((await alice.ask('GET', 'calldata', 'holdlist')).result).toMatchObject([{ callid: bob.id }])
  expect((await alice.ask('GET', 'calldata', `callinfobycallid/${bob.id}`)).result).toMatchObject({ calldata: 'Bob’s' })
})

test('recording is stopped, started, paused and resumed, each from its own state', async () => {
  const cast = await castOf()
  const { alice } = cast
  const step = async (method: 'PUT' | 'POST' | 'DELETE', operation: string) =>
    (await alice.ask(method, 'recordplay', operation)).retcode
  expect(await step('PUT', 'record')).toBe('500-008')
  const bob = await bobTalks(cast)

  expect(await step('PUT', 'recordwithoutfilename')).toBe('500-008')
  expect(await step('POST', 'resumerecord')).toBe('500-006')
  expect(await step('POST', 'pauserecord')).toBe('0')
  expect(await step('POST', 'pauserecord')).toBe('500-004')
  expect(await step('POST', 'resumerecord')).toBe('0')
  expect(alice.since()).toEqual([])
  expect(await step('DELETE', 'stoprecord')).toBe('0')
  expect(await step('PUT', 'record')).toBe('0')

  expect(alice.since()).toEqual(['AgentMediaEvent_StopRecordDone', 'AgentMediaEvent_Record'])
  expect(alice.last('AgentMediaEvent_StopRecordDone')).toMatchObject({ callId: bob.id, recordFormat: '3' })
})

test('where the site records nothing, and lets nobody record', async () => {
  const cast = await castOf({ behaviour: { recordsAll: false, selfRecord: false } })
  await bobTalks(cast)

  expect((await cast.alice.ask('PUT', 'recordplay', 'record')).retcode).toBe('000-003')
  expect(cast.alice.last('AgentMediaEvent_Record')).toBeUndefined()
})

test('a colleague’s ringing call is picked up', async () => {
  const cast = await castOf()
  const { alice, carlos, centre } = cast
  const bob = centre.customer({ number: '13800000001', tone: BOB_HZ }).callQueue('Support')
  await alice.hearsOf('AgentEvent_Ringing')
  alice.since()
  carlos.since()

  expect(await does(carlos, 'snatchpickup?destWorkNo=6001', undefined, 'PUT')).toBe('0')
  await bob.talking

  expect(alice.since()).toEqual(['AgentEvent_No_Answer', 'AgentOther_PhoneRelease', 'AgentState_Ready'])
  expect(carlos.since()).toEqual([
    'AgentState_Busy',
    'AgentEvent_Incoming_CallInfo',
    'AgentOther_PhoneAlerting',
    'AgentOther_PhoneOffhook',
    'AgentEvent_Talking',
    'AgentMediaEvent_Record',
  ])
  await bob.hears.waitForChord([CARLOS_HZ])
  expect(await does(carlos, 'snatchpickup?destWorkNo=6001', undefined, 'PUT')).toBe('200-002')
})

test('in phone mode the agent’s own telephone rings, and its person picks up', async () => {
  const { centre } = await stageCentre()
  const mobile = centre.deskPhone({ number: '13700000001', tone: ALICE_HZ, picksUp: 'by-hand' })
  const client = await signedIn(centre, 'websocket', '6001', { phonenum: '13700000001' })

  const bob = centre.customer({ number: '13800000001', tone: BOB_HZ }).callQueue('Support')
  await mobile.rings()
  await client.settled()
  expect(client.since()).toEqual(['AgentState_Busy', 'AgentEvent_Incoming_CallInfo', 'AgentOther_PhoneAlerting'])

  mobile.pickUp()
  await centre.journal.until(() => bob.state === 'ringing', 'ringing')
  await client.ask('PUT', '/voicecall/6001/answer')
  await Promise.all([bob.hears.waitForChord([ALICE_HZ]), mobile.hears.waitForChord([BOB_HZ])])

  mobile.hangUp()
  expect(await bob.ended).toBe('agent-hung-up')
})

test('a telephone nobody knows cannot be signed in with', async () => {
  const { centre } = await stageCentre()

  const client = await signedIn(centre, 'websocket', '6001', { phonenum: '13700000009' })

  expect(client.guid).toBeNull()
})

test('auto-answer and auto-idle can be switched during a session', async () => {
  const cast = await castOf()
  const { alice, centre } = cast
  await alice.ask('POST', 'onlineagent', 'autoanswer/true')
  await alice.ask('POST', 'onlineagent', 'autoenteridle/false')

  const bob = centre.customer({ number: '13800000001' }).callQueue('Support')
  expect(await bob.talking).toBe(true)
  await alice.hangUp()

  expect(act(alice).events.map(({ eventType }) => eventType)).toContain('AgentEvent_Auto_Answer')
  expect(centre.agent('6001').state).toBe('wrap-up')
})
