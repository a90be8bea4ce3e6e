import { expect, test } from 'vitest'
import { signedIn, stageCentre, transports } from '../support/stage.ts'

const phoneFirst = ['AgentOther_PhoneAlerting', 'AgentOther_PhoneOffhook', 'AgentState_Busy']

test.each(transports)('a callout rings the own phone, then the customer, over %s', async (transport) => {
  const { centre, sip } = await stageCentre()
  const client = await signedIn(centre, transport)
  const customer = centre.customer({ number: '13900000001', ringMs: 5 })
  const next = customer.nextCall()

  const answer = await client.ask('PUT', '/voicecall/6001/callout', { called: '13900000001' })
  const call = await next
  await call.talking
  await client.settled()

  expect(answer).toMatchObject({ retcode: '0', result: call.id })
  expect(client.since()).toEqual([
    ...phoneFirst,
    'AgentEvent_Customer_Alerting',
    'AgentEvent_Talking',
    'AgentMediaEvent_Record',
  ])
  expect(client.events.find(({ eventType }) => eventType === 'AgentEvent_Talking')?.content).toMatchObject({
    callid: call.id,
    called: '13900000001',
    feature: '7',
  })
  expect(sip.legs[0]?.number).toBe('67470001')
})

const calleeFails = [
  'AgentOther_PhoneRelease',
  'AgentEvent_Call_Out_Fail',
  'AgentEvent_Connect_Fail',
  'AgentState_Ready',
]

test.each(transports)('a wrong number fails over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)

  await client.ask('PUT', '/voicecall/6001/callout', { called: '10000' })
  await centre.agent('6001').becomes('idle')
  await client.settled()

  expect(client.since()).toEqual([...phoneFirst, ...calleeFails])
})

test.each(['busy', 'no-answer'] as const)('a customer who is %s fails the callout', async (whenCalled) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  centre.customer({ number: '13900000001', whenCalled, ringMs: 5 })

  await client.ask('PUT', '/voicecall/6001/callout', { called: '13900000001' })
  await centre.agent('6001').becomes('idle')
  await client.settled()

  const rang = whenCalled === 'no-answer' ? ['AgentEvent_Customer_Alerting'] : []
  expect(client.since()).toEqual([...phoneFirst, ...rang, ...calleeFails])
})

test('a phone that refuses its own callout fails it, and the agent stays what they were', async () => {
  const { centre, sip } = await stageCentre()
  const client = await signedIn(centre, 'websocket', '6001', { status: 3 })
  sip.habit = 'refuses'

  await client.ask('PUT', '/voicecall/6001/callout', { called: '10000' })
  await centre.agent('6001').becomes('busy')
  await client.settled()

  expect(client.since()).toEqual([
    'AgentOther_PhoneAlerting',
    'AgentEvent_Call_Out_Fail',
    'AgentEvent_Connect_Fail',
    'AgentOther_PhoneRelease',
  ])
})

test('a number that cannot be dialled is refused', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')

  const answer = await client.ask('PUT', '/voicecall/6001/callout', { called: 'Bob' })

  expect(answer.retcode).toBe('200-001')
})

test('an agent at rest cannot call out', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  await client.ask('POST', '/onlineagent/6001/rest/60/0')

  const answer = await client.ask('PUT', '/voicecall/6001/callout', { called: '10000' })

  expect(answer.retcode).toBe('100-007')
})

test('the agent hangs up while the customer rings', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const next = centre.customer({ number: '13900000001', ringMs: 60_000 }).nextCall()
  await client.ask('PUT', '/voicecall/6001/callout', { called: '13900000001' })
  const call = await next

  await client.ask('DELETE', '/voicecall/6001/release')

  expect(await call.ended).toBe('agent-hung-up')
  expect(await call.talking).toBe(false)
  expect(centre.agent('6001').state).toBe('idle')
})
