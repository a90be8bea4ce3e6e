import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAllowedOrigin, isOwnHost, take } from '#main/doors/local/guard.ts'

test.each([
  ['127.0.0.1:7690', true],
  ['localhost:7690', true],
  ['127.0.0.1', false],
  ['evil.example:7690', false],
  ['127.0.0.1:7691', false],
  ['127.0.0.1.evil.example:7690', false],
  [undefined, false],
])('a request to %s is for this machine: %s', (host, own) => {
  expect(isOwnHost(host, 7690)).toBe(own)
})

test('programs have no origin; a page must be from an allowed one', () => {
  const allowed = ['https://crm.example.com']
  expect(isAllowedOrigin(undefined, allowed)).toBe(true)
  expect(isAllowedOrigin('https://crm.example.com', allowed)).toBe(true)
  expect(isAllowedOrigin('https://crm.example.com.evil.example', allowed)).toBe(false)
  expect(isAllowedOrigin('null', allowed)).toBe(false)
})

test('however requests are spread, no more come through than a full bucket and what has dripped into it since', () => {
  const rate = { most: 5, perSecond: 2 }
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2_000 }), { maxLength: 200 }), (waits) => {
      let at = 1_000
      let bucket: ReturnType<typeof take> | undefined
      let through = 0
      for (const wait of waits) {
        at += wait
        const next = take(bucket ?? undefined, rate, at)
        if (next) through += 1
        bucket = next ?? bucket
      }
      const seconds = (at - 1_000) / 1_000
      expect(through).toBeLessThanOrEqual(rate.most + seconds * rate.perSecond + 1e-6)
    }),
  )
})
