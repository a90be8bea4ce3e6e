import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { restWhen } from '#main/database/rest.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp(may = true) {
  let ended: () => void = () => undefined
  const end = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        ended = resolve
      }),
  )
  return { end, rest: restWhen({ afterMs: 1_000, may: () => may }, end), ended: () => ended() }
}

test('what nobody asks for a while is ended, and not before', () => {
  const { rest, end } = setUp()
  void rest.begin()
  vi.advanceTimersByTime(5_000)
  expect(end).not.toHaveBeenCalled()
  rest.done()
  vi.advanceTimersByTime(999)
  void rest.begin()
  rest.done()
  vi.advanceTimersByTime(999)
  expect(end).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(end).toHaveBeenCalledOnce()
})

test('whoever asks while it ends waits for that', async () => {
  const { rest, ended } = setUp()
  void rest.begin()
  rest.done()
  vi.advanceTimersByTime(1_000)
  const ending = rest.begin()
  expect(ending).not.toBeNull()
  ended()
  await ending
  expect(rest.begin()).toBeNull()
})

test('what may not rest does not, and two ends are one', () => {
  const { rest, end } = setUp(false)
  void rest.begin()
  rest.done()
  vi.advanceTimersByTime(10_000)
  expect(end).not.toHaveBeenCalled()
  void rest.end()
  void rest.end()
  expect(end).toHaveBeenCalledOnce()
})
