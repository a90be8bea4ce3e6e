import { expect, test } from 'vitest'
import { findItem, type MenuItem } from '../../../../support/desktop/tray/menu.ts'

function item(label: string, rest: Partial<MenuItem> = {}): MenuItem {
  return { id: 1, label, enabled: true, visible: true, separator: false, checked: null, items: [], ...rest }
}

const MENU = [item('Answer', { visible: false }), item('State', { items: [item('Idle', { id: 5 })] })]

test('an item is found by its labels from the top', () => {
  expect(findItem(MENU, ['State', 'Idle'])?.id).toBe(5)
  expect(findItem(MENU, [/^Sta/, /^Id/])?.id).toBe(5)
})

test('an item that is hidden or only inside another is not found', () => {
  expect(findItem(MENU, ['Answer'])).toBeNull()
  expect(findItem(MENU, ['Idle'])).toBeNull()
})
