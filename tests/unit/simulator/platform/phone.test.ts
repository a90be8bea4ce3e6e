import { expect, test } from 'vitest'
import { calling, inConversation, offered } from '../support/calls.ts'
import { signedIn, stageCentre } from '../support/stage.ts'

test('an agent whose softphone is not registered becomes busy with reason 5, and the next one is asked', async () => {
  const { centre, sip } = await stageCentre()
  const first = await signedIn(centre, 'websocket', '6001')
  await signedIn(centre, 'websocket', '6002')
  sip.unregister('67470001')

  const call = await calling(centre)
  await first.settled()

  expect(first.since()).toEqual([
    'AgentState_Busy',
    'AgentEvent_Incoming_CallInfo',
    'AgentEvent_Connect_Fail',
    'AgentState_SetNotReady_Success',
  ])
  expect(centre.agent('6001').reason).toBe(5)
  expect(centre.agent('6002').call?.id).toBe(call.id)
})

test('a softphone that refuses its INVITE is unavailable', async () => {
  const { centre, sip } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  sip.habit = 'refuses'

  centre.customer({ number: '13800000001' }).callQueue('Support')
  await centre.agent('6001').becomes('busy')
  await client.settled()

  expect(client.since().slice(-3)).toEqual([
    'AgentEvent_Connect_Fail',
    'AgentOther_PhoneRelease',
    'AgentState_SetNotReady_Success',
  ])
  expect(centre.agent('6001').reason).toBe(5)
})

test('a softphone that only rings counts as not answered', async () => {
  const { centre, sip } = await stageCentre({ timeouts: { phoneAnswerMs: 10 } })
  const client = await signedIn(centre, 'websocket')
  sip.habit = 'rings'

  centre.customer({ number: '13800000001' }).callQueue('Support')
  await centre.agent('6001').becomes('busy')
  await client.settled()

  expect(client.since()).toEqual([
    ...offered.slice(0, 3),
    'AgentEvent_No_Answer',
    'AgentOther_PhoneRelease',
    'AgentState_SetNotReady_Success',
  ])
  expect(centre.agent('6001').reason).toBe(2)
  expect(sip.legs[0]?.done).toEqual(['hang-up'])
})

test('the agent hangs up with the phone', async () => {
  const { centre, sip } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const call = await inConversation(centre, client)
  client.since()

  sip.legs[0]?.phoneHangsUp()
  expect(await call.ended).toBe('agent-hung-up')
  await client.settled()

  expect(client.since()).toEqual([
    'AgentOther_PhoneRelease',
    'AgentEvent_Call_Release',
    'AgentEvent_Customer_Release',
    'AgentState_Ready',
  ])
  expect(client.events.find(({ eventType }) => eventType === 'AgentOther_PhoneRelease')?.content).toEqual({
    phoneState: 2,
  })
})

test('a phone that hangs up while it rings rejects the call', async () => {
  const { centre, sip } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const call = await calling(centre)
  await client.settled()
  client.since()

  sip.legs[0]?.phoneHangsUp()
  await centre.agent('6001').becomes('busy')
  await client.settled()

  expect(client.since()).toEqual(['AgentOther_PhoneRelease', 'AgentEvent_No_Answer', 'AgentState_SetNotReady_Success'])
  expect(centre.agent('6001').reason).toBe(7)
  expect(call.state).toBe('queued')
})

test('a lost registration is noticed at once where the site is so', async () => {
  const { centre, sip } = await stageCentre({ behaviour: { registrationLost: 'at-once' } })
  const client = await signedIn(centre, 'websocket')

  sip.unregister('67470001')
  await client.settled()

  expect(client.since()).toEqual(['AgentState_SetNotReady_Success'])
  expect(client.events.at(-1)?.content).toEqual({ reason: '5' })
})

test('neither side hears the other before talking, nor after', async () => {
  const { centre, sip } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const call = await calling(centre)
  const leg = sip.legs[0]
  const loud = new Int16Array(160).fill(8_000)

  leg?.phoneSays(loud)
  expect(leg?.hears()).toBeNull()
  await client.ask('PUT', '/voicecall/6001/answer')
  expect(leg?.hears()).not.toBeNull()
  await client.ask('DELETE', '/voicecall/6001/release')
  leg?.phoneSays(loud)

  expect(leg?.hears()).toBeNull()
  expect(call.hears.heard.every(({ hz }) => hz === null)).toBe(true)
})
