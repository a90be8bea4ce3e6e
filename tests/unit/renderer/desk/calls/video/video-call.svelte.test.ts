// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { expect, test, vi } from 'vitest'
import type { Call, CallVideo } from '#contract'
import { showDesk } from '#support/desk-preview/show.ts'
import { agentIn, ago, callOf, wellLine } from '#support/desk-preview/state.ts'

const rings = callOf({ video: { sending: 'off', receiving: false, askedByFarSide: true } })
const talking = (video: CallVideo, verbs: Call['verbs']) =>
  callOf({ phase: { name: 'talking', since: ago(5_000), muted: false }, talkingSince: ago(5_000), video, verbs })
const show = (call: Call) =>
  showDesk({
    agent: agentIn({ name: call.phase.name === 'talking' ? 'talking' : 'idle' }),
    calls: { list: [call], missed: [] },
    line: { ...wellLine, camera: { status: 'closed', label: '' } },
  })
const bar = () => within(screen.getByRole('region', { name: 'Call' }))

test('the one-key Answer of a video call is by voice; the camera has a button and a key of its own', async () => {
  const { asked } = await show(rings)
  expect(bar().getByText('Video call')).toBeTruthy()

  await fireEvent.keyDown(window, { code: 'Enter', ctrlKey: true })
  await fireEvent.keyDown(window, { code: 'Enter', ctrlKey: true, shiftKey: true })
  await fireEvent.click(bar().getByRole('button', { name: 'Answer with video' }))

  expect(asked.filter(({ name }) => name === 'calls.answer').map(({ input }) => input)).toEqual([
    { callId: 'c1' },
    { callId: 'c1', video: true },
    { callId: 'c1', video: true },
  ])
})

test('whoever answers with video from another pane sees the picture', async () => {
  const { parts } = await show(rings)
  await fireEvent.click(screen.getByRole('button', { name: 'Directory' }))

  await fireEvent.click(bar().getByRole('button', { name: 'Answer with video' }))

  expect(parts.screen.pane).toBe('calls')
  expect(parts.screen.selected).toEqual({ kind: 'call', id: 'c1' })
})

test('a call by voice is not offered to be answered with video', async () => {
  const { asked } = await show(callOf({}))

  await fireEvent.keyDown(window, { code: 'Enter', ctrlKey: true, shiftKey: true })

  expect(bar().queryByRole('button', { name: 'Answer with video' })).toBeNull()
  expect(asked.some(({ name }) => name === 'calls.answer')).toBe(false)
})

test.each([
  ['Show my camera', true],
  ['Voice only', false],
])('asked for video in a call: %s', async (name, on) => {
  const { asked } = await show(
    talking({ sending: 'off', receiving: false, askedByFarSide: true }, ['start-video', 'stop-video', 'hang-up']),
  )
  const question = within(screen.getByRole('alert', { name: 'The far side asks for video' }))
  expect(document.activeElement).toBe(document.body)

  await fireEvent.click(question.getByRole('button', { name }))

  expect(asked).toContainEqual({ name: 'calls.video', input: { callId: 'c1', on } })
})

test('a shared screen is said across the desk, and stopped from there', async () => {
  const { asked } = await show(talking({ sending: 'screen', receiving: true }, ['stop-sharing', 'hang-up']))

  expect(screen.getByText('Your screen is shared with 138 0013 8000')).toBeTruthy()
  expect(screen.getByText('Video: your screen is shared.').getAttribute('role')).toBe('status')
  const strip = document.querySelector<HTMLElement>('.sharing')
  await fireEvent.click(within(strip ?? document.body).getByRole('button', { name: 'Stop sharing' }))

  expect(asked).toContainEqual({ name: 'calls.shareScreen', input: { callId: 'c1', on: false } })
})

test('the screen is chosen before it is shared, by key as well', async () => {
  const { asked, answer, parts } = await show(
    talking({ sending: 'camera', receiving: true }, ['share-screen', 'hang-up']),
  )
  // Brought by itself; how fast is not what is tried here.
  await vi.waitFor(() => expect(parts.videoPane.pane).not.toBeNull(), { timeout: 30_000 })
  answer('picture.screens', {
    by: 'own',
    sources: [{ id: 'window:1', kind: 'window', name: 'Prices', thumbnail: '' }],
  })

  await fireEvent.keyDown(window, { code: 'KeyS', ctrlKey: true, shiftKey: true })
  const dialog = within(await screen.findByRole('dialog', { name: 'Share a screen or a window' }))
  await fireEvent.click(dialog.getByRole('radio', { name: 'Prices' }))
  await fireEvent.click(dialog.getByRole('button', { name: 'Share' }))

  expect(asked).toContainEqual({
    name: 'calls.shareScreen',
    input: { callId: 'c1', on: true, sourceId: 'window:1' },
  })
})

test('video begins by key and from the menu, and what failed is said', async () => {
  const { asked, answer } = await show(talking({ sending: 'off', receiving: false }, ['start-video', 'hang-up']))
  answer('calls.video', { ok: false, reason: 'refused', retcode: '200-014' })

  await fireEvent.keyDown(window, { code: 'KeyO', ctrlKey: true, shiftKey: true })

  expect(asked).toContainEqual({ name: 'calls.video', input: { callId: 'c1', on: true } })
  expect(await screen.findByRole('alert', { name: 'The video was not started' })).toBeTruthy()
})
