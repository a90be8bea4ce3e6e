import { expect, test } from 'vitest'
import { burstsOf } from '../../../bench/sound/bursts.ts'
import { createOnsets, createTimeline, delays } from '../../../bench/sound/onsets.ts'

const RATE = 8_000

test('a burst begins once, wherever the pieces of the stream end', () => {
  const sound = burstsOf(1_000, RATE)
  const whole = createOnsets(RATE)(sound)
  const find = createOnsets(RATE)
  const inPieces: number[] = []
  for (let at = 0; at < sound.length; at += 77)
    inPieces.push(...find(sound.subarray(at, at + 77)).map((one) => one + at))

  expect(whole).toHaveLength(10)
  expect(inPieces).toEqual(whole)
})

test('what follows a sound too soon is the same sound', () => {
  const find = createOnsets(RATE)
  const loud = new Int16Array(8).fill(5_000)

  expect(find(loud)).toEqual([0])
  expect(find(new Int16Array(799))).toEqual([])
  expect(find(loud)).toEqual([])
  expect(find(new Int16Array(800))).toEqual([])
  expect(find(loud)).toEqual([0])
})

test('a stream that arrives late and in bursts stands where its promptest piece puts it', () => {
  const timeline = createTimeline(1_000)

  expect(timeline.arrive(10, 1_010)).toBe(1_000)
  expect(timeline.arrive(10, 1_095)).toBe(1_010)
  expect(timeline.arrive(10, 1_096)).toBe(1_020)
  expect(timeline.arrive(10, 1_035)).toBe(1_025)
})

test('each beginning is matched with its first echo, and one that is not heard is left out', () => {
  expect(delays([100, 1_000, 2_000], [130, 180, 2_040])).toEqual([30, 40])
})
