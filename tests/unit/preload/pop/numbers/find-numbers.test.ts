import { expect, test } from 'vitest'
import { findNumbers } from '../../../../../preload/pop/numbers/find-numbers.ts'

test.each([
  ['Call +86 138 0013 8000 now', '+8613800138000'],
  ['手机：13800138000。', '13800138000'],
  ['(0755) 2878-0808', '075528780808'],
  ['Tel. 0755-28780808, fax', '075528780808'],
  ['+44 (0)20 7946 0958', '+4402079460958'],
  ['phone:400 830 8300', '4008308300'],
  ['95\u2011588\u2011001', '95588001'],
  ['1. 13800138000', '13800138000'],
  ['01 23 45 67 89', '0123456789'],
])('%s is %s', (text, number) => {
  expect(findNumbers(text).map((found) => found.number)).toEqual([number])
})

test.each([
  'on 2024-01-31',
  'on 31.01.2024',
  '20240131',
  'order no. 2024-1138, card 6222 0212 3456 7890.',
  'invoice 20240131-0042',
  'call 1795391952-1',
  '192.168.100.200',
  'v1.2.3456789',
  '1 234 567',
  '1,234,567.00',
  '123456',
  'order A1234567890',
  '1234567890123456789',
  '6222 0212 3456 7890 123',
  'https://example.com/1234567890',
  'a@1234567890',
  '12:34:5678901',
  'id=13800138000',
  'A400 830 8300',
])('%s has none', (text) => {
  expect(findNumbers(text)).toEqual([])
})

test('each says where it stands', () => {
  const text = 'a 13800138000 b +442079460958'

  expect(findNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual(['13800138000', '+442079460958'])
})

test('a text made to be slow is not', () => {
  const began = performance.now()

  findNumbers(`${'1 '.repeat(1_000)}x`)
  findNumbers('(1-'.repeat(700))

  expect(performance.now() - began).toBeLessThan(200)
})
