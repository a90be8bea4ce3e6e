import { expect, test } from 'vitest'
import { createArrivals } from '#simulator/sip/media/arrivals.ts'

const FRAME_MS = 20

/** Packets and beats every 20 ms up to a moment; returns the times told for the packets. */
function runTo(end: number) {
  const arrivals = createArrivals(0)
  const times: number[] = []
  for (let now = FRAME_MS; now <= end; now += FRAME_MS) {
    arrivals.nothingUntil(now)
    times.push(arrivals.arrive(now * 8, now))
  }
  return { arrivals, times }
}

test('a packet came when it was read', () => {
  expect(runTo(100).times).toEqual([20, 40, 60, 80, 100])
})

test('packets that waited while we were busy came when their timestamps say', () => {
  const { arrivals } = runTo(100)

  const times = [120, 140, 160, 180, 200].map((sent) => arrivals.arrive(sent * 8, 405))

  expect(times).toEqual([120, 140, 160, 180, 200])
  expect(arrivals.nothingUntil(405)).toBeNull()
})

test('packets that the phone sent late came late', () => {
  const { arrivals } = runTo(100)
  for (let now = 120; now <= 380; now += FRAME_MS) arrivals.nothingUntil(now)

  expect(arrivals.arrive(120 * 8, 400)).toBe(400)
})

test('nothing is noticed after a tenth of a second', () => {
  const { arrivals } = runTo(100)

  const told = [120, 140, 160, 180, 200, 220, 240].map((now) => arrivals.nothingUntil(now))

  expect(told).toEqual([null, null, null, null, null, null, 240])
})

test('a stall is not taken for nothing, but what follows it is', () => {
  const { arrivals } = runTo(100)

  expect(arrivals.nothingUntil(500)).toBeNull()
  for (let now = 520; now < 600; now += FRAME_MS) arrivals.nothingUntil(now)
  expect(arrivals.nothingUntil(600)).toBe(600)
})

test('timestamps go round', () => {
  const arrivals = createArrivals(0)
  arrivals.arrive(0xff_ff_ff_ff - 79, 20)

  expect(arrivals.arrive(80, 200)).toBe(40)
})
