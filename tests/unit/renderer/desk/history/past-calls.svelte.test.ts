import { beforeEach, expect, test, vi } from 'vitest'
import type { HistoryPage, HistorySearch, PastCall } from '#contract'
import { PastCalls } from '#renderer/desk/history/past-calls.svelte.ts'

interface Asked {
  readonly input: HistorySearch
  answer(page: HistoryPage): void
  fail(): void
}

let asked: Asked[] = []
let removed: unknown[] = []

beforeEach(() => {
  asked = []
  removed = []
  vi.stubGlobal('reportError', () => undefined)
})

function start(removes = true): PastCalls {
  return new PastCalls({
    request: (name, input) => {
      if (name !== 'history.search') {
        removed.push({ name, input })
        return removes ? Promise.resolve(undefined as never) : Promise.reject(new Error('disk'))
      }
      return new Promise((resolve, reject) => {
        asked.push({ input: input as HistorySearch, answer: (page) => resolve(page as never), fail: () => reject() })
      })
    },
  })
}

function calls(...places: readonly number[]): readonly PastCall[] {
  return places.map((place) => ({
    id: `call-${place}`,
    place,
    direction: 'incoming',
    number: '10086',
    part: 'main',
    startedAt: place,
    endedAt: place,
    parties: [],
    missed: false,
    note: '',
  }))
}

const shown = (past: PastCalls) => past.calls.map(({ place }) => place)

test('what is typed is sought at once, and only the newest answer counts', async () => {
  const past = start()

  void past.type('1')
  void past.type('13')
  void past.type('138')
  expect(asked.map(({ input }) => input.text)).toEqual(['1'])
  asked[0]?.answer({ calls: calls(9), more: false })
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  expect(past.calls).toEqual([])
  asked[1]?.answer({ calls: calls(5), more: false })

  await vi.waitFor(() => expect(shown(past)).toEqual([5]))
  expect(asked.map(({ input }) => input.text)).toEqual(['1', '138'])
})

test('the end of the list brings the next page, once', async () => {
  const past = start()
  void past.refresh()
  asked[0]?.answer({ calls: calls(9, 8), more: true })
  await vi.waitFor(() => expect(past.more).toBe(true))

  void past.fetchMore()
  void past.fetchMore()
  asked[1]?.answer({ calls: calls(7), more: false })

  await vi.waitFor(() => expect(shown(past)).toEqual([9, 8, 7]))
  expect(asked[1]?.input.before).toBe(8)
  expect(past.more).toBe(false)
  await past.fetchMore()
  expect(asked).toHaveLength(2)
})

test('a page that comes after something else was typed is of no use', async () => {
  const past = start()
  void past.refresh()
  asked[0]?.answer({ calls: calls(9), more: true })
  await vi.waitFor(() => expect(past.more).toBe(true))

  void past.fetchMore()
  void past.type('77')
  asked[1]?.answer({ calls: calls(8), more: true })
  await vi.waitFor(() => expect(asked).toHaveLength(3))
  asked[2]?.answer({ calls: calls(3), more: false })

  await vi.waitFor(() => expect(shown(past)).toEqual([3]))
  expect(asked[2]?.input).toMatchObject({ text: '77' })
  expect(asked[2]?.input).not.toHaveProperty('before')
})

test('what cannot be read is told, and asked again', async () => {
  const past = start()
  void past.refresh()
  asked[0]?.fail()
  await vi.waitFor(() => expect(past.status).toBe('failing'))

  void past.refresh()
  asked[1]?.answer({ calls: calls(1), more: false })

  await vi.waitFor(() => expect(past.status).toBe('known'))
})

test('a refresh shows as many as the agent has scrolled to', async () => {
  const past = start()
  void past.refresh()
  asked[0]?.answer({ calls: calls(...Array.from({ length: 230 }, (_, at) => 1_000 - at)), more: true })
  await vi.waitFor(() => expect(past.calls).toHaveLength(230))

  void past.refresh()
  expect(asked[1]?.input.limit).toBe(230)
})

test('a call that is removed goes from the list, and one that could not be stays', async () => {
  const past = start()
  void past.refresh()
  asked[0]?.answer({ calls: calls(2, 1), more: false })
  await vi.waitFor(() => expect(past.calls).toHaveLength(2))
  const [first] = past.calls
  if (first) expect(await past.remove(first)).toBe(true)
  expect(shown(past)).toEqual([1])
  expect(removed).toEqual([{ name: 'history.remove', input: { callId: 'call-2' } }])

  expect(await start(false).clear()).toBe(false)
})
