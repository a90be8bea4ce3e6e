import { expect, test } from 'vitest'
import { createPlaces } from '#simulator/voice/places.ts'

test('frames that come in turn end when they come', () => {
  const place = createPlaces()

  expect([1_000, 1_020, 1_040].map(place)).toEqual([1_000, 1_020, 1_040])
})

test('frames that were held up and then come at once keep their places', () => {
  const place = createPlaces()

  expect([1_000, 1_300, 1_300, 1_300, 1_300].map(place)).toEqual([1_000, 1_020, 1_040, 1_060, 1_080])
})

test('what was waiting in a buffer at the start is not put into the future', () => {
  const place = createPlaces()

  expect([1_000, 1_000, 1_000, 1_020, 1_040].map(place)).toEqual([1_000, null, null, 1_020, 1_040])
})

test('sound that never came moves what follows to its time', () => {
  const place = createPlaces()
  place(0)
  for (let n = 1; n < 50; n += 1) place(20 * n)

  const after = Array.from({ length: 400 }, (_, n) => 1_500 + 20 * n)
  const late = after.map((arrival) => arrival - (place(arrival) ?? 0))

  expect(late[0]).toBe(500)
  expect(late.at(-1)).toBe(0)
})
