import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ChatDraft } from '#contract'
import { Drafts } from '#renderer/desk/chats/composer/drafts/drafts.svelte.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function start(kept: readonly ChatDraft[] = []) {
  const written: ChatDraft[] = []
  const drafts = new Drafts({
    request: async (name, input) => {
      if (name === 'drafts.keep') written.push(input as ChatDraft)
      return kept as never
    },
  })
  return { drafts, written }
}

const settled = () => vi.advanceTimersByTimeAsync(0)

test('a desk that starts again shows what main kept', async () => {
  const { drafts } = start([{ chatId: 'c1', text: 'Dear' }])
  await settled()

  expect(drafts.textOf('c1')).toBe('Dear')
})

test('what is typed before the answer comes counts for more, also when it was emptied', async () => {
  const { drafts } = start([
    { chatId: 'c1', text: 'old' },
    { chatId: 'c2', text: 'old' },
  ])
  drafts.write('c1', 'new')
  drafts.clear('c2')
  await settled()

  expect(drafts.textOf('c1')).toBe('new')
  expect(drafts.textOf('c2')).toBe('')
})

test('however long somebody types, main has it within 300 ms', async () => {
  const { drafts, written } = start()
  for (let letters = 1; letters <= 10; letters += 1) {
    drafts.write('c1', 'x'.repeat(letters))
    await vi.advanceTimersByTimeAsync(100)
  }

  expect(written.map(({ text }) => text.length)).toEqual([3, 6, 9])
})

test('before the page goes nothing waits', async () => {
  const { drafts, written } = start()
  drafts.write('c1', 'one')
  drafts.flush()
  await vi.advanceTimersByTimeAsync(1_000)

  expect(written).toEqual([{ chatId: 'c1', text: 'one' }])
})
