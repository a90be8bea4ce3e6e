import { expect, test } from 'vitest'
import { signedIn, stageCentre, transports } from './support/stage.ts'

const offered = [
  'AgentState_Busy',
  'AgentEvent_Incoming_CallInfo',
  'AgentOther_PhoneAlerting',
  'AgentOther_PhoneOffhook',
]
const asked = ['AgentEvent_Ringing', 'AgentEvent_Customer_Alerting']
const talking = ['AgentEvent_Talking', 'AgentMediaEvent_Record']

test.each(transports)('a call is offered, answered and talked, in the order of 15.9, over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)

  const call = centre.customer({ number: '13800000001' }).callQueue('Support')
  await centre.journal.until(() => call.state === 'ringing', 'ringing')
  await client.settled()
  expect(client.since()).toEqual([...offered, ...asked])

  const answered = await client.ask('PUT', `/voicecall/6001/answer?callid=${call.id}`)
  await client.settled()
  expect(answered.retcode).toBe('0')
  expect(client.since()).toEqual(talking)
  expect(await call.talking).toBe(true)
})
