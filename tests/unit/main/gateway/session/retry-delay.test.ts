import fc from 'fast-check'
import { expect, test } from 'vitest'
import { retryDelayMs } from '#main/gateway/session/retry-delay.ts'

test('the first attempt comes within a quarter of a second', () => {
  expect(retryDelayMs(1, 0, 0)).toBe(0)
  expect(retryDelayMs(1, 0, 1)).toBe(250)
})

test.each([
  [0, 450, 750],
  [29_999, 450, 750],
  [30_000, 750, 1_250],
  [60_000, 3_000, 5_000],
  [120_000, 11_250, 18_750],
  [86_400_000, 11_250, 18_750],
])('after %i ms it waits from %i to %i ms', (lostForMs, least, most) => {
  expect(retryDelayMs(2, lostForMs, 0)).toBe(least)
  expect(retryDelayMs(2, lostForMs, 1)).toBe(most)
})

test('a connection gone longer is never tried sooner', () => {
  const time = fc.nat(200_000)
  fc.assert(
    fc.property(time, time, (one, other) => {
      const [sooner, later] = [Math.min(one, other), Math.max(one, other)]
      return retryDelayMs(2, sooner, 0.5) <= retryDelayMs(2, later, 0.5)
    }),
  )
})
