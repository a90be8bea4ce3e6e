import { expect, test } from 'vitest'
import { dialogOf } from '../../../../preload/pop/asked-dialog.ts'

test('what a page asks is understood', () => {
  expect(dialogOf('["prompt","Name?","Li"]')).toEqual({ dialog: 'prompt', text: 'Name?', initial: 'Li' })
})

test('no page sends more than a question, whatever it has made of its own world', () => {
  const long = 'x'.repeat(100_000)

  expect(dialogOf(JSON.stringify(['alert', long, '']))).toBeNull()
  expect(dialogOf(JSON.stringify(['alert', 'x'.repeat(2_001), '']))).toBeNull()
  expect(dialogOf(JSON.stringify(['alert', { length: 1 }, '']))).toBeNull()
})

test.each([
  ['another dialog', '["exec","",""]'],
  ['no list', 'null'],
  ['no JSON', '{'],
  ['no text', 7],
])('%s is nothing', (_, detail) => {
  expect(dialogOf(detail)).toBeNull()
})
