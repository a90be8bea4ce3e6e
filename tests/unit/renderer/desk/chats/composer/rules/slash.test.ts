import { expect, test } from 'vitest'
import { slashAt } from '#renderer/desk/chats/composer/rules/slash.ts'

const at = (text: string) => slashAt(text, text.length)

test('a slash at the beginning of a word begins a search', () => {
  expect(at('/')).toEqual({ start: 0, end: 1, query: '' })
  expect(at('Hello /gre')).toEqual({ start: 6, end: 10, query: 'gre' })
  expect(at('您好，/退款')).toEqual({ start: 3, end: 6, query: '退款' })
  expect(at('one\n/two words')).toEqual({ start: 4, end: 14, query: 'two words' })
})

test('two slashes are a search of their own', () => {
  expect(at('Hello //ref')).toEqual({ start: 6, end: 11, query: '/ref' })
})

test.each(['and/or', 'https://x', '1/2', '///', 'a /b\nc', `${'x'.repeat(80)}/`])('%j has none', (text) => {
  expect(at(text)).toBeNull()
})

test('only what stands before the caret counts', () => {
  expect(slashAt('/greeting', 3)).toEqual({ start: 0, end: 3, query: 'gr' })
})
