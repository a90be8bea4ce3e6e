import { expect, test } from 'vitest'
import { isInputMethods, sends } from '#renderer/desk/chats/composer/rules/press.ts'

const press = (given: Partial<KeyboardEvent>) => ({
  ...{ key: 'Enter', shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, isComposing: false },
  ...{ keyCode: 13, repeat: false, ...given },
})

test('Enter sends', () => {
  expect(sends(press({}))).toBe(true)
})

test.each([
  [{ shiftKey: true }],
  [{ altKey: true }],
  [{ ctrlKey: true }],
  [{ metaKey: true }],
  [{ repeat: true }],
  [{ key: 'a' }],
])('%j does not', (given) => {
  expect(sends(press(given))).toBe(false)
})

test('Enter that an input method takes never sends, in both ways that it is told', () => {
  expect(sends(press({ isComposing: true }))).toBe(false)
  expect(sends(press({ keyCode: 229 }))).toBe(false)
  expect(isInputMethods(press({ key: 'Process', keyCode: 229 }))).toBe(true)
})
