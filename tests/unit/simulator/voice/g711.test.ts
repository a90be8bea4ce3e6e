import { expect, test } from 'vitest'
import { aLaw, muLaw } from '#simulator/voice/g711.ts'

const every = Int16Array.from({ length: 0x1_00_00 }, (_, n) => n - 0x80_00)

test.each([
  ['A-law', aLaw, [0xd5, 0x55, 0xaa, 0x2a]],
  ['µ-law', muLaw, [0xff, 0x7f, 0x80, 0x00]],
])('%s: known points of ITU-T G.711', (_, law, codes) => {
  expect([...law.encode(Int16Array.of(0, -1, 0x7fff, -0x8000))]).toEqual(codes)
})

test.each([
  ['A-law', aLaw],
  ['µ-law', muLaw],
])('%s: every code stands for a sample that is encoded by it', (_, law) => {
  const codes = Buffer.from(Array.from({ length: 256 }, (_, code) => code))
  const again = law.encode(law.decode(codes))

  // µ-law has two zeros, and both decode to 0.
  expect([...again].filter((code, n) => code !== codes[n])).toEqual(law === muLaw ? [0xff] : [])
})

test.each([
  ['A-law', aLaw],
  ['µ-law', muLaw],
])('%s: no sample is off by more than half a step', (_, law) => {
  const decoded = law.decode(law.encode(every))

  const worst = every.reduce((most, sample, n) => {
    const error = Math.abs(sample - (decoded[n] ?? 0))
    return Math.max(most, error / (Math.abs(sample) + 256))
  }, 0)
  expect(worst).toBeLessThan(0.035)
})
