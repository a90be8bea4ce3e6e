// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { afterEach, expect, test } from 'vitest'
import type { Call, CallVideo, Camera } from '#contract'
import { CallVerbs } from '#renderer/desk/calls/call-verbs.svelte.ts'
import VideoStage from '#renderer/desk/calls/video/VideoStage.svelte'
import { hasVideo, VideoDesk } from '#renderer/desk/calls/video/video-desk.svelte.ts'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { ago, callOf, deskState } from '#support/desk-preview/state.ts'

afterEach(cleanup)

const talking = (video: CallVideo, more: Partial<Call> = {}) =>
  callOf({
    phase: { name: 'talking', since: ago(5_000), muted: false },
    video,
    verbs: ['stop-video', 'share-screen', 'hang-up'],
    ...more,
  })

function show(call: Call, camera: Camera = { status: 'open', label: 'Camera' }) {
  overwriteGetLocale(() => 'en')
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  const verbs = new CallVerbs(fake.bridge)
  const video = new VideoDesk(fake.bridge, verbs)
  render(VideoStage, { call, camera, bridge: fake.bridge, verbs, video })
  flushSync()
  const stage = within(screen.getByRole('region', { name: 'Video' }))
  return { ...fake, stage, video, wants: () => fake.asked.filter(({ name }) => name === 'picture.want') }
}

test('both pictures are asked for, and what is on its way is said', () => {
  const { stage, wants } = show(talking({ sending: 'camera', receiving: true }))

  expect(wants().at(-1)?.input).toMatchObject({ callId: 'c1', far: true, self: true })
  expect(stage.getByText('The picture is being connected…')).toBeTruthy()
})

test('one’s own picture is hidden, is not encoded any more, and comes back', async () => {
  const { stage, wants } = show(talking({ sending: 'camera', receiving: true }))

  await fireEvent.click(stage.getByRole('button', { name: 'Hide your picture' }))
  expect(wants().at(-1)?.input).toMatchObject({ far: true, self: false })

  await fireEvent.click(stage.getByRole('button', { name: 'Show your picture' }))
  expect(wants().at(-1)?.input).toMatchObject({ far: true, self: true })
})

test('one’s own picture goes to another corner by the keyboard', async () => {
  const { stage, video } = show(talking({ sending: 'camera', receiving: true }))

  await fireEvent.keyDown(stage.getByRole('button', { name: /^Your picture/ }), { key: 'ArrowUp' })

  expect(video.corner).toBe('top-right')
})

test.each([
  [{ sending: 'camera', receiving: false }, {}, 'The far side shows no picture.'],
  [
    { sending: 'camera', receiving: true },
    { phase: { name: 'held', since: 1 } },
    'On hold. No picture goes either way.',
  ],
] as const)('%j %j: %s', (video, more, sentence) => {
  const { stage } = show(talking(video, more))

  expect(stage.getByText(sentence)).toBeTruthy()
})

test('a video call on hold keeps its place, and nothing is asked for', () => {
  const held = talking({ sending: 'off', receiving: false, waits: true }, { phase: { name: 'held', since: 1 } })
  const { stage, wants } = show(held)

  expect(hasVideo(held)).toBe(true)
  expect(stage.getByText('On hold. No picture goes either way.')).toBeTruthy()
  expect(wants().filter(({ input }) => JSON.stringify(input).includes('true'))).toEqual([])
})

test('a camera that does not open says why, and the call goes on', () => {
  const { stage } = show(talking({ sending: 'off', receiving: true }), { status: 'missing', label: '' })

  expect(stage.getByText(/^No camera was found/)).toBeTruthy()
})

test('a layout is pressed once the platform has taken it on', async () => {
  const { stage, asked } = show(
    talking({ sending: 'camera', receiving: true, layout: 'equal' }, { verbs: ['set-layout', 'hang-up'] }),
  )
  expect(stage.getByRole('button', { name: 'All alike' }).getAttribute('aria-pressed')).toBe('true')

  await fireEvent.click(stage.getByRole('button', { name: 'Third party' }))

  expect(asked).toContainEqual({ name: 'calls.layout', input: { callId: 'c1', layout: 'third-party' } })
})

test('a large picture is made small by Escape, which ends no call', async () => {
  const { stage, video, asked } = show(talking({ sending: 'camera', receiving: true }))

  await fireEvent.click(stage.getByRole('button', { name: 'Large picture' }))
  expect(video.large).toBe(true)
  await fireEvent.keyDown(window, { key: 'Escape' })

  expect(video.large).toBe(false)
  expect(asked.some(({ name }) => name === 'calls.hangUp')).toBe(false)
})

test('without a picture there are only the verbs', () => {
  const { stage, wants } = show(talking({ sending: 'off', receiving: false }, { verbs: ['start-video'] }))

  expect(stage.getByRole('button', { name: 'Start video' })).toBeTruthy()
  expect(stage.queryByRole('button', { name: 'Large picture' })).toBeNull()
  expect(wants()).toEqual([])
})
