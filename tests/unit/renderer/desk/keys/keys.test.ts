import { expect, test } from 'vitest'
import { keys, pressedKey } from '#renderer/desk/keys/keys.ts'

const press = (code: string, more: Partial<KeyboardEvent> = {}) =>
  pressedKey({
    code,
    ctrlKey: true,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    ...more,
  } as KeyboardEvent)

test('every key of the table is told from every other', () => {
  const places = keys.map((key) => `${key.shift} ${key.code}`)

  expect(new Set(places).size).toBe(keys.length)
  for (const key of keys) expect(press(key.code, { shiftKey: key.shift, ctrlKey: !key.alone })).toBe(key.name)
})

test('the enter key of the number pad answers too', () => {
  expect(press('NumpadEnter')).toBe('answer')
})

test.each([
  ['without Ctrl', { ctrlKey: false }],
  ['with Alt, which writes a letter on some keyboards', { altKey: true }],
  ['held down', { repeat: true }],
  ['with Shift where the table has none', { shiftKey: true }],
])('a key %s does nothing', (_, more) => {
  expect(press('KeyM', more)).toBeNull()
})

test('Esc is no key of the desk: it never ends a call', () => {
  expect(press('Escape')).toBeNull()
  expect(press('Escape', { ctrlKey: false })).toBeNull()
})
