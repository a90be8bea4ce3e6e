import { expect, test } from 'vitest'
import { autoAnswered, calling, inConversation, offered, ringing, talking } from '../support/calls.ts'
import { signedIn, stageCentre, transports } from '../support/stage.ts'

/** spec/ccgateway.md 15.9, each exactly, over both transports. */

test.each(transports)('a call is offered, answered and talked over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)

  const call = await calling(centre)
  await client.settled()
  expect(client.since()).toEqual([...offered, ...ringing])

  const answer = await client.ask('PUT', `/voicecall/6001/answer?callid=${call.id}`)
  await client.settled()
  expect(answer.retcode).toBe('0')
  expect(client.since()).toEqual(talking)
  expect(await call.talking).toBe(true)
})

test.each(transports)('with auto-answer the gateway answers over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport, '6001', { autoanswer: true })

  await centre.customer({ number: '13800000001' }).callQueue('Support').talking
  await client.settled()

  expect(client.since()).toEqual([...offered, ...autoAnswered, ...talking])
})

test.each(transports)('an always-off-hook phone is called once over %s', async (transport) => {
  const { centre, sip } = await stageCentre()
  const client = await signedIn(centre, transport, '6001', { releasephone: false })
  await inConversation(centre, client)
  client.since()

  await client.ask('DELETE', '/voicecall/6001/release')
  await client.settled()
  expect(client.since()).toEqual(['AgentEvent_Call_Release', 'AgentEvent_Customer_Release', 'AgentState_Ready'])

  await calling(centre, '13800000002')
  await client.settled()
  expect(client.since()).toEqual(['AgentState_Busy', 'AgentEvent_Incoming_CallInfo', ...ringing])
  expect(sip.legs).toHaveLength(1)
  expect(sip.legs[0]?.done).toEqual([])
})

test.each(transports)('the agent hangs up over %s', async (transport) => {
  const { centre, sip } = await stageCentre()
  const client = await signedIn(centre, transport)
  const call = await inConversation(centre, client)
  client.since()

  await client.ask('DELETE', '/voicecall/6001/release')
  await client.settled()

  expect(client.since()).toEqual([
    'AgentEvent_Call_Release',
    'AgentEvent_Customer_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ])
  expect(await call.ended).toBe('agent-hung-up')
  expect(sip.legs[0]?.done).toEqual(['hang-up'])
})

const customerGone = ['AgentEvent_Customer_Release', 'AgentEvent_Call_Release', 'AgentOther_PhoneRelease']

test.each(transports)('the customer hangs up while talking over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport, '6001', { autoenteridle: false })
  const call = await inConversation(centre, client)
  client.since()

  call.hangUp()
  await client.settled()

  expect(client.since()).toEqual([...customerGone, 'AgentState_Work'])
  expect(await call.ended).toBe('customer-hung-up')
})

test.each(transports)('the customer gives up while it rings over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport, '6001', { autoenteridle: false })
  const call = await calling(centre)
  await client.settled()
  client.since()

  call.hangUp()
  await client.settled()

  expect(client.since()).toEqual([...customerGone, 'AgentState_Ready'])
  expect(await call.ended).toBe('customer-gave-up')
})

test.each(transports)('nobody answers in time over %s', async (transport) => {
  const { centre } = await stageCentre({ timeouts: { noAnswerMs: 20 } })
  const client = await signedIn(centre, transport)

  const call = await calling(centre)
  await centre.agent('6001').becomes('busy')
  await client.settled()

  expect(client.since()).toEqual([
    ...offered,
    ...ringing,
    'AgentEvent_No_Answer',
    'AgentOther_PhoneRelease',
    'AgentState_SetNotReady_Success',
  ])
  expect(client.events.at(-1)?.content).toEqual({ reason: '2' })
  expect(call.state).toBe('queued')
})

test.each(transports)('the agent sends the call back over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)
  const call = await calling(centre)
  await client.settled()
  client.since()

  const answer = await client.ask('POST', '/voicecall/6001/reject', { callid: call.id, mode: 1 })
  await client.settled()

  expect(answer.retcode).toBe('0')
  expect(client.since()).toEqual(['AgentEvent_No_Answer', 'AgentState_SetNotReady_Success', 'AgentOther_PhoneRelease'])
  expect(centre.agent('6001').reason).toBe(7)
  expect(call.state).toBe('queued')
})

test.each(transports)('the agent refuses the call for good over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)
  const call = await calling(centre)
  await client.settled()
  client.since()

  await client.ask('POST', '/voicecall/6001/reject', { mode: 2 })
  await client.settled()

  expect(client.since()).toEqual(['AgentEvent_No_Answer', 'AgentOther_PhoneRelease', 'AgentState_Ready'])
  expect(await call.ended).toBe('rejected')
})

test.each(transports)('the platform ends the call over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)
  const call = await inConversation(centre, client)
  client.since()

  expect(centre.agent('6001').endCall()).toBe('0')
  await client.settled()

  expect(client.since()).toEqual([
    'AgentEvent_Call_Release',
    'AgentEvent_Customer_Release',
    'AgentOther_PhoneRelease',
    'AgentState_Ready',
  ])
  expect(await call.ended).toBe('ended-by-platform')
})
