import { expect, test } from 'vitest'
import { act } from '../support/cast.ts'
import { chatStage, open } from './stage.ts'

test('an agent gets as many chats as they said, and the next when one ends', async () => {
  const stage = await chatStage()
  const ask = (callnums: string, mediaType = '53') =>
    stage.client.ask('POST', '/mediacall/6001/setcallnums', { mediaType, callnums })

  expect((await ask('2')).retcode).toBe('0')
  const chats = [stage.writes(), stage.writes(), stage.writes()]
  expect(chats.map(({ state }) => state)).toEqual(['ringing', 'ringing', 'queued'])
  chats[0]?.leaves()
  expect(chats[2]?.state).toBe('ringing')
  expect((await ask('0')).retcode).toBe('000-002')
  expect((await ask('61')).retcode).toBe('000-002')
  expect((await ask('5', '5')).retcode).toBe('000-002')
})

test('thirty at once reach one agent', async () => {
  const stage = await chatStage()
  await stage.client.ask('POST', '/mediacall/6001/setcallnums', { mediaType: '53', callnums: '30' })

  const chats = Array.from({ length: 31 }, () => stage.writes())
  for (const chat of chats.slice(0, 30)) expect((await stage.answer(chat)).retcode).toBe('0')

  expect(chats.filter(({ state }) => state === 'talking')).toHaveLength(30)
  expect(chats[30]?.state).toBe('queued')
})

test('a chat that is not answered makes busy, waits, and rings again when the agent is idle', async () => {
  const stage = await chatStage({ chat: { noAnswerMs: 20 } })

  const chat = stage.writes()
  await stage.centre.agent('6001').becomes('busy')
  await stage.client.settled()

  expect(stage.client.since()).toEqual([
    'AgentEvent_Incoming_CallInfo',
    'AgentEvent_Ringing',
    'AgentEvent_No_Answer',
    'AgentState_SetNotReady_Success',
  ])
  expect(stage.centre.agent('6001').reason).toBe(2)
  expect(chat.state).toBe('queued')
  stage.centre.chatBehaviour.noAnswerMs = 20_000
  await stage.client.ask('POST', '/onlineagent/6001/sayfree')
  expect(chat.state).toBe('ringing')
})

test.each([
  [1, 'queued', 'busy'],
  [2, 'ended', 'idle'],
] as const)('rejected with mode %i a chat is %s and the agent %s', async (mode, state, agent) => {
  const stage = await chatStage()
  const chat = stage.writes()

  const answer = await stage.client.ask('POST', '/voicecall/6001/reject', { callid: chat.id, mode })

  expect(answer.retcode).toBe('0')
  expect(chat.state).toBe(state)
  expect(stage.centre.agent('6001').state).toBe(agent)
})

test('an answer without an id takes the only chat that rings, and none of several', async () => {
  const stage = await chatStage()
  const first = stage.writes()
  expect((await stage.client.ask('PUT', '/voicecall/6001/answer')).retcode).toBe('0')
  expect(first.state).toBe('talking')

  stage.writes()
  stage.writes()

  expect((await stage.client.ask('PUT', '/voicecall/6001/answer')).retcode).toBe('200-002')
})

test('with automatic answer a chat is open at once', async () => {
  const stage = await chatStage({}, 'websocket', { autoanswer: true })

  const chat = stage.writes({ says: 'Hello' })
  await stage.client.settled()

  expect(chat.state).toBe('talking')
  expect(stage.client.since()).toEqual([
    'AgentEvent_Incoming_CallInfo',
    'AgentEvent_Auto_Answer',
    'AgentEvent_Talking',
    'AgentEvent_MessageData',
  ])
})

test('chats and calls come together, or exclude each other, as the site says', async () => {
  const stage = await chatStage()
  await open(stage)
  const call = stage.centre.customer({ number: '13800000001' }).callQueue('Support')
  await stage.centre.journal.until(() => call.state === 'ringing', 'the call to ring')
  expect(stage.writes().state).toBe('ringing')
  call.hangUp()

  const apart = await chatStage({ chat: { voiceAndChat: 'apart' } })
  const chat = await open(apart)
  const waits = apart.centre.customer({ number: '13800000001' }).callQueue('Support')
  await apart.centre.journal.until(() => waits.state === 'queued', 'the call to wait')
  expect(apart.centre.agent('6001').state).toBe('talking')
  chat.leaves()
  await apart.centre.journal.until(() => waits.state === 'ringing', 'the call to ring')
  expect(apart.writes().state).toBe('queued')
})

test('a customer without patience leaves, and nothing is left open', async () => {
  const stage = await chatStage()
  await stage.client.ask('POST', '/onlineagent/6001/saybusy?reason=0')

  const chat = stage.writes({ patienceMs: 5 })

  expect(await chat.ended).toBe('customer-left')
  expect(await chat.talking).toBe(false)
  expect(stage.centre.leftOpen()).toMatchObject({ chats: 0 })
})

test('a customer who does not answer is disconnected by the platform', async () => {
  const stage = await chatStage({ chat: { customerSilenceMs: 10, asynchronous: true } })
  const chat = await open(stage)

  await stage.send(chat, 'Are you still there?')

  expect(await chat.ended).toBe('timed-out')
  expect(chat.received.at(-1)).toMatchObject({
    controlType: 'DISCONNECT',
    sourceType: 'SYSTEM',
    isOfflineStatus: true,
  })
})

test('signing out gives ringing chats back and ends open ones', async () => {
  const stage = await chatStage()
  const talks = await open(stage)
  const rings = stage.writes()

  await stage.client.ask('DELETE', '/onlineagent/6001/forcelogout')

  expect([talks.state, rings.state]).toEqual(['ended', 'queued'])
})

test('what is taken away rings at somebody else', async () => {
  const stage = await chatStage()
  const chat = await open(stage)
  const carlos = act(await stage.centre.colleague('6003', { queues: true }))

  chat.takenAway()
  await stage.client.settled()

  expect(stage.client.since()).toEqual(['AgentEvent_Call_Release', 'AgentEvent_Customer_Release'])
  expect(carlos.since()).toContain('AgentEvent_Ringing')
})
