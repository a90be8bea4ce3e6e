import { expect, test } from 'vitest'
import { transports } from '../support/stage.ts'
import { chatStage, dataOf, messagesTo, open } from './stage.ts'

test.each(transports)('a chat rings, is answered, and says what was written before, over %s', async (transport) => {
  const { client, writes, answer } = await chatStage({}, transport)

  const chat = writes({ says: 'Is anybody there?' })
  await client.settled()
  const rang = client.since()
  await answer(chat)
  await client.settled()

  expect(rang).toEqual(['AgentEvent_Incoming_CallInfo', 'AgentEvent_Ringing'])
  expect(client.since()).toEqual(['AgentEvent_Talking', 'AgentEvent_MessageData'])
  expect(client.events.find(({ eventType }) => eventType === 'AgentEvent_Ringing')?.content).toMatchObject({
    callid: chat.id,
    mediaAbility: '5',
    mediaType: 53,
    feature: '0',
  })
  expect(messagesTo(client)).toEqual([
    expect.objectContaining({
      channel: 'WEB',
      controlType: 'CHAT',
      mediaType: 'TEXT',
      content: 'Is anybody there?',
      sourceType: 'CUSTOMER',
      senderNickname: 'Bob',
    }),
  ])
})

test('text goes both ways, and both sides have the same transcript', async () => {
  const stage = await chatStage()
  const chat = await open(stage, { says: 'Hello' })

  await stage.send(chat, 'Good morning. 😀')
  const heard = await chat.expects('Good morning. 😀')
  chat.says('我的订单在哪里？')
  await stage.client.settled()

  expect(heard).toMatchObject({ sourceType: 'AGENT', from: '6001', nickname: 'Alice Meyer' })
  expect(chat.transcript.map(({ sourceType, content }) => `${sourceType}: ${content}`)).toEqual([
    'CUSTOMER: Hello',
    'AGENT: Good morning. 😀',
    'CUSTOMER: 我的订单在哪里？',
  ])
  expect(messagesTo(stage.client).map(({ content }) => content)).toEqual(['Hello', '我的订单在哪里？'])
})

test('the agent ends it, and the customer is told', async () => {
  const stage = await chatStage()
  const chat = await open(stage)

  const answer = await stage.client.ask('POST', `/voicecall/6001/dropcall/${chat.id}`)
  await stage.client.settled()

  expect(answer.retcode).toBe('0')
  expect(await chat.ended).toBe('agent-ended')
  expect(stage.client.since()).toEqual(['AgentEvent_Call_Release', 'AgentEvent_Customer_Release'])
  expect(chat.received.at(-1)).toMatchObject({ controlType: 'DISCONNECT', sourceType: 'SYSTEM' })
  expect(stage.centre.leftOpen()).toMatchObject({ chats: 0 })
})

test('the customer leaves: the DISCONNECT, then the release', async () => {
  const stage = await chatStage()
  const chat = await open(stage)

  chat.leaves()
  await stage.client.settled()

  expect(stage.client.since()).toEqual([
    'AgentEvent_MessageData',
    'AgentEvent_Customer_Release',
    'AgentEvent_Call_Release',
  ])
  expect(messagesTo(stage.client).at(-1)).toMatchObject({ controlType: 'DISCONNECT', sourceType: 'CUSTOMER' })
})

test('in private deployments the message is the text itself, both ways', async () => {
  const stage = await chatStage({ chat: { messages: 'plain' } })
  const chat = await open(stage)

  chat.says('{"not": "ours"}')
  await stage.client.ask('POST', '/mediacall/6001/sendmessage', { callid: chat.id, data: 'plain words' })
  await stage.client.settled()

  expect(stage.client.events.at(-1)?.content).toMatchObject({ message: '{"not": "ours"}' })
  await chat.expects('plain words')
})

test('a message that cannot be sent is refused', async () => {
  const stage = await chatStage({ chat: { sensitiveWords: ['guarantee'] } })
  const chat = await open(stage)
  const rings = stage.writes()
  await stage.client.settled()

  const codeOf = async (callid: string, data: unknown) =>
    (await stage.client.ask('POST', '/mediacall/6001/sendmessage', { callid, data })).retcode

  expect(await codeOf('1-1', dataOf('Hello'))).toBe('700-016')
  expect(await codeOf(rings.id, dataOf('Hello'))).toBe('700-016')
  expect(await codeOf(chat.id, dataOf('I guarantee it'))).toBe('700-012')
  expect(await codeOf(chat.id, 'no JSON')).toBe('000-006')
  expect(await codeOf(chat.id, dataOf('x'.repeat(3_900)))).toBe('000-002')
  expect(chat.received).toEqual([])
})

test.each([
  [1, 1_945],
  [0, 3_891],
] as const)('with MULTIMEDIA_SECMODE %i a text of %i bytes may be sent, and no more', async (secMode, most) => {
  const stage = await chatStage({ chat: { secMode, limitCounts: 'text' } })
  const chat = await open(stage)
  const characters = Math.floor(most / 3)

  expect((await stage.send(chat, `${'汉'.repeat(characters)}${'x'.repeat(most - characters * 3)}`)).retcode).toBe('0')
  expect((await stage.send(chat, `${'汉'.repeat(characters + 1)}`)).retcode).toBe('000-002')
})

test('the same message sent twice is taken once', async () => {
  const stage = await chatStage()
  const chat = await open(stage)

  await stage.send(chat, 'Once', { messageCode: 'same' })
  const again = await stage.send(chat, 'Once', { messageCode: 'same' })

  expect(again.retcode).toBe('0')
  expect(chat.transcript).toHaveLength(1)
})

test('who is not signed in to the multimedia server gets no chats and sends nothing', async () => {
  const stage = await chatStage({}, 'websocket', { checkInWebm: false })

  const chat = stage.writes()

  expect(chat.state).toBe('queued')
  expect((await stage.send(chat, 'Hello')).retcode).toBe('100-007')
})

test('a robot speaks first, and the agent reads it in its place', async () => {
  const stage = await chatStage()

  await open(stage, { robot: ['Hi', 'How can I help?', 'A person please', 'One moment'], says: 'Well?' })

  expect(messagesTo(stage.client).map(({ sourceType, content }) => `${sourceType}: ${content}`)).toEqual([
    'CUSTOMER: Hi',
    'ROBOT: How can I help?',
    'CUSTOMER: A person please',
    'ROBOT: One moment',
    'CUSTOMER: Well?',
  ])
  const times = messagesTo(stage.client).map(({ timestamp }) => Number(timestamp))
  expect(times).toEqual([...times].sort((one, other) => one - other))
})
