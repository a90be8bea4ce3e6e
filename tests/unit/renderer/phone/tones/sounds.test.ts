import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  callRing,
  chatRing,
  chatWhisper,
  messageSound,
  type Pattern,
  ringBack,
  waitingRing,
} from '#renderer/phone/tones/patterns.ts'
import { Sounds } from '#renderer/phone/tones/sounds.ts'

function start() {
  const ringer: (Pattern | null)[] = []
  const earpiece: (Pattern | null)[] = []
  const used: unknown[] = []
  const use = (...what: unknown[]) => used.push(what)
  const sounds = new Sounds({
    ringer: { use, play: (pattern) => ringer.push(pattern) },
    earpiece: { use, play: (pattern) => earpiece.push(pattern) },
    speaker: { use },
  })
  return { sounds, ringer, earpiece, used }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('rings as it is told to', () => {
  const { sounds, ringer } = start()

  sounds.ring('call')
  sounds.ring('waiting')
  sounds.ring('none')

  expect(ringer).toEqual([callRing, waitingRing, null])
})

test('a chat has a sound of its own, and beside a call no more than a whisper', () => {
  const { sounds, ringer } = start()

  sounds.ring('chat')
  sounds.ring('chat-waiting')
  sounds.ring('none')

  expect(ringer).toEqual([chatRing, chatWhisper, null])
  expect(chatWhisper.once).toBe(true)
})

test('chats are as loud as was set for them, and calls as before', () => {
  const { sounds, used } = start()
  const known = { microphones: [], speakers: [] }
  const none = { microphone: null, speaker: null, ringer: null, camera: null }
  sounds.use({ ...none, ringVolume: 0.9, speakerVolume: 1, chatVolume: 0.3 }, known)
  used.length = 0

  sounds.ring('chat')
  sounds.ring('call')
  sounds.ring('none')

  expect(used).toEqual([
    [null, 0.3, known],
    [null, 0.9, known],
  ])
})

test('a message sounds once, and not over a ring', async () => {
  const { sounds, ringer } = start()

  sounds.tryRing('message')
  await vi.advanceTimersByTimeAsync(2_000)
  sounds.ring('chat')
  sounds.tryRing('message')

  expect(ringer).toEqual([messageSound, null, chatRing])
})

test('a try lasts two seconds', async () => {
  const { sounds, ringer } = start()

  sounds.tryRing()
  await vi.advanceTimersByTimeAsync(2_000)

  expect(ringer).toEqual([callRing, null])
})

test('what main wants in general does not cut a try short', () => {
  const { sounds, ringer } = start()

  sounds.tryRing()
  sounds.ring('none')

  expect(ringer).toEqual([callRing])
})

test('a call that comes during a try rings on after it', async () => {
  const { sounds, ringer } = start()

  sounds.tryRing()
  sounds.ring('call')
  await vi.advanceTimersByTimeAsync(5_000)

  expect(ringer.at(-1)).toBe(callRing)
})

test('a call that rings is not cut short by a try', async () => {
  const { sounds, ringer } = start()

  sounds.ring('call')
  sounds.tryRing()
  await vi.advanceTimersByTimeAsync(5_000)

  expect(ringer).toEqual([callRing])
})

test('the far side’s ringing sounds where the far side does', () => {
  const { sounds, earpiece, used } = start()
  const known = { microphones: [], speakers: [] }
  const devices = {
    microphone: null,
    speaker: { groupId: 's', label: 's' },
    ringer: null,
    camera: null,
    ringVolume: 0.5,
    speakerVolume: 0.8,
  }

  sounds.use(devices, known)
  sounds.ringBack(true)
  sounds.ringBack(false)

  expect(used).toEqual([
    [null, 0.5, known],
    [devices.speaker, 0.8, known],
    [devices.speaker, 0.8, known],
  ])
  expect(earpiece).toEqual([ringBack, null])
})
