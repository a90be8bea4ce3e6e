import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startPacer } from '#simulator/voice/pacer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('beats keep time over ten minutes', () => {
  const beat = vi.fn()
  startPacer(20, beat)

  vi.advanceTimersByTime(600_000)

  expect(beat).toHaveBeenCalledTimes(30_000)
})

test('a short stall is made up for, a long one is not', () => {
  const beat = vi.fn()
  let stalled = 0
  startPacer(20, beat, () => performance.now() + stalled)

  stalled += 180
  vi.advanceTimersByTime(20)
  expect(beat).toHaveBeenCalledTimes(10)

  stalled += 10_000
  vi.advanceTimersByTime(20)
  expect(beat).toHaveBeenCalledTimes(11)
})

test('no beat comes after the end', () => {
  const beat = vi.fn()
  const stop = startPacer(20, beat)
  stop()

  vi.advanceTimersByTime(100)

  expect(beat).not.toHaveBeenCalled()
})
