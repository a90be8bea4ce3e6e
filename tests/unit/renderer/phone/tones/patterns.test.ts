import { expect, test } from 'vitest'
import {
  callRing,
  chatRing,
  chatWhisper,
  messageSound,
  render,
  ringBack,
  waitingRing,
} from '#renderer/phone/tones/patterns.ts'

const rate = 48_000
const loudest = (samples: Float32Array) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
const power = (samples: Float32Array) => samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length

test.each([
  ['the ring', callRing],
  ['the ring of a waiting call', waitingRing],
  ['the far side’s ringing', ringBack],
  ['the ring of a chat', chatRing],
  ['a message', messageSound],
])('%s is one period without a click, and never distorts', (_, pattern) => {
  const samples = render(pattern, rate)
  const last = samples.at(-1) ?? 1
  let jump = Math.abs((samples[0] ?? 1) - last)
  for (let n = 1; n < samples.length; n++) jump = Math.max(jump, Math.abs((samples[n] ?? 0) - (samples[n - 1] ?? 0)))

  expect(samples).toHaveLength(pattern.seconds * rate)
  expect(loudest(samples)).toBeLessThanOrEqual(1)
  expect(loudest(samples)).toBeGreaterThan(0.05)
  expect(jump).toBeLessThan(0.15)
})

test('starts at once and softly', () => {
  const samples = render(callRing, rate)

  expect(loudest(samples.subarray(0, rate / 1000))).toBeLessThan(0.01)
  expect(loudest(samples.subarray(0, rate / 20))).toBeGreaterThan(0.1)
})

test('rests between the pulses', () => {
  expect(loudest(render(callRing, rate).subarray(2 * rate, 3 * rate))).toBe(0)
})

test('a waiting call is much quieter than a ringing one', () => {
  expect(power(render(waitingRing, rate))).toBeLessThan(power(render(callRing, rate)) / 10)
})

test('beside a customer’s voice a chat is quieter than anything else', () => {
  expect(loudest(render(chatWhisper, rate))).toBeLessThanOrEqual(0.05)
  expect(power(render(chatRing, rate))).toBeLessThan(power(render(callRing, rate)) / 2)
})
