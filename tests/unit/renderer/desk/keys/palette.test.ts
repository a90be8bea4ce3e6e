import { expect, test } from 'vitest'
import { type Command, found, numberToCall } from '#renderer/desk/keys/palette.ts'

const command = (id: string, words: string, more: Partial<Command> = {}): Command => ({
  id,
  title: id,
  words,
  run: () => undefined,
  ...more,
})
const commands = [
  command('rest-10', 'Rest 10 min 小休 10 分钟'),
  command('rest-15', 'Rest 15 min 小休 15 分钟'),
  command('sign-out', 'Sign out 签出'),
  command('busy-210', 'Busy, reason 210 示忙，原因 210', { onlyFound: true }),
]
const ids = (text: string) => found(commands, text).map(({ id }) => id)

test('an empty text lists all but what is only to be found', () => {
  expect(ids('')).toEqual(['rest-10', 'rest-15', 'sign-out'])
})

test.each([
  ['rest 10', ['rest-10']],
  ['10 REST', ['rest-10']],
  ['小休', ['rest-10', 'rest-15']],
  ['签出', ['sign-out']],
  ['busy 210', ['busy-210']],
  ['fly', []],
])('%j finds %j', (text, expected) => {
  expect(ids(text)).toEqual(expected)
})

test.each([
  ['call 10086', '10086'],
  ['呼叫 10086', '10086'],
  ['呼叫10086', '10086'],
  ['138 0013 8000', '13800138000'],
  ['call', null],
  ['rest 100', null],
  ['10', null],
])('%j asks to call %j', (text, number) => {
  expect(numberToCall(text)).toBe(number)
})
