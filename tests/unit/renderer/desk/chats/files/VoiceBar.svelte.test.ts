// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { VoiceMessage } from '#contract'
import VoiceBar from '#renderer/desk/chats/files/voice/VoiceBar.svelte'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'

beforeEach(() => overwriteGetLocale(() => 'en'))
afterEach(() => cleanup())

function show(voiceMessage: VoiceMessage, chatId = 'chat') {
  const request = vi.fn(async () => undefined as never)
  render(VoiceBar, { bridge: { request }, chatId, voiceMessage })
  return request
}

const recording: VoiceMessage = { status: 'recording', chatId: 'chat', since: Date.now(), level: 0.2 }

test('a recording is stopped and sent, or thrown away', () => {
  const request = show(recording)

  screen.getByRole('button', { name: 'Stop and send' }).click()
  screen.getByRole('button', { name: 'Throw away' }).click()

  expect(request.mock.calls).toEqual([
    ['chatFiles.stopVoice', { send: true }],
    ['chatFiles.stopVoice', { send: false }],
  ])
})

test('it is shown in its own chat only', () => {
  show(recording, 'other')

  expect(screen.queryByRole('region')).toBeNull()
})

test('what a call has cut says so and may still be sent', () => {
  const request = show({ status: 'kept', chatId: 'chat', seconds: 12, why: 'in-call' })

  expect(screen.getByText(/A call came/)).toBeTruthy()
  screen.getByRole('button', { name: 'Send 12 s' }).click()
  expect(request).toHaveBeenCalledWith('chatFiles.stopVoice', { send: true })
})

test('why there is none is said in words', () => {
  show({ status: 'failed', chatId: 'chat', reason: 'in-call' })

  expect(screen.getByRole('alert').textContent).toMatch(/during a call/)
})
