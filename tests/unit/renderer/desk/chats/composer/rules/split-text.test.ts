import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostParts, splitText } from '#renderer/desk/chats/composer/rules/split-text.ts'
import { textBytes } from '#renderer/desk/chats/composer/rules/text-bytes.ts'

const family = '👨‍👩‍👧‍👦'
const signs = fc.constantFrom(
  'a',
  'word ',
  'Is it? ',
  '。',
  '好的',
  '你',
  '😀',
  family,
  '🇩🇪',
  'é',
  '"',
  '\n',
  '\t',
  ' ',
)
const texts = fc.array(signs, { maxLength: 200 }).map((all) => all.join(''))
const limits = fc.integer({ min: 60, max: 400 })
const ways = fc.constantFrom('numbered' as const, 'plain' as const)

test('every part fits', () => {
  fc.assert(
    fc.property(texts, limits, ways, (text, limit, way) => {
      for (const part of splitText(text, limit, way) ?? []) expect(textBytes(part)).toBeLessThanOrEqual(limit)
    }),
  )
})

test('together the parts are the text, but for white space where it was cut', () => {
  const bare = (text: string) => text.replace(/\s+/g, '')

  fc.assert(
    fc.property(texts, limits, (text, limit) => {
      const parts = splitText(text, limit, 'plain')
      if (parts) expect(bare(parts.join(''))).toBe(bare(text))
    }),
  )
})

test('nothing that is seen as one sign is cut', () => {
  const graphemes = (text: string) =>
    [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].length

  fc.assert(
    fc.property(texts, limits, (text, limit) => {
      const parts = splitText(text, limit, 'plain')
      if (!parts || /\s/.test(text)) return
      expect(parts.reduce((sum, part) => sum + graphemes(part), 0)).toBe(graphemes(text))
    }),
  )
})

test('it is cut behind a sentence, and the parts are numbered', () => {
  const parts = splitText('The first one is here. The second one is there. And a third.', 40, 'numbered')

  expect(parts).toEqual(['(1/3) The first one is here.', '(2/3) The second one is there.', '(3/3) And a third.'])
})

test('Chinese is cut behind its full stop', () => {
  expect(splitText('您好，请稍等。我马上为您查询订单状态。谢谢您。', 45, 'plain')).toEqual([
    '您好，请稍等。',
    '我马上为您查询订单状态。',
    '谢谢您。',
  ])
})

test('a text that fits stays whole, and is not numbered', () => {
  expect(splitText(' short ', 100, 'numbered')).toEqual(['short'])
})

test('a letter under a thousand accents is cut all the same, and loses none', () => {
  const text = `e${'\u0301'.repeat(1_000)}`
  const parts = splitText(text, 200, 'plain')

  expect(parts?.join('')).toBe(text)
  for (const part of parts ?? []) expect(textBytes(part)).toBeLessThanOrEqual(200)
})

test('what would be more parts than anybody reads is not split', () => {
  expect(splitText('a'.repeat(100 * mostParts + 1), 100, 'plain')).toBeNull()
  expect(splitText('😀'.repeat(250_000), 1_800, 'numbered')).toBeNull()
})
