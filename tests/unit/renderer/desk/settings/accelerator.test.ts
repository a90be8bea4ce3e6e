import { expect, test } from 'vitest'
import { acceleratorOf, acceleratorText } from '#renderer/desk/settings/accelerator.ts'

const none = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false }

test.each([
  [{ code: 'KeyA', ctrlKey: true, altKey: true }, 'Control+Alt+A'],
  [{ code: 'Digit1', altKey: true, shiftKey: true }, 'Alt+Shift+1'],
  [{ code: 'F9' }, 'F9'],
  [{ code: 'Numpad5', ctrlKey: true }, 'Control+num5'],
  [{ code: 'ArrowUp', metaKey: true }, 'Super+Up'],
])('%j is %s', (event, accelerator) => {
  expect(acceleratorOf({ ...none, ...event })).toBe(accelerator)
})

test.each([
  ['a letter alone', { code: 'KeyA' }],
  ['a capital', { code: 'KeyA', shiftKey: true }],
  ['a lone modifier', { code: 'ControlLeft', ctrlKey: true }],
  ['a key Electron has no name for', { code: 'IntlRo', ctrlKey: true }],
])('%s is none', (_, event) => {
  expect(acceleratorOf({ ...none, ...event })).toBeNull()
})

test.each([
  ['Control+Alt+A', 'Ctrl+Alt+A'],
  ['CommandOrControl+Return', 'Ctrl+Enter'],
  ['Super+num5', 'Win+Num 5'],
])('%s reads %s', (accelerator, text) => {
  expect(acceleratorText(accelerator)).toBe(text)
})
