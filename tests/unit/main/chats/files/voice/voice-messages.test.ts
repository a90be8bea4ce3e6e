import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { VoiceMessage } from '#contract'
import { createVoiceMessages, longestVoiceMs } from '#main/chats/files/voice/voice-messages.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function voice() {
  const wanted: (string | null)[] = []
  const told: VoiceMessage[] = []
  const sent: string[] = []
  const voices = createVoiceMessages({
    onVoiceMessage: (one) => told.push(one),
    want: (recording) => wanted.push(recording),
    send: ({ chatId }) => sent.push(chatId),
    now: Date.now,
  })
  const deliver = (recording: string) =>
    voices.phoneRequests['voice.recorded']({ recording, content: new Uint8Array([1]), ending: 'mp4' })
  return { voices, wanted, told, sent, deliver }
}

test('it ends by itself after a minute and is kept', () => {
  const { voices, wanted, deliver } = voice()
  voices.start('chat')
  const recording = wanted.at(-1) ?? ''

  vi.advanceTimersByTime(longestVoiceMs)
  deliver(recording)

  expect(wanted.at(-1)).toBeNull()
  expect(voices.current()).toEqual({ status: 'kept', chatId: 'chat', seconds: 60, why: 'too-long' })
})

test('the capture is closed before anybody is told of the call', () => {
  const { voices, wanted, told } = voice()
  voices.start('chat')
  const before = told.length

  voices.inCall(true)

  expect(wanted.at(-1)).toBeNull()
  expect(told.length).toBeGreaterThan(before)
})

test('in a call the agent is told why there is none', () => {
  const { voices, wanted } = voice()
  voices.inCall(true)

  voices.start('chat')

  expect(wanted.every((one) => one === null)).toBe(true)
  expect(voices.current()).toEqual({ status: 'failed', chatId: 'chat', reason: 'in-call' })
})

test('after the call the next one records again', () => {
  const { voices, wanted, sent, deliver } = voice()
  voices.inCall(true)
  voices.inCall(false)

  voices.start('chat')
  const recording = wanted.at(-1) ?? ''
  voices.stop(true)
  deliver(recording)

  expect(sent).toEqual(['chat'])
})
