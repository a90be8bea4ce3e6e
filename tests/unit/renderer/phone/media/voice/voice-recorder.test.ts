import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nothingWanted } from '#renderer/phone/line.ts'
import { VoiceRecorder } from '#renderer/phone/media/voice/voice-recorder.ts'
import { voiceWanted } from '#renderer/phone/media/voice/voice-wanted.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const settled = () => vi.advanceTimersByTimeAsync(0)

function setUp() {
  const told: string[] = []
  const opening: { answer: (ok: boolean) => void; pullOut: () => void }[] = []
  let open = 0
  const recorder = new VoiceRecorder({
    open: (_choice, onEnded) =>
      new Promise((resolve, reject) => {
        const capture = {
          level: () => 0.5,
          recording: { stop: async () => ({ content: new Uint8Array([7]), ending: 'mp4' }) },
          close: () => {
            open -= 1
          },
        }
        let answered = false
        opening.push({
          answer: (ok) => {
            if (answered) return
            answered = true
            if (!ok) return reject(new Error('no microphone'))
            open += 1
            resolve(capture)
          },
          pullOut: onEnded,
        })
      }),
    onLevel: ({ recording, level }) => told.push(`${recording} level ${level}`),
    onRecorded: ({ recording, content }) => told.push(`${recording} recorded ${content.length}`),
    onFailed: ({ recording }) => told.push(`${recording} failed`),
    onTrouble: () => undefined,
  })
  return { recorder, told, opening, isOpen: () => open }
}

test('it records from the moment it is wanted to the moment it is not', async () => {
  const { recorder, told, opening, isOpen } = setUp()
  recorder.want('one', null)
  opening[0]?.answer(true)
  await settled()
  await vi.advanceTimersByTimeAsync(100)

  recorder.want(null, null)
  expect(isOpen()).toBe(0)
  await settled()

  expect(told).toEqual(['one level 0.5', 'one recorded 1'])
})

test('a device that opens when nobody wants it any more is let go at once', async () => {
  const { recorder, told, opening, isOpen } = setUp()
  recorder.want('one', null)
  recorder.want(null, null)
  opening[0]?.answer(true)
  await settled()

  expect(isOpen()).toBe(0)
  expect(told).toEqual(['one failed'])
})

test('no microphone is told', async () => {
  const { recorder, told, opening } = setUp()
  recorder.want('one', null)
  opening[0]?.answer(false)
  await settled()

  expect(told).toEqual(['one failed'])
})

test('a microphone that is pulled out gives what there is', async () => {
  const { recorder, told, opening, isOpen } = setUp()
  recorder.want('one', null)
  opening[0]?.answer(true)
  await settled()

  opening[0]?.pullOut()
  await settled()

  expect(isOpen()).toBe(0)
  expect(told).toEqual(['one recorded 1'])
})

test('it ends itself should main never end it', async () => {
  const { recorder, opening, isOpen } = setUp()
  recorder.want('one', null)
  opening[0]?.answer(true)
  await vi.advanceTimersByTimeAsync(65_000)

  expect(isOpen()).toBe(0)
})

test('in every order, the device is open for what is wanted and for nothing else', async () => {
  const events = ['opens', 'fails', 'pulled out'] as const
  const step = fc.constantFrom('one', 'two', null, ...events)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const { recorder, opening, isOpen } = setUp()
      const happen = {
        opens: () => opening.at(-1)?.answer(true),
        fails: () => opening.at(-1)?.answer(false),
        'pulled out': () => opening.at(-1)?.pullOut(),
      }
      let wanted: string | null = null
      for (const one of steps) {
        if (one === 'opens' || one === 'fails' || one === 'pulled out') happen[one]()
        else {
          wanted = one
          recorder.want(one, null)
        }
        await settled()
        expect(isOpen()).toBeLessThanOrEqual(wanted === null ? 0 : 1)
      }
    }),
  )
})

test('main’s wish to record counts for nothing beside a dialog that may hear the microphone', () => {
  expect(voiceWanted({ ...nothingWanted, voiceMessageFor: 'one' })).toBe('one')
  expect(voiceWanted({ ...nothingWanted, voiceMessageFor: 'one', microphoneFor: 'dialog' })).toBeNull()
  expect(voiceWanted(nothingWanted)).toBeNull()
})
