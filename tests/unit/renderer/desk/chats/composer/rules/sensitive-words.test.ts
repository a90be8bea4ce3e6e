import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findWordsOf } from '#renderer/desk/chats/composer/rules/sensitive-words.ts'

const found = (words: readonly string[], text: string) =>
  findWordsOf(words)(text).map(({ start, end, word }) => [text.slice(start, end), word])

test('a word is found whatever its case, width or the encoding of its accents', () => {
  expect(found(['idiot'], 'You IDIOT!')).toEqual([['IDIOT', 'idiot']])
  expect(found(['idiot'], 'ｉｄｉｏｔ')).toEqual([['ｉｄｉｏｔ', 'idiot']])
  expect(found(['crétin'], 'Cre\u0301tin')).toEqual([['Cre\u0301tin', 'crétin']])
})

test('invisible signs between the letters hide nothing', () => {
  expect(found(['idiot'], 'id\u200biot')).toEqual([['id\u200biot', 'idiot']])
  expect(found(['退钱'], '退\u200d钱')).toEqual([['退\u200d钱', '退钱']])
})

test('a word within another word is none, but Chinese has no spaces to go by', () => {
  expect(found(['ass'], 'first class passenger')).toEqual([])
  expect(found(['ass'], 'an ass.')).toEqual([['ass', 'ass']])
  expect(found(['退款'], '我要退款吗')).toEqual([['退款', '退款']])
  expect(found(['VIP'], '他是VIP客户')).toEqual([['VIP', 'VIP']])
  expect(found(['007'], '10071')).toEqual([])
})

test('a phrase with a space, and the longest of words within words', () => {
  expect(found(['no refund', 'refund'], 'There is no refund here')).toEqual([['no refund', 'no refund']])
  expect(found(['退', '退款', '款项'], '退款项')).toEqual([['退款', '退款']])
})

test('words that end alike are each found', () => {
  expect(found(['he', 'she', 'hers'], 'he she hers')).toEqual([
    ['he', 'he'],
    ['she', 'she'],
    ['hers', 'hers'],
  ])
})

test('nothing is found without words, and an empty word is none', () => {
  expect(found([], 'text')).toEqual([])
  expect(found(['', ' ', '\u200b'], 'text')).toEqual([])
})

test('what is found is the word, in any text of any words', () => {
  const sign = fc.constantFrom('a', 'b', 'A', '好', '坏', ' ', 'é', '.')
  const text = fc.array(sign, { maxLength: 60 }).map((all) => all.join(''))
  const words = fc.array(
    fc.array(sign, { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
    { maxLength: 12 },
  )

  fc.assert(
    fc.property(text, words, (given, list) => {
      for (const [part, word] of found(list, given)) expect(part?.toLowerCase()).toBe(word?.trim().toLowerCase())
    }),
  )
})

test('two thousand words over a whole message take no part of a frame that anybody feels', () => {
  const words = Array.from({ length: 2_000 }, (_, index) => `禁${String.fromCharCode(0x4e00 + index)}词`)
  const find = findWordsOf(words)
  const text = '这是一段普通的文字，没有什么问题。'.repeat(70)
  find(text)

  const took = Array.from({ length: 20 }, () => {
    const began = performance.now()
    find(text)
    return performance.now() - began
  }).toSorted((a, b) => a - b)

  expect(took[10]).toBeLessThan(8)
})
