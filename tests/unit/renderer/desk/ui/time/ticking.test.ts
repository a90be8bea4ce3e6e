import { expect, test } from 'vitest'
import { clockText } from '#renderer/desk/ui/time/ticking.ts'

test.each([
  [0, '00:00'],
  [999, '00:00'],
  [61_000, '01:01'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [36_061_000, '10:01:01'],
  [-5_000, '00:00'],
])('%d ms reads %s', (elapsed, text) => {
  expect(clockText(elapsed)).toBe(text)
})
