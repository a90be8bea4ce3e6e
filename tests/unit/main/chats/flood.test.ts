import { expect, test, vi } from 'vitest'
import type { ChatMessage } from '#contract'
import { createChats } from '#main/chats/chats.ts'
import { fakeChatGateway } from './support/gateway.ts'
import { historyHere } from './support/history.ts'
import { call, said } from './support/play.ts'
import { site } from './support/site.ts'

const CHATS = 30
const EACH = 200

function start() {
  const told = { batches: 0, changes: 0 }
  const messages = new Map<string, ChatMessage>()
  const chats = createChats({
    gateway: () => fakeChatGateway(),
    site: () => site(),
    mediaType: () => '53',
    history: historyHere(),
    onChange: () => {
      told.changes += 1
    },
    onMessages: (news) => {
      told.batches += 1
      for (const message of news) messages.set(`${message.chatId} ${message.id}`, message)
    },
    now: Date.now,
    log: { info: () => undefined, warn: () => undefined },
  })
  chats.open()
  chats.agent({ status: 'signed-in', workNumber: '6002' } as never)
  return { chats, told, messages }
}

test('two hundred messages a second over thirty conversations: none is lost, and the windows hear in rushes', async () => {
  vi.useFakeTimers()
  const { chats, told, messages } = start()
  for (let one = 0; one < CHATS; one += 1) chats.gatewayEvent(call('talking', Date.now(), { callId: `c${one}` }))
  const seconds = (CHATS * EACH) / 200

  for (let one = 0; one < CHATS * EACH; one += 1) {
    chats.gatewayEvent(said(`${one}`, { callId: `c${one % CHATS}`, at: Date.now() }))
    await vi.advanceTimersByTimeAsync(5)
  }
  await vi.advanceTimersByTimeAsync(1_000)

  const texts = [...messages.values()].filter(({ content }) => content.kind === 'text')
  expect(texts).toHaveLength(CHATS * EACH)
  expect(told.changes).toBeLessThanOrEqual(seconds * 20 + 5)
  expect(told.batches).toBeLessThanOrEqual((seconds * 1_000) / 16 + 5)
  const page = await chats.requests['chats.page']({ chatId: 'c7', limit: 500 })
  const due = Array.from({ length: EACH }, (_, index) => `${7 + index * CHATS}`)
  expect(page.messages.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []))).toEqual(due)
  vi.useRealTimers()
})

test('a conversation of ten thousand is served page by page, most of it from the store', async () => {
  vi.useFakeTimers()
  const { chats } = start()
  chats.gatewayEvent(call('talking', Date.now()))
  for (let one = 0; one < 10_000; one += 1) {
    chats.gatewayEvent(said(`${one}`, { at: Date.now() + one }))
    if (one % 500 === 0) await vi.advanceTimersByTimeAsync(500)
  }
  await vi.advanceTimersByTimeAsync(500)

  const texts: string[] = []
  let before: number | undefined
  for (let more = true; more; ) {
    const asked = { chatId: 'c1', limit: 500, ...(before !== undefined && { before }) }
    const page = await chats.requests['chats.page'](asked)
    texts.unshift(...page.messages.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : [])))
    before = page.messages[0]?.place ?? 0
    more = page.more
  }
  expect(texts).toEqual(Array.from({ length: 10_000 }, (_, index) => `${index}`))
  vi.useRealTimers()
})
