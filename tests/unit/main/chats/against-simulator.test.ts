import { expect, test } from 'vitest'
import type { ChatMessage } from '#contract'
import type { CustomerChat } from '#simulator/chat/customers/chat-customer.ts'
import { fact, stageChats } from './support/stage.ts'

const queue = 'Web chat'

const words = (messages: readonly ChatMessage[]) =>
  messages.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []))

const truth = (chat: CustomerChat) => chat.transcript.map(({ content }) => content)

async function opened(options: Parameters<typeof stageChats>[0] = {}) {
  const staged = await stageChats(options)
  const { centre, chats, list } = staged
  const customer = centre.chatCustomer({ name: 'Bob' }).writesTo(queue, { says: 'hello' })
  await fact(() => expect(list()[0]?.phase.name).toBe('ringing'))
  await chats.requests['chats.answer']({ chatId: customer.id })
  await fact(() => expect(list()[0]?.phase.name).toBe('open'))
  return { ...staged, customer }
}

test.each(['mediacall', 'textchat'] as const)(
  'a customer is answered, written with, and let go, in %s',
  async (dialect) => {
    const { chats, list, shown, customer, others } = await opened({ chat: { dialect } })

    await fact(() => expect(words(shown(customer.id))).toEqual(['hello']))
    chats.requests['chats.send']({ chatId: customer.id, key: 'k1', text: 'good morning' })
    chats.requests['chats.send']({ chatId: customer.id, key: 'k1', text: 'good morning' })
    chats.requests['chats.send']({ chatId: customer.id, key: 'k2', text: 'how can I help?' })
    await customer.expects('how can I help?')
    customer.says('my bill')
    await fact(() => expect(words(shown(customer.id))).toEqual(truth(customer)))
    expect(truth(customer)).toEqual(['hello', 'good morning', 'how can I help?', 'my bill'])
    await fact(() => expect(shown(customer.id).find(({ id }) => id === 'k1')?.state.name).toBe('sent'))
    expect(list()[0]).toMatchObject({ waits: { for: 'reply' }, unread: 2, last: { line: 'my bill' } })

    await chats.requests['chats.end']({ chatId: customer.id, survey: false })
    await fact(() => expect(list()[0]?.phase).toMatchObject({ name: 'ended', how: 'agent-ended' }))
    expect(await customer.ended).toBe('agent-ended')
    expect(others.map(({ type }) => type).filter((type) => type !== 'in-service' && type !== 'agent-state')).toEqual([])
  },
)

test('the channel, the queue and the name are told, and the robot’s words stand above', async () => {
  const { centre, chats, list, shown } = await stageChats()
  const customer = centre
    .chatCustomer({ name: '李雷', channel: 'WECHAT' })
    .writesTo('在线客服', { robot: ['hi', 'I am a robot'] })
  await fact(() =>
    expect(list()[0]).toMatchObject({ channel: 'wechat', queue: '在线客服', phase: { name: 'ringing' } }),
  )
  await chats.requests['chats.answer']({ chatId: customer.id })
  customer.says('a human please')

  await fact(() => expect(words(shown(customer.id))).toEqual(['hi', 'I am a robot', 'a human please']))
  expect(list()[0]?.customer.name).toBe('李雷')
  const kinds = shown(customer.id).map(({ content, side }) => (content.kind === 'line' ? content.line : side))
  expect(kinds).toEqual(['customer', 'robot', 'robot', 'queued', 'customer'])
})

test('what goes with a chat is there once it is open, and can be written', async () => {
  const { centre, chats, list } = await stageChats()
  const customer = centre.chatCustomer().writesTo(queue, { data: 'order 42' })
  await fact(() => expect(list()).toHaveLength(1))
  await chats.requests['chats.answer']({ chatId: customer.id })
  await fact(() => expect(list()[0]?.associatedData).toBe('order 42'))

  await chats.requests['chats.setAssociatedData']({ chatId: customer.id, text: 'order 43' })
  expect(list()[0]?.associatedData).toBe('order 43')
})

test('a customer who leaves, and one whom nobody answers', async () => {
  const { list, customer, centre, shown } = await opened({ chat: { noAnswerMs: 200 } })
  customer.leaves()
  await fact(() => expect(list()[0]?.phase).toMatchObject({ name: 'ended', how: 'customer-left' }))
  await fact(() => expect(shown(customer.id).at(-1)?.content).toMatchObject({ kind: 'line', line: 'customer-left' }))

  const other = centre.chatCustomer().writesTo(queue)
  await fact(() => expect(list().find(({ id }) => id === other.id)?.phase).toMatchObject({ how: 'missed' }))
})

test('a refused word is told on the message itself, and the next one goes out', async () => {
  const { chats, shown, customer } = await opened({ chat: { sensitiveWords: ['darn'] } })

  chats.requests['chats.send']({ chatId: customer.id, key: 'k1', text: 'darn it' })
  chats.requests['chats.send']({ chatId: customer.id, key: 'k2', text: 'sorry' })
  await customer.expects('sorry')

  const state = () => shown(customer.id).find(({ id }) => id === 'k1')?.state
  await fact(() => expect(state()).toEqual({ name: 'failed', reason: 'sensitive-word', retcode: '700-012' }))
})

test('after a broken connection the chat goes on, and says that words may be missing', async () => {
  const { centre, chats, list, shown, customer } = await opened()
  centre.faults.refuseConnections(true)
  await fact(() => expect(centre.agent('6002').signedIn).toBe(true))
  centre.faults.refuseConnections(false)

  await fact(() => expect(shown(customer.id).map(({ content }) => 'line' in content && content.line)).toContain('gap'))
  expect(list()[0]?.phase.name).toBe('open')
  chats.requests['chats.send']({ chatId: customer.id, key: 'k1', text: 'still there?' })
  await customer.expects('still there?')
})

test('in the older generation what was said meanwhile is read again', async () => {
  const { centre, shown, customer } = await opened({ chat: { dialect: 'textchat' } })
  centre.faults.refuseConnections(true)
  customer.says('into the void')
  centre.faults.refuseConnections(false)

  await fact(() => expect(words(shown(customer.id))).toEqual(['hello', 'into the void']))
  expect(shown(customer.id).filter(({ content }) => content.kind === 'line' && content.line === 'gap')).toEqual([])
})

test('a chat is handed to a queue, with its data, and is told as handed on', async () => {
  const { centre, chats, list, customer } = await opened()
  const transfer = { chatId: customer.id, to: { kind: 'queue', address: '12' }, mode: 'release' } as const
  expect(await chats.requests['chats.transfer']({ ...transfer, associatedData: 'order 7' })).toEqual({ ok: true })

  await fact(() => expect(list().find(({ id }) => id === customer.id)?.phase).toMatchObject({ how: 'transferred' }))
  expect(centre.chats.map(({ state }) => state)).not.toContain('ended')
})

test('a transfer that nobody can take is refused in words, and the chat stays', async () => {
  const { chats, list, customer } = await opened()
  const transfer = { chatId: customer.id, to: { kind: 'agent', address: '6003' }, mode: 'success' } as const

  expect(await chats.requests['chats.transfer'](transfer)).toMatchObject({ ok: false, reason: 'refused' })
  expect(list()[0]).toMatchObject({ phase: { name: 'open' }, failure: { verb: 'transfer' } })
})

test('a text that is too long for the site is refused before it is sent, and is as long as it may be otherwise', async () => {
  const { chats, shown, customer } = await opened()
  chats.requests['chats.send']({ chatId: customer.id, key: 'long', text: '中'.repeat(1_300) })
  chats.requests['chats.send']({ chatId: customer.id, key: 'fits', text: '中'.repeat(1_133) })

  await customer.expects('中'.repeat(1_133))
  const state = () => shown(customer.id).find(({ id }) => id === 'long')?.state
  await fact(() => expect(state()).toEqual({ name: 'failed', reason: 'too-long' }))
})

test('typing and read marks go both ways, and are not tried again where they are refused', async () => {
  const { chats, list, shown, customer } = await opened()
  chats.requests['chats.typing']({ chatId: customer.id })
  await fact(() => expect(customer.received.map(({ controlType }) => controlType)).toContain('INPUT'))
  customer.types()
  await fact(() => expect(list()[0]?.typing).toBe(true))
  chats.requests['chats.send']({ chatId: customer.id, key: 'k1', text: 'seen?' })
  await customer.expects('seen?')
  customer.reads()
  await fact(() => expect(shown(customer.id).find(({ id }) => id === 'k1')?.state.name).toBe('read'))

  const other = await opened({ chat: { takesMarks: false } })
  other.chats.requests['chats.typing']({ chatId: other.customer.id })
  await fact(() => expect(other.chats.current().site.typing).toBe(false))
})

test('duplicates and reordering leave the agent with the platform’s own transcript', async () => {
  const { centre, shown, customer } = await opened()
  const about = { at: 'event', name: 'AgentEvent_MessageData' } as const
  centre.faults.add({ ...about, times: 15, effect: { do: 'duplicate' } })
  for (const skip of [4, 9, 15]) centre.faults.add({ ...about, skip, times: 1, effect: { do: 'reorder' } })
  await customer.pours('word', 40, 3)

  await fact(() => expect(words(shown(customer.id))).toEqual(truth(customer)))
})
