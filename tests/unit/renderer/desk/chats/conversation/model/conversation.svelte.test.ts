import { beforeEach, expect, test, vi } from 'vitest'
import type { ChatMessage, ChatPage, PastChat } from '#contract'
import { Conversation } from '#renderer/desk/chats/conversation/model/conversation.svelte.ts'
import { messageOf, messagesOf, ownMessageOf, pastChatOf } from '#support/chat-builders.ts'

beforeEach(() => {
  vi.stubGlobal('reportError', () => undefined)
})

interface Kept {
  readonly messages: Readonly<Record<string, readonly ChatMessage[]>>
  readonly past?: readonly PastChat[]
  fails?: boolean
}

function start(kept: Kept) {
  const asked: { readonly name: string; readonly input: unknown }[] = []
  const page = ({ chatId, before = Number.POSITIVE_INFINITY, limit }: PageInput): ChatPage => {
    const older = (kept.messages[chatId] ?? []).filter(({ place }) => place < before)
    return { messages: older.slice(-limit), more: older.length > limit }
  }
  const earlier = ({ before = Number.POSITIVE_INFINITY }: { readonly before?: number }) => ({
    chats: (kept.past ?? []).filter(({ place }) => place < before),
    more: false,
  })
  const conversation = new Conversation(
    {
      request: async (name, input) => {
        asked.push({ name, input })
        if (kept.fails) throw new Error('main is gone')
        if (name === 'chats.page') return page(input as PageInput) as never
        if (name === 'chats.earlier') return earlier(input as { readonly before?: number }) as never
        return undefined as never
      },
    },
    'chat-1',
  )
  return { conversation, asked, kept }
}

interface PageInput {
  readonly chatId: string
  readonly before?: number
  readonly limit: number
}

const places = ({ messages }: Conversation) => messages.map(({ place }) => place / 100)
const keys = ({ view }: Conversation) => view.rows.map(({ key }) => key)

test('the newest page is shown, with what came while it was asked for', async () => {
  const { conversation } = start({ messages: { 'chat-1': messagesOf(100) } })

  const opened = conversation.open(0)
  conversation.take([messageOf(101), messageOf(102)])
  await opened

  expect(conversation.status).toBe('known')
  expect(places(conversation).at(0)).toBe(41)
  expect(places(conversation).slice(-3)).toEqual([100, 101, 102])
})

test('pages are added at the top until the conversation begins, then earlier ones with their headings', async () => {
  const past = [pastChatOf(9), pastChatOf(8, { messages: 0 })]
  const before = messagesOf(120, 'past-9')
  const { conversation } = start({ messages: { 'chat-1': messagesOf(100), 'past-9': before }, past })
  await conversation.open(0)

  await conversation.loadMore()
  expect(places(conversation).at(0)).toBe(1)
  expect(conversation.view.shift).toBe(true)
  expect(keys(conversation)).not.toContain('chat-1:heading')

  await conversation.loadMore()
  expect(keys(conversation)).toContain('chat-1:heading')
  expect(keys(conversation)).not.toContain('past-9:heading')
  await conversation.loadMore()
  expect(keys(conversation)).toContain('past-9:heading')
  await conversation.loadMore()
  expect(keys(conversation)).toContain('past-8:gone')
  await conversation.loadMore()
  expect(conversation.more).toBe(false)
  expect(new Set(keys(conversation)).size).toBe(keys(conversation).length)
})

test('no page changes a row that is shown already', async () => {
  const past = [pastChatOf(9)]
  const { conversation } = start({ messages: { 'chat-1': messagesOf(300), 'past-9': messagesOf(3, 'past-9') }, past })
  await conversation.open(0)
  while (conversation.more) {
    const before = keys(conversation)
    await conversation.loadMore()
    expect(keys(conversation).slice(-before.length)).toEqual(before)
  }
})

test('a burst of new, changed and late messages ends in order, none twice', async () => {
  const { conversation } = start({ messages: { 'chat-1': messagesOf(3) } })
  await conversation.open(0)

  conversation.take([messageOf(6), messageOf(4)])
  conversation.take([messageOf(5), messageOf(4, { state: { name: 'read', at: 1 } })])

  expect(places(conversation)).toEqual([1, 2, 3, 4, 5, 6])
  expect(conversation.messages[3]?.state.name).toBe('read')
  expect(conversation.view.shift).toBe(false)
})

test('a message that failed is sent again or discarded', async () => {
  const failed = ownMessageOf(2, { state: { name: 'failed', reason: 'no-answer' } })
  const { conversation, asked } = start({ messages: { 'chat-1': [messageOf(1), failed] } })
  await conversation.open(0)

  await conversation.retry('m-2')
  await conversation.discard('m-2')

  expect(asked.slice(-2)).toEqual([
    { name: 'chats.retry', input: { chatId: 'chat-1', messageId: 'm-2' } },
    { name: 'chats.discard', input: { chatId: 'chat-1', messageId: 'm-2' } },
  ])
  expect(places(conversation)).toEqual([1])
})

test('a message is loaded to however far up it is', async () => {
  const { conversation } = start({ messages: { 'chat-1': messagesOf(1_000) } })
  await conversation.open(0)

  expect(await conversation.loadTo(300)).toBe(true)
  expect(places(conversation).at(0)).toBeLessThanOrEqual(3)
  expect(await conversation.loadTo(350)).toBe(false)
})

test('what cannot be read is said, and asked for again', async () => {
  const story = start({ messages: { 'chat-1': messagesOf(100) }, fails: true })
  const { conversation, kept } = story
  await conversation.open(0)
  expect(conversation.status).toBe('failing')

  kept.fails = false
  await conversation.open(0)
  expect(conversation.status).toBe('known')

  kept.fails = true
  await conversation.loadMore()
  expect(conversation.failedAbove).toBe(true)
  expect(conversation.messages).toHaveLength(60)
})

test('a conversation out of sight lets go of what is far above', async () => {
  const { conversation } = start({ messages: { 'chat-1': messagesOf(1_000) } })
  await conversation.open(0)
  await conversation.loadTo(100)

  conversation.rest()

  expect(conversation.messages).toHaveLength(200)
  expect(conversation.more).toBe(true)
  await conversation.loadMore()
  expect(conversation.messages).toHaveLength(400)
})
