import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextAttempt, refreshAfterMs, retryAfterMs } from '#renderer/phone/sip/connection/reconnect.ts'

const servers = ['wss://first', 'wss://second', 'wss://third']
const random = fc.double({ min: 0, max: 1, noNaN: true })

test('tries every server once, in order and at once', () => {
  expect([0, 1, 2].map((count) => nextAttempt(servers, count, 0.5))).toEqual(
    servers.map((server) => ({ server, delayMs: 0 })),
  )
})

test('pauses between rounds, longer each time up to ten seconds', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 50].map((round) => nextAttempt(servers, round * 3, 0.5)?.delayMs)

  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000])
})

test('never gives up, and never waits longer than fifteen seconds', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), random, (some, count, chance) => {
      const attempt = nextAttempt(some, count, chance)

      expect(attempt?.server).toBe(some[count % some.length])
      expect(attempt?.delayMs).toBeLessThanOrEqual(15_000)
    }),
  )
})

test('spreads the pause, so that phones do not knock together', () => {
  expect(nextAttempt(['one'], 1, 0)?.delayMs).toBe(500)
  expect(nextAttempt(['one'], 1, 1)?.delayMs).toBe(1_500)
})

test('has nowhere to go without a server', () => {
  expect(nextAttempt([], 0, 0.5)).toBeNull()
})

test.each([
  ['120', 120_000],
  ['18000;duration=3600', 3_600_000],
  ['5 (in a meeting)', 5_000],
  ['soon', 0],
  ['-3', 0],
  [undefined, 0],
])('reads Retry-After %s as %i ms', (header, ms) => {
  expect(retryAfterMs(header)).toBe(ms)
})

test('refreshes in time to fail and try again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 86_400 }), random, (granted, chance) => {
      const after = refreshAfterMs(granted, chance)

      expect(after).toBeGreaterThan(0)
      expect(after).toBeLessThanOrEqual(granted * 800)
    }),
  )
})
