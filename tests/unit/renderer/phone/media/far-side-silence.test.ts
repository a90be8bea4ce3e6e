import { expect, test } from 'vitest'
import { type FarSideSound, firstSound, listen, type Received } from '#renderer/phone/media/far-side-silence.ts'

/** One look a second: whether packets came, and how loud they were. */
function run(seconds: readonly { readonly packets: boolean; readonly level: number }[]): FarSideSound {
  let received: Received = { atMs: 0, packets: 0, energy: 0, duration: 0 }
  let sound = firstSound(received)
  for (const { packets, level } of seconds) {
    received = {
      atMs: received.atMs + 1_000,
      packets: received.packets + (packets ? 50 : 0),
      energy: received.energy + level ** 2,
      duration: received.duration + 1,
    }
    sound = listen(sound, received)
  }
  return sound
}

const speech = { packets: true, level: 0.1 }
const quiet = { packets: true, level: 0.0002 }
const nothing = { packets: false, level: 0 }
const times = <T>(count: number, value: T) => Array.from({ length: count }, () => value)

test('speech is not silence', () => {
  expect(run(times(20, speech)).silent).toBe(false)
})

test('three seconds without a packet are', () => {
  expect(run([speech, nothing, nothing]).silent).toBe(false)
  expect(run([speech, ...times(3, nothing)]).silent).toBe(true)
})

test('packets that carry only silence are given twice as long', () => {
  expect(run([speech, ...times(5, quiet)]).silent).toBe(false)
  expect(run([speech, ...times(6, quiet)]).silent).toBe(true)
})

test('the first sound ends it', () => {
  expect(run([...times(10, nothing), speech]).silent).toBe(false)
})

test('a pause between sentences does not begin it', () => {
  expect(run([...times(4, quiet), speech, ...times(4, quiet), speech]).silent).toBe(false)
})

test('sound that is made up for missing packets does not count', () => {
  expect(run([speech, ...times(3, { packets: false, level: 0.1 })]).silent).toBe(true)
})
