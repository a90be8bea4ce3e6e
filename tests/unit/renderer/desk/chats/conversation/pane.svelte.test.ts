// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ConversationPane } from '#renderer/desk/chats/conversation/pane.svelte.ts'
import { messageOf, messagesOf } from '#support/chat-builders.ts'

let focused = true

beforeEach(() => {
  focused = true
  vi.useFakeTimers()
  vi.spyOn(document, 'hasFocus').mockImplementation(() => focused)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function start() {
  const seen: number[] = []
  const pane = new ConversationPane(
    {
      request: async (name, input) => {
        if (name === 'chats.seen') seen.push((input as { readonly place: number }).place)
        return { messages: messagesOf(3), more: false } as never
      },
      subscribe: () => () => undefined,
    },
    'chat-1',
  )
  await pane.conversation.open(0)
  return { pane, seen }
}

test('what is on the screen of a window with the focus has been seen, once', async () => {
  const { pane, seen } = await start()

  pane.looked()
  pane.looked()

  expect(seen).toEqual([300])
})

test('a window that somebody else’s program covers has seen nothing', async () => {
  const { pane, seen } = await start()
  focused = false

  pane.looked()
  expect(seen).toEqual([])

  focused = true
  pane.looked()
  expect(seen).toEqual([300])
})

test('a burst is told at once, and then only so often, the last of it for certain', async () => {
  const { pane, seen } = await start()
  for (let place = 4; place < 104; place += 1) {
    pane.conversation.take([messageOf(place)])
    pane.looked()
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(2_000)

  expect(seen.length).toBeLessThanOrEqual(5)
  expect(seen[0]).toBe(400)
  expect(seen.at(-1)).toBe(10_300)
})
