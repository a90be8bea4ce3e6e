import { expect, test } from 'vitest'
import type { Reply } from '#contract'
import { findReplies, linesOf } from '#renderer/desk/chats/replies/find-replies.ts'

function reply(shortcut: string, title: string, text: string, group?: string): Reply {
  return { id: `${shortcut} ${title}`, owner: 'site', shortcut, title, text, ...(group && { group }) }
}

const lines = linesOf([
  reply('bye', 'Farewell', 'Goodbye and hello again'),
  reply('', 'Hello in Chinese', '您好，请问有什么可以帮您？', 'Greetings'),
  reply('hello', 'Greeting', 'Good morning {customer}'),
  reply('tk', '退款说明', '退款将在三个工作日内到账'),
])

const titles = (query: string) => findReplies(lines, query).map(({ title }) => title)

test('a shortcut’s beginning comes before a title, a title before a text', () => {
  expect(titles('hello')).toEqual(['Greeting', 'Hello in Chinese', 'Farewell'])
  expect(titles('HE')).toEqual(['Greeting', 'Hello in Chinese', 'Farewell'])
})

test('without words all are shown in their order', () => {
  expect(titles(' ')).toEqual(['Farewell', 'Hello in Chinese', 'Greeting', '退款说明'])
})

test('Chinese, width, several words and the group are found', () => {
  expect(titles('退款')).toEqual(['退款说明'])
  expect(titles('ＴＫ')).toEqual(['退款说明'])
  expect(titles('again good')).toEqual(['Farewell'])
  expect(titles('greetings')).toEqual(['Hello in Chinese'])
  expect(titles('nothing')).toEqual([])
})

test('two thousand are searched in a part of a frame', () => {
  const many = linesOf(
    Array.from({ length: 2_000 }, (_, index) =>
      reply(`s${index}`, `Title ${index}`, `您好 ${'text '.repeat(40)}${index}`),
    ),
  )
  findReplies(many, 'x')

  const took = Array.from({ length: 20 }, () => {
    const began = performance.now()
    findReplies(many, 'text 19')
    return performance.now() - began
  }).toSorted((a, b) => a - b)

  expect(took[10]).toBeLessThan(8)
})
