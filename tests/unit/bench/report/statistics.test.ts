import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresOf, percentile, slope } from '../../../bench/report/statistics.ts'

test('a percentile is the smallest value that enough others do not exceed', () => {
  const values = [40, 10, 30, 20]

  expect(percentile(values, 0.5)).toBe(20)
  expect(percentile(values, 0.95)).toBe(40)
  expect(percentile([7], 0.5)).toBe(7)
})

test('nothing has no percentile', () => {
  expect(percentile([], 0.5)).toBeNaN()
  expect(figuresOf([])).toEqual({ n: 0, p50: Number.NaN, p95: Number.NaN, p98: Number.NaN, p99: Number.NaN })
})

test('a percentile is one of the values, and so many of them are no larger', () => {
  const values = fc.array(fc.double({ noNaN: true }), { minLength: 1 })
  const share = fc.double({ min: 0.01, max: 1, noNaN: true })

  fc.assert(
    fc.property(values, share, (given, wanted) => {
      const found = percentile(given, wanted)
      expect(given).toContain(found)
      expect(given.filter((one) => one <= found).length).toBeGreaterThanOrEqual(wanted * given.length - 1e-9)
    }),
  )
})

test('the order of the values does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (values) => {
      expect(figuresOf(values.toReversed())).toEqual(figuresOf(values))
    }),
  )
})

test('a slope is that of the line through the points, and one odd point does not move it', () => {
  const line = Array.from({ length: 11 }, (_, x) => [x, 5 + 3 * x] as const)
  const odd = line.map(([x, y]) => [x, x === 4 ? 1_000 : y] as const)

  expect(slope(line)).toBe(3)
  expect(slope(odd)).toBe(3)
})

test('points without any way between them have no slope', () => {
  expect(slope([])).toBeNaN()
  expect(
    slope([
      [1, 2],
      [1, 3],
    ]),
  ).toBeNaN()
})
