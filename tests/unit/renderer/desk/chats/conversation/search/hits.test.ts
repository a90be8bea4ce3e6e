import { expect, test } from 'vitest'
import { hitsIn } from '#renderer/desk/chats/conversation/search/hits.ts'

test('hits are found whatever their case, and nothing is lost', () => {
  expect(hitsIn('Refund, REFUND and 退款', 'refund')).toEqual([
    { words: 'Refund', hit: true },
    { words: ', ', hit: false },
    { words: 'REFUND', hit: true },
    { words: ' and 退款', hit: false },
  ])
  expect(hitsIn('退款', '退款')).toEqual([{ words: '退款', hit: true }])
  expect(
    hitsIn('İstanbul a', 'a')
      .map(({ words }) => words)
      .join(''),
  ).toBe('İstanbul a')
  expect(hitsIn('abc', '')).toEqual([{ words: 'abc', hit: false }])
  expect(
    hitsIn('a (b) c', '(b) c')
      .filter(({ hit }) => hit)
      .map(({ words }) => words),
  ).toEqual(['(b)', 'c'])
})
