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
