import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UnheardSpeech } from '#renderer/phone/media/unheard-speech.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const voice = 0.05
const room = 0.002

function start() {
  const said: boolean[] = []
  const ears = { open: 0, level: room }
  const speech = new UnheardSpeech<string>({
    openEar: () => {
      ears.open += 1
      return {
        level: () => ears.level,
        close: () => {
          ears.open -= 1
        },
      }
    },
    onSpeaks: (speaks) => said.push(speaks),
    now: Date.now,
  })
  const sounds = (level: number, forMs: number) => {
    ears.level = level
    vi.advanceTimersByTime(forMs)
  }
  return { speech, said, ears, sounds }
}

test('speech of six tenths of a second is told, and its end', () => {
  const { speech, said, sounds } = start()
  speech.hear('track')

  sounds(voice, 700)
  expect(said).toEqual([])
  sounds(voice, 200)
  expect(said).toEqual([true])
  sounds(room, 1_600)

  expect(said).toEqual([true, false])
})

test('a cough is not speech', () => {
  const { speech, said, sounds } = start()
  speech.hear('track')

  for (let count = 0; count < 10; count++) {
    sounds(voice, 300)
    sounds(room, 1_000)
  }

  expect(said).toEqual([])
})

test('the gaps between words do not start it over, nor end it', () => {
  const { speech, said, sounds } = start()
  speech.hear('track')

  for (let count = 0; count < 10; count++) {
    sounds(voice, 300)
    sounds(room, 200)
  }

  expect(said).toEqual([true])
})

test('whoever is heard again is told of at once, and nothing is listened to any more', () => {
  const { speech, said, sounds, ears } = start()
  speech.hear('track')
  sounds(voice, 1_000)

  speech.hear(null)
  sounds(voice, 1_000)

  expect(said).toEqual([true, false])
  expect(ears.open).toBe(0)
})

test('another device is listened to from anew', () => {
  const { speech, said, sounds, ears } = start()
  speech.hear('track')
  sounds(voice, 400)

  speech.hear('another')
  sounds(voice, 400)

  expect(said).toEqual([])
  expect(ears.open).toBe(1)
})
