import { expect, test } from 'vitest'
import { errorSaid } from '#main/desktop/windows/page-errors.ts'

test('an error is heard as Electron 33 tells it', () => {
  expect(errorSaid([{}, 3, 'Uncaught Error: broken', 12, 'desk.js'])).toBe('Uncaught Error: broken')
})

test('an error is heard as later releases tell it', () => {
  expect(errorSaid([{ level: 'error', message: 'Uncaught Error: broken' }])).toBe('Uncaught Error: broken')
})

test.each([[[{}, 1, 'just a word']], [[{ level: 'info', message: 'just a word' }]], [[null]], [[]]])(
  'what is no error is left alone: %j',
  (given) => {
    expect(errorSaid(given)).toBeNull()
  },
)
