import { expect, test } from 'vitest'
import { act } from '../support/cast.ts'
import { chatStage, messagesTo, open } from './stage.ts'

async function stage(queues = false) {
  const one = await chatStage()
  const chat = await open(one, { says: 'Hello' })
  const carlos = act(await one.centre.colleague('6003', { queues }))
  const transfer = async (body: Record<string, unknown>) => {
    const answer = await one.client.ask('POST', '/mediacall/6001/transfer', { callid: chat.id, ...body })
    await one.client.settled()
    return answer.retcode
  }
  const colleagueAnswers = () => carlos.ask('PUT', 'voicecall', `answer?callid=${chat.id}`)
  return { ...one, chat, carlos, transfer, colleagueAnswers }
}

const released = ['AgentEvent_Call_Release', 'AgentEvent_Customer_Release']
const toCarlos = { devicetype: 2, address: '6003' }

test('a release transfer ends the own part at once, and the colleague reads what was said', async () => {
  const { chat, carlos, client, transfer, colleagueAnswers } = await stage()

  expect(await transfer({ ...toCarlos, mode: 0, calldata: 'order=7' })).toBe('0')
  expect(client.since()).toEqual(released)
  expect(carlos.last('AgentEvent_Ringing')).toMatchObject({ callid: chat.id, transfer: 'yes', transfrom: 'a6001' })
  await colleagueAnswers()

  expect(chat.state).toBe('talking')
  expect(carlos.last('AgentEvent_MessageData')).toMatchObject({ callid: chat.id })
  expect((await carlos.ask('GET', 'calldata', `callinfobycallid/${chat.id}`)).result).toMatchObject({
    calldata: 'order=7',
    mediaType: 53,
    mediaAbility: 5,
  })
})

test('a success transfer ends the own part when the colleague answers', async () => {
  const { chat, client, transfer, colleagueAnswers } = await stage()

  await transfer({ ...toCarlos, mode: 2 })
  expect(client.since()).toEqual([])
  chat.says('Anybody?')
  await colleagueAnswers()
  await client.settled()

  expect(client.since()).toEqual(['AgentEvent_MessageData', 'AgentEvent_SuccTransResult', ...released])
  expect(client.events.findLast(({ eventType }) => eventType === 'AgentEvent_SuccTransResult')?.content).toEqual({
    result: 0,
    callId: chat.id,
  })
})

test('a success transfer nobody takes leaves the customer with the agent', async () => {
  const { chat, carlos, client, transfer, send } = await stage()

  await transfer({ ...toCarlos, mode: 2 })
  await carlos.ask('POST', 'voicecall', 'reject', { callid: chat.id, mode: 1 })
  await client.settled()

  expect(client.since()).toEqual(['AgentEvent_SuccTransResult'])
  expect((await send(chat, 'I am still here')).retcode).toBe('0')
})

test.each([
  [1, '12'],
  [4, '4012'],
])('with device type %i it goes to a queue of chats', async (devicetype, address) => {
  const { carlos, chat, transfer } = await stage(true)

  expect(await transfer({ devicetype, address, mode: 0 })).toBe('0')

  expect(carlos.last('AgentEvent_Incoming_CallInfo')).toMatchObject({ callId: chat.id, skillName: '在线客服' })
})

test('what cannot be transferred is refused', async () => {
  const { transfer } = await stage()

  expect(await transfer({ devicetype: 1, address: '1', mode: 0 })).toBe('600-002')
  expect(await transfer({ devicetype: 2, address: '6999', mode: 0 })).toBe('300-002')
  expect(await transfer({ devicetype: 2, address: '6002', mode: 0 })).toBe('100-007')
  expect(await transfer({ devicetype: 5, address: '139', mode: 0 })).toBe('000-002')
  expect(await transfer({ ...toCarlos, mode: 0, calldata: 'x'.repeat(2_049) })).toBe('000-002')
  expect(await transfer({ callid: '1-1', ...toCarlos, mode: 0 })).toBe('200-012')
})

test('a customer who leaves during a success transfer leaves nothing open', async () => {
  const { centre, chat, carlos, client, transfer } = await stage()

  await transfer({ ...toCarlos, mode: 2 })
  chat.leaves()
  await client.settled()

  expect(carlos.since().at(-1)).toBe('AgentEvent_No_Answer')
  expect(client.since()).toEqual(['AgentEvent_MessageData', 'AgentEvent_Customer_Release', 'AgentEvent_Call_Release'])
  expect(centre.leftOpen()).toMatchObject({ chats: 0 })
})

test('two agents write to each other', async () => {
  const { centre, client, carlos } = await stage()

  const { result } = await client.ask('PUT', '/textchat/6001/internalcall/6003')
  const callid = String(result)
  expect(carlos.last('AgentEvent_Ringing')).toMatchObject({ callid, caller: 'a6001', feature: '6', mediaAbility: '5' })
  await carlos.ask('PUT', 'voicecall', `answer?callid=${callid}`)
  const data = JSON.stringify({ content: 'Can you help?', controlType: 'CHAT', mediaType: 'TEXT' })
  await carlos.ask('POST', 'mediacall', 'sendmessage', { callid, data })
  await client.settled()

  expect(client.since()).toEqual(['AgentEvent_Customer_Alerting', 'AgentEvent_Talking', 'AgentEvent_MessageData'])
  expect(messagesTo(client).at(-1)).toMatchObject({ content: 'Can you help?', sourceType: 'AGENT', from: '6003' })
  await carlos.ask('POST', 'voicecall', `dropcall/${callid}`)
  await client.settled()
  expect(client.since()).toEqual(['AgentEvent_Customer_Release', 'AgentEvent_Call_Release'])
  expect(centre.leftOpen()).toMatchObject({ chats: 1 })
})

test('a colleague who is not there cannot be written to', async () => {
  const { client } = await stage()

  await client.ask('PUT', '/textchat/6001/internalcall/6002')
  await client.settled()

  expect(client.since()).toEqual(['AgentEvent_Customer_Alerting', 'AgentEvent_Inside_Call_Fail'])
  expect((await client.ask('PUT', '/textchat/6001/internalcall/6999')).retcode).toBe('300-002')
})
