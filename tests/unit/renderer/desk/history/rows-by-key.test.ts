// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { PastCall } from '#contract'
import { pressInRows } from '#renderer/desk/history/rows-by-key.ts'

const calls: readonly PastCall[] = Array.from({ length: 25 }, (_, at) => ({
  id: String(at),
  place: at,
  direction: 'incoming',
  number: '10086',
  part: 'main',
  startedAt: at,
  endedAt: at,
  parties: [],
  missed: false,
  note: '',
}))

/** What a key does on a row, or on what is not the row itself. */
function press(key: string, chosen: number | null, { onRow = true, ctrlKey = false } = {}): string {
  const element = document.createElement('button')
  if (onRow) element.dataset.place = '1'
  let did = 'nothing'
  element.addEventListener('keydown', (event) =>
    pressInRows(event, {
      calls,
      chosen: chosen === null ? null : (calls[chosen] ?? null),
      onselect: (call, index) => {
        did = `select ${call.id} at ${index}`
      },
      oncall: (call) => {
        did = `call ${call.id}`
      },
      onremove: (call) => {
        did = `remove ${call.id}`
      },
    }),
  )
  const passed = element.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, cancelable: true }))
  expect(passed, 'what has been done is done once').toBe(did === 'nothing')
  return did
}

test.each([
  ['ArrowDown', null, 'select 0 at 0'],
  ['ArrowDown', 3, 'select 4 at 4'],
  ['ArrowUp', 3, 'select 2 at 2'],
  ['ArrowUp', 0, 'select 0 at 0'],
  ['PageDown', 3, 'select 13 at 13'],
  ['PageDown', 20, 'select 24 at 24'],
  ['Enter', 3, 'call 3'],
  ['Enter', null, 'nothing'],
  ['Delete', 3, 'remove 3'],
  ['a', 3, 'nothing'],
] as const)('%s with row %s chosen: %s', (key, chosen, did) => {
  expect(press(key, chosen)).toBe(did)
})

test('the keys of the desk, and of the buttons in a row, stay theirs', () => {
  expect(press('Enter', 3, { ctrlKey: true })).toBe('nothing')
  expect(press('Enter', 3, { onRow: false })).toBe('nothing')
})
