import { expect, test } from 'vitest'
import { reachedAfter } from '../../../bench/calls/reached-after.ts'

const shown = (index: number) => 100_001 + index

test('an event is painted when it or a later one is on the screen', () => {
  const painted = [
    { number: 100_001, at: 20 },
    { number: 100_004, at: 40 },
  ]

  expect(reachedAfter({ written: [0, 5, 10, 15], shown }, painted)).toEqual([20, 35, 30, 25])
})

test('one that never came to the screen, nor a later one, took for ever', () => {
  expect(reachedAfter({ written: [0, 5], shown }, [{ number: 100_001, at: 20 }])).toEqual([
    20,
    Number.POSITIVE_INFINITY,
  ])
  expect(reachedAfter({ written: [0], shown }, [])).toEqual([Number.POSITIVE_INFINITY])
})

test('a frame without a number, or with an older one, paints nothing new', () => {
  const painted = [
    { number: Number.NaN, at: 10 },
    { number: 100_001, at: 20 },
    { number: 100_001, at: 30 },
    { number: 100_002, at: 40 },
  ]

  expect(reachedAfter({ written: [0, 5], shown }, painted)).toEqual([20, 35])
})
