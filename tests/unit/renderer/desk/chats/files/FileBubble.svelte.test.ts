// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MediaLook } from '#contract'
import FileBubble from '#renderer/desk/chats/files/bubble/FileBubble.svelte'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'

beforeEach(() => overwriteGetLocale(() => 'en'))
afterEach(() => cleanup())

const look: MediaLook = { ok: true, type: 'image', bytes: 9, width: 4, height: 3, address: 'media://file/token' }

function show(kind: 'image' | 'audio' | 'file', answers: Readonly<Record<string, unknown>> = {}) {
  const request = vi.fn(async (name: string) => (answers[name] ?? look) as never)
  const file = { fileId: 'id', name: 'photo.png', bytes: 9_000, ending: 'png' }
  render(FileBubble, { chatId: 'chat', file, kind, bridge: { request } })
  return request
}

test('a picture is fetched when it is shown, and opens large', async () => {
  const request = show('image')

  const small = await screen.findByRole('img', { name: 'photo.png' })
  expect(small.getAttribute('src')).toBe('media://file/token')
  expect(request).toHaveBeenCalledExactlyOnceWith('chatFiles.look', { chatId: 'chat', fileId: 'id', ending: 'png' })
})

test('a picture that main has forgotten is fetched again once, and then said to be damaged', async () => {
  const request = show('image')
  const first = await screen.findByRole('img')
  first.dispatchEvent(new Event('error'))
  await vi.waitFor(() => expect(request).toHaveBeenCalledTimes(2))
  const second = await screen.findByRole('img')
  second.dispatchEvent(new Event('error'))

  expect(await screen.findByText(/damaged/)).toBeTruthy()
  expect(request).toHaveBeenCalledTimes(2)
})

test('a picture that is none is refused in words, and there is nothing to try again', async () => {
  show('image', { 'chatFiles.look': { ok: false, reason: 'not-what-it-says' } })

  const words = await screen.findByRole('status')
  expect(words.textContent).toMatch(/not what it claims/)
  expect(within(words).queryByRole('button')).toBeNull()
})

test('no answer can be tried again', async () => {
  const answers: Record<string, unknown> = { 'chatFiles.look': { ok: false, reason: 'no-answer' } }
  show('image', answers)
  const again = await screen.findByRole('button', { name: 'Try again' })
  answers['chatFiles.look'] = look

  again.click()

  expect(await screen.findByRole('img')).toBeTruthy()
})

test('a file is not fetched before it is saved', async () => {
  const request = show('file', { 'chatFiles.save': { ok: true, saved: true } })
  expect(request).not.toHaveBeenCalled()

  screen.getByRole('button', { name: 'Save photo.png' }).click()

  expect(await screen.findByText('Saved')).toBeTruthy()
  expect(request).toHaveBeenCalledExactlyOnceWith('chatFiles.save', {
    ...{ chatId: 'chat', fileId: 'id', ending: 'png', name: 'photo.png' },
  })
})

test('a place that cannot be written to is told', async () => {
  show('file', { 'chatFiles.save': { ok: false, reason: 'not-written' } })
  screen.getByRole('button', { name: 'Save photo.png' }).click()

  expect(await screen.findByText(/could not be saved/)).toBeTruthy()
})

test('a message that comes again with another state keeps its picture', async () => {
  const request = vi.fn(async () => look as never)
  const file = { fileId: 'id', name: 'photo.png', ending: 'png' }
  const props = { chatId: 'chat', kind: 'image' as const, bridge: { request } }
  const { rerender } = render(FileBubble, { ...props, file })
  await screen.findByRole('img')

  await rerender({ ...props, file: { ...file } })

  expect(screen.getByRole('img')).toBeTruthy()
  expect(request).toHaveBeenCalledTimes(1)
})
