import type { Centre } from '#simulator/centre.ts'
import type { CustomerCall } from '#simulator/customers/customer.ts'
import type { BareClient } from './bare-client.ts'

/** spec/ccgateway.md 15.9, "Incoming", in its parts. */
export const offered = [
  'AgentState_Busy',
  'AgentEvent_Incoming_CallInfo',
  'AgentOther_PhoneAlerting',
  'AgentOther_PhoneOffhook',
]
export const ringing = ['AgentEvent_Ringing', 'AgentEvent_Customer_Alerting']
export const autoAnswered = ['AgentEvent_Auto_Answer', 'AgentEvent_Customer_Alerting']
export const talking = ['AgentEvent_Talking', 'AgentMediaEvent_Record']

/** A customer's call that rings at an agent's. */
export async function calling(centre: Centre, number = '13800000001'): Promise<CustomerCall> {
  const call = centre.customer({ number }).callQueue('Support')
  await centre.journal.until(() => call.state === 'ringing', `${number} to ring`)
  return call
}

/** A call that was answered, with its events behind it. */
export async function inConversation(centre: Centre, client: BareClient, agent = '6001'): Promise<CustomerCall> {
  const call = await calling(centre)
  await client.ask('PUT', `/voicecall/${agent}/answer`)
  await call.talking
  await client.settled()
  return call
}
