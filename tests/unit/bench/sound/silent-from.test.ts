import { expect, test } from 'vitest'
import { silentFrom } from '../../../bench/sound/silent-from.ts'

const stretch = (hz: number | null, from: number, to: number) => ({ hz, from, to })

test('silence begins where the voice ends, and music after it is none', () => {
  expect(silentFrom([stretch(1_000, 0, 100), stretch(null, 100, 140), stretch(300, 140, 400)], 300)).toBe(100)
})

test('a sound that is no tone counts as a voice still', () => {
  expect(silentFrom([stretch(1_000, 0, 100), stretch(0, 100, 120), stretch(301, 120, 400)], 300)).toBe(120)
})

test('a voice that was never heard has no end', () => {
  expect(() => silentFrom([stretch(null, 0, 100)], 300)).toThrow('nobody was heard before')
})
