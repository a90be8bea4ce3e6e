// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { CallVerbs } from '#renderer/desk/calls/call-verbs.svelte.ts'
import { VideoDesk } from '#renderer/desk/calls/video/video-desk.svelte.ts'
import { fakeBridge } from '#support/desk-preview/fake-bridge.ts'
import { callOf, deskState } from '#support/desk-preview/state.ts'

const call = callOf({ phase: { name: 'talking', since: 1, muted: false }, verbs: ['share-screen', 'hang-up'] })
const screens = [{ id: 'screen:0', kind: 'screen', name: 'Screen 1', thumbnail: '' }]

function start(picker: unknown) {
  const fake = fakeBridge(deskState({ language: 'en', theme: 'light' }))
  fake.answer('picture.screens', picker)
  return { ...fake, video: new VideoDesk(fake.bridge, new CallVerbs(fake.bridge)) }
}

test('where the system asks which screen, Earshot does not', async () => {
  const { video, asked } = start({ by: 'system' })
  await video.share(call)

  expect(video.choosingOf(call)).toBeNull()
  expect(asked.at(-1)).toEqual({ name: 'calls.shareScreen', input: { callId: 'c1', on: true } })
})

test('else the agent chooses, and nothing is shared before that', async () => {
  const { video, asked } = start({ by: 'own', sources: screens })
  await video.share(call)
  expect(video.choosingOf(call)?.sources).toEqual(screens)
  expect(asked.some(({ name }) => name === 'calls.shareScreen')).toBe(false)

  await video.choose(call, 'screen:0')
  expect(video.choosingOf(call)).toBeNull()
  expect(asked.at(-1)).toEqual({
    name: 'calls.shareScreen',
    input: { callId: 'c1', on: true, sourceId: 'screen:0' },
  })
})

test('the question goes with the call', async () => {
  const { video } = start({ by: 'own', sources: screens })
  await video.share(call)

  expect(video.choosingOf({ ...call, verbs: ['hang-up'] })).toBeNull()
  expect(video.choosingOf(null)).toBeNull()
})

test('a question that was closed while main looked for screens stays closed', async () => {
  const { video } = start({ by: 'own', sources: screens })
  const sharing = video.share(call)
  video.close()
  await sharing

  expect(video.choosingOf(call)).toBeNull()
})
