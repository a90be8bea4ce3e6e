// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { showDesk } from '#support/desk-preview/show.ts'
import { deskState } from '#support/desk-preview/state.ts'

const { desktop, settings } = deskState({ language: 'en', theme: 'light' })
const open = async (news: Parameters<typeof showDesk>[0] = {}) => {
  const shown = await showDesk(news)
  await fireEvent.click(screen.getByRole('button', { name: 'Settings' }))
  return shown
}
const changes = (asked: readonly { readonly name: string; readonly input: unknown }[]) =>
  asked.filter(({ name }) => name === 'settings.change').map(({ input }) => input)

test('the microphone is tried while the settings are shown, and let go with them', async () => {
  const { asked } = await open()
  const tried = () => asked.filter(({ name }) => name === 'settings.tryMicrophone').map(({ input }) => input)

  expect(tried()).toEqual([{ on: true }])
  await fireEvent.click(screen.getByRole('button', { name: 'Calls' }))

  expect(tried()).toEqual([{ on: true }, { on: false }])
})

test('a device is remembered by its group, and the others stay', async () => {
  const { asked } = await open()

  await fireEvent.change(screen.getByLabelText('Ringer'), { target: { value: 'g2' } })

  expect(changes(asked)).toEqual([
    { devices: { ...settings.devices, ringer: { groupId: 'g2', label: 'Built-in Speakers' } } },
  ])
})

test('a chosen device that is not connected is still named', async () => {
  await open({
    settings: { ...settings, devices: { ...settings.devices, microphone: { groupId: 'gone', label: 'Old headset' } } },
  })

  expect(within(screen.getByLabelText('Microphone')).getByText('Old headset (not connected)')).toBeTruthy()
})

test('the ring is tried on request', async () => {
  const { asked } = await open()

  await fireEvent.click(screen.getByRole('button', { name: 'Test the ring' }))

  expect(asked).toContainEqual({ name: 'settings.tryRing', input: undefined })
})

test('a hotkey is what is pressed', async () => {
  const { asked } = await open()
  const change = screen.getByRole('button', { name: 'Change: Answer' })

  await fireEvent.click(change)
  await fireEvent.keyDown(change, { code: 'KeyZ', key: 'z' })
  await fireEvent.keyDown(change, { code: 'KeyZ', key: 'z', ctrlKey: true, shiftKey: true })

  expect(changes(asked)).toEqual([{ hotkeys: { ...settings.hotkeys, answer: 'Control+Shift+Z' } }])
})

test('Esc leaves a hotkey as it was', async () => {
  const { asked } = await open()

  await fireEvent.click(screen.getByRole('button', { name: 'Change: Answer' }))
  await fireEvent.keyDown(screen.getByRole('button', { name: 'Press keys…: Answer' }), {
    key: 'Escape',
    code: 'Escape',
  })

  expect(changes(asked)).toEqual([])
  expect(screen.getByRole('button', { name: 'Change: Answer' })).toBeTruthy()
})

test('each hotkey says whether it can be relied on', async () => {
  await open({ desktop: { ...desktop, hotkeys: { answer: 'proved', hangUp: 'unproved', mute: 'taken', dial: 'off' } } })

  expect(screen.getByText('Works.')).toBeTruthy()
  expect(screen.getByText('Not proved yet. Press Test, then the keys.')).toBeTruthy()
  expect(screen.getByText('Another program has these keys. Choose others.')).toBeTruthy()
})

test('a hotkey is tested by pressing it', async () => {
  const { asked, tell } = await open()

  await fireEvent.click(screen.getByRole('button', { name: 'Test: Hang up' }))
  tell({ desktop: { ...desktop, tryingHotkey: 'hangUp' } })

  expect(asked).toContainEqual({ name: 'desktop.tryHotkey', input: { name: 'hangUp' } })
  expect(screen.getByText('Press Ctrl+Alt+H now, from any program.')).toBeTruthy()
})

test('two hotkeys with the same keys are told', async () => {
  await open({ settings: { ...settings, hotkeys: { ...settings.hotkeys, mute: 'Control+Alt+A' } } })

  expect(screen.getByText('“Answer” has the same keys. Change one of them.')).toBeTruthy()
})

test('theme and bar mode change at once', async () => {
  const { asked } = await open()

  await fireEvent.click(screen.getByRole('button', { name: 'Dark' }))
  await fireEvent.click(screen.getByLabelText('Bar mode'))

  expect(changes(asked)).toEqual([{ theme: 'dark' }, { barMode: true }])
})
