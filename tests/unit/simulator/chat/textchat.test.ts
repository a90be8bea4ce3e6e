import { expect, test } from 'vitest'
import { chatStage } from './stage.ts'

test('the older generation tells of a chat in its own events, and messages are fetched', async () => {
  const { client, writes } = await chatStage({ chat: { dialect: 'textchat' } })
  const ask = (method: string, path: string, body?: unknown) => client.ask(method, `/textchat/6001/${path}`, body)

  const chat = writes({ says: 'Hello' })
  expect((await ask('PUT', `answer/${chat.id}`)).result).toBe(chat.id)
  await client.settled()
  const told = client.events.at(-1)?.content as { msgid: string }
  expect((await ask('GET', `getchat/${told.msgid}`)).result).toMatchObject({
    content: 'Hello',
    contenttype: 'TEXT',
    senderaddrtype: 11,
  })
  await ask('PUT', 'chatmessage', { callId: chat.id, content: 'Good morning' })
  await chat.expects('Good morning')
  expect((await ask('GET', `getchatbycallid/${chat.id}`)).result).toHaveLength(2)
  await ask('DELETE', `drop/${chat.id}`)
  await client.settled()

  expect(client.since()).toEqual([
    'AgentChat_Ring',
    'AgentChat_Connected',
    'AgentChat_DataRecved',
    'AgentChat_Disconnected',
  ])
  expect(chat.end).toBe('agent-ended')
})

test('a rejected chat is over, and a transfer to a queue begins', async () => {
  const { client, centre, writes } = await chatStage({ chat: { dialect: 'textchat' } })
  const ask = (method: string, path: string, body?: unknown) => client.ask(method, `/textchat/6001/${path}`, body)

  const rejected = writes()
  await ask('DELETE', `reject/${rejected.id}`)
  const chat = writes()
  await ask('PUT', `answer/${chat.id}`)
  const transfer = await ask('POST', 'transfer', { addesstype: 10, destaddr: '12', callid: chat.id })
  await client.settled()

  expect(rejected.end).toBe('rejected')
  expect(transfer.retcode).toBe('0')
  expect(client.since()).toContain('AgentChat_TransferStart')
  expect(centre.leftOpen()).toMatchObject({ chats: 1 })
})

test('quick replies are kept for each agent', async () => {
  const { client } = await chatStage()
  const ask = (method: string, path: string) => client.ask(method, `/textchat/6001/${path}`)

  await ask('PUT', 'insertquickrelpy?content=Hello')
  await ask('PUT', 'insertquickrelpy?content=Bye')
  await ask('POST', 'updatequickrelpy?content=Good%20bye&id=2')
  await ask('DELETE', 'deletequickrelpy?id=1')

  expect((await ask('GET', 'getquickrelpylist')).result).toEqual([{ id: '2', content: 'Good bye' }])
})
