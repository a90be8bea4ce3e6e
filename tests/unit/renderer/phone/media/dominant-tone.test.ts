import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dominantHz, fillsWindow, rootMeanSquare } from '#renderer/phone/media/dominant-tone.ts'

const rate = 16_000
const length = 2048

function sine(hz: number, amplitude = 0.3, from = 0): Float32Array {
  return Float32Array.from({ length }, (_, n) => (n < from ? 0 : amplitude * Math.sin((2 * Math.PI * hz * n) / rate)))
}

/** What an AnalyserNode makes of samples: Blackman window, magnitude in decibels (Web Audio 1.8.3), near one frequency. */
function spectrum(samples: Float32Array, around: number): Float32Array {
  const decibels = new Float32Array(length / 2).fill(-200)
  const middle = Math.round((around * length) / rate)
  for (let bin = Math.max(0, middle - 8); bin < Math.min(length / 2, middle + 8); bin++) {
    let real = 0
    let imaginary = 0
    for (let n = 0; n < length; n++) {
      const turn = (2 * Math.PI * n) / length
      const window = 0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn)
      real += (samples[n] ?? 0) * window * Math.cos(turn * bin)
      imaginary -= (samples[n] ?? 0) * window * Math.sin(turn * bin)
    }
    decibels[bin] = 20 * Math.log10(Math.hypot(real, imaginary) / length)
  }
  return decibels
}

test('names any tone of a telephone within one hertz', () => {
  fc.assert(
    fc.property(fc.double({ min: 200, max: 3_400, noNaN: true }), (hz) => {
      const samples = sine(hz)
      const named = dominantHz(spectrum(samples, hz), rate, rootMeanSquare(samples))

      expect(Math.abs((named ?? 0) - hz)).toBeLessThan(1)
    }),
    { numRuns: 25 },
  )
})

test('has no name for what is too quiet to be heard', () => {
  const samples = sine(440, 0.001)

  expect(dominantHz(spectrum(samples, 440), rate, rootMeanSquare(samples))).toBeNull()
})

test('has no name for a spectrum without any sound', () => {
  expect(dominantHz(new Float32Array(1024).fill(Number.NEGATIVE_INFINITY), rate, 0.5)).toBeNull()
})

test('takes a flat spectrum without falling over', () => {
  expect(dominantHz(new Float32Array(1024).fill(-30), rate, 0.5)).not.toBeNaN()
})

test('measures the root mean square', () => {
  expect(rootMeanSquare(sine(1_000, 0.5))).toBeCloseTo(0.5 / Math.SQRT2, 3)
  expect(rootMeanSquare(new Float32Array())).toBe(0)
})

test('knows a tone that began within the window from one that fills it', () => {
  expect(fillsWindow(sine(440))).toBe(true)
  expect(fillsWindow(sine(440, 0.3, 1_500))).toBe(false)
})
