import { expect, test, vi } from 'vitest'
import type { WishSource } from '#contract'
import { createWishes } from '#main/doors/wishes.ts'

const link: WishSource = { kind: 'link', scheme: 'tel' }

function setUp(trusted: readonly WishSource['kind'][] = [], signedIn = true) {
  const state = { now: 1_000, signedIn, trusted: [...trusted] }
  const dial = vi.fn(() => Promise.resolve({ ok: true } as const))
  const onQuestion = vi.fn()
  const wishes = createWishes({
    dial,
    ready: () => state.signedIn,
    trusted: ({ kind }) => state.trusted.includes(kind),
    trust: (kind) => void state.trusted.push(kind),
    onChange: () => undefined,
    onQuestion,
    now: () => state.now,
  })
  return { wishes, dial, onQuestion, state }
}

test('a number from outside is asked about before it is dialled', async () => {
  const { wishes, dial, onQuestion } = setUp()
  await wishes.wish('10086', link, true)
  expect(onQuestion).toHaveBeenCalledOnce()
  expect(dial).not.toHaveBeenCalled()

  wishes.answer({ id: wishes.current().wish?.id ?? '', dial: true, always: false })
  expect(dial).toHaveBeenCalledExactlyOnceWith('10086', false)
  expect(wishes.current().wish).toBeNull()
})

test('no is no', async () => {
  const { wishes, dial } = setUp()
  await wishes.wish('10086', link, true)
  wishes.answer({ id: wishes.current().wish?.id ?? '', dial: false, always: false })
  expect(dial).not.toHaveBeenCalled()
})

test('from a source that is trusted a plain number is dialled at once, and an order to a switch never', async () => {
  const { wishes, dial } = setUp(['link'])
  await wishes.wish('10086', link, true)
  expect(dial).toHaveBeenCalledExactlyOnceWith('10086', false)
  await wishes.wish('*21*10086#', link, false)
  expect(dial).toHaveBeenCalledOnce()
  expect(wishes.current().wish?.number).toBe('*21*10086#')
})

test('“always” is about this kind of source', async () => {
  const { wishes, state } = setUp()
  await wishes.wish('10086', link, true)
  wishes.answer({ id: wishes.current().wish?.id ?? '', dial: true, always: true })
  expect(state.trusted).toEqual(['link'])
})

test('signed out a wish waits, trusted or not, and is gone after five minutes', async () => {
  const { wishes, dial, state } = setUp(['link'], false)
  await wishes.wish('10086', link, true)
  const id = wishes.current().wish?.id ?? ''
  wishes.answer({ id, dial: true, always: false })
  expect(dial).not.toHaveBeenCalled()
  expect(wishes.current().wish?.id).toBe(id)

  state.now += 5 * 60_000 + 1
  expect(wishes.current().wish).toBeNull()
})

test('an answer to a question that has given way to another one dials nothing', async () => {
  const { wishes, dial } = setUp()
  await wishes.wish('10086', link, true)
  const first = wishes.current().wish?.id ?? ''
  await wishes.wish('10000', link, true)
  wishes.answer({ id: first, dial: true, always: false })
  expect(dial).not.toHaveBeenCalled()
  expect(wishes.current().wish?.number).toBe('10000')
})
