import { expect, test } from 'vitest'
import {
  atMost,
  nothingOverLimit,
  overLimit,
  p95AtMost,
  p95OverLimit,
  p99AtMost,
  timesLimit,
} from '../../../bench/report/aims.ts'
import { entryOf } from '../../../bench/report/report.ts'
import { tableOf } from '../../../bench/report/table.ts'

const measured = { values: [10, 20, 30], limit: { what: 'bare', values: [10] } }

test('a metric stands beside its limit with the ratio of their middles', () => {
  expect(entryOf(measured, timesLimit(2))).toEqual({
    n: 3,
    p50: 20,
    p95: 30,
    p98: 30,
    p99: 30,
    limit: { what: 'bare', n: 1, p50: 10, p95: 10 },
    ratio: 2,
    aim: '≤ 2 ×',
    met: true,
  })
})

test.each([
  ['times the limit', timesLimit(1.9), false],
  ['so much over the limit', overLimit(10), true],
  ['the 95th percentile', p95AtMost(29), false],
  ['the 95th percentile over that of the limit', p95OverLimit(20), true],
  ['no more of it than that', p95OverLimit(19), false],
  ['the 99th percentile', p99AtMost(29), false],
  ['every single value', atMost(30), true],
  ['nothing that would not happen anyhow', nothingOverLimit, false],
])('an aim looks at %s', (_, aim, met) => {
  expect(entryOf(measured, aim).met).toBe(met)
})

test('a limit of nothing has no ratio, and no values meet no aim', () => {
  const entry = entryOf({ values: [], limit: { what: 'nothing', values: [0] } }, atMost(1))

  expect(entry.ratio).toBeNull()
  expect(entry.met).toBe(false)
})

test('figures are told with three digits, parts too', () => {
  const entry = entryOf({ ...measured, values: [1_234.567, 1.23456], parts: { one: [0.123456] } }, timesLimit(1))

  expect(entry.p50).toBe(1.23)
  expect(entry.p95).toBe(1_235)
  expect(entry.parts?.one?.p50).toBe(0.123)
})

test('the table says whether an aim is met, what it is made of, and what could not be measured', () => {
  const metrics = { launch_ms: entryOf({ ...measured, parts: { first: [1] } }, timesLimit(1)) }

  const lines = tableOf({ machine: {}, metrics, failed: { other_ms: 'it broke\nhere' } }).split('\n')

  expect(lines[1]).toMatch(/^launch_ms +3 +20 +30 +30 +bare +10 +10 +2 × +≤ 1 × +NOT MET$/)
  expect(lines[2]).toMatch(/^ {2}first +1 +1/)
  expect(lines[3]).toBe('other_ms: not measured: it broke')
})
