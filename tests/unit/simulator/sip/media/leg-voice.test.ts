import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLegVoice } from '#simulator/sip/media/leg-voice.ts'
import type { Packet } from '#simulator/sip/media/packet.ts'
import { aLaw } from '#simulator/voice/g711.ts'
import { tone } from '#simulator/voice/tone.ts'

const THEIRS = { payloadType: 8, eventTypes: [101], hears: true, speaks: true } as const
const EVENT = { payloadType: 101, marker: false, payload: Buffer.from([5, 0x8a, 0x03, 0x20]) }

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

function start(theirs: Parameters<ReturnType<typeof createLegVoice>['agree']>[0] = THEIRS) {
  const sent: Packet[] = []
  const leg = createLegVoice((packet) => sent.push(packet))
  leg.agree(theirs)
  leg.start()
  return { leg, sent }
}

test('silence goes out every 20 ms when there is nothing to say', () => {
  const { sent } = start()

  vi.advanceTimersByTime(1000)

  expect(sent).toHaveLength(50)
  expect(sent[0]?.payload).toEqual(Buffer.alloc(160, 0xd5))
})

test('each packet follows the one before', () => {
  const { sent } = start()

  vi.advanceTimersByTime(40)

  const [first, second] = sent
  expect(((second?.sequence ?? 0) - (first?.sequence ?? 0) + 0x1_00_00) % 0x1_00_00).toBe(1)
  expect(((second?.timestamp ?? 0) - (first?.timestamp ?? 0) + 0x1_00_00_00_00) % 0x1_00_00_00_00).toBe(160)
})

test('what is said goes out by the law agreed on', () => {
  const { leg, sent } = start()
  leg.voice.say(tone(440))

  vi.advanceTimersByTime(20)

  expect(sent[0]?.payload).toEqual(aLaw.encode(tone(440)() ?? new Int16Array()))
})

test('nothing goes out to a phone on hold, and what was being said goes on meanwhile', () => {
  const source = vi.fn(tone(440))
  const { leg, sent } = start({ ...THEIRS, hears: false })
  leg.voice.say(source)

  vi.advanceTimersByTime(100)

  expect(sent).toEqual([])
  expect(source).toHaveBeenCalledTimes(5)
})

test('what the phone says is heard, and passed on frame by frame', () => {
  const { leg } = start()
  const frames: Int16Array[] = []
  const source = tone(1000)
  leg.voice.onFrame = (frame) => frames.push(frame)

  for (let n = 0; n < 20; n += 1) {
    vi.advanceTimersByTime(20)
    const payload = aLaw.encode(source() ?? new Int16Array())
    leg.receive({ payloadType: 8, sequence: n, timestamp: n * 160, marker: false, payload })
  }

  expect(frames).toHaveLength(20)
  expect(leg.voice.hearing.heard.map(({ hz }) => Math.round(hz ?? 0))).toEqual([1000])
})

test('a phone that stops sending is heard to be silent', () => {
  const { leg } = start()
  const payload = aLaw.encode(tone(1000)() ?? new Int16Array())
  leg.receive({ payloadType: 8, sequence: 1, timestamp: 0, marker: false, payload })

  vi.advanceTimersByTime(1000)

  expect(leg.voice.hearing.heard.at(-1)).toMatchObject({ hz: null })
})

test('digits are counted once however often their packets come', () => {
  const { leg } = start()

  for (const sequence of [1, 2, 3, 4]) leg.receive({ ...EVENT, sequence, timestamp: 160 })
  leg.receive({ ...EVENT, sequence: 5, timestamp: 800 })
  leg.receiveInfo('Signal=#\r\nDuration=160')

  expect(leg.voice.digits).toBe('55#')
})

test('nothing goes out after the end', () => {
  const { leg, sent } = start()
  leg.stop()

  vi.advanceTimersByTime(100)

  expect(sent).toEqual([])
})
