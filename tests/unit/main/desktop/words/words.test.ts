import { describe, expect, test } from 'vitest'
import { languageOf, type Words, wordsIn } from '#main/desktop/words/words.ts'

const texts = (words: Words): string[] =>
  Object.values({ ...words, ...words.states }).flatMap((word) => {
    if (typeof word === 'function') return [word('7' as never)]
    return typeof word === 'string' ? [word] : []
  })

test('no word of one language is left in the other', () => {
  const english = texts(wordsIn('en')).join('\n')
  const chinese = texts(wordsIn('zh-CN')).map((text) => text.replace('Earshot', ''))

  expect(english).not.toMatch(/\p{Script=Han}/u)
  for (const text of chinese) expect(text).not.toMatch(/[A-Za-z]/)
})

describe('the language is', () => {
  test('the one that was chosen', () => {
    expect(languageOf('en', ['zh-CN'])).toBe('en')
  })

  test.each([
    [['zh-CN'], 'zh-CN'],
    [['zh-Hans-CN', 'en-US'], 'zh-CN'],
    [['de-DE', 'zh-TW', 'en'], 'zh-CN'],
    [['fr-FR', 'en-GB', 'zh'], 'en'],
    [['de'], 'en'],
    [[], 'en'],
  ] as const)('for a system in %j: %s', (system, language) => {
    expect(languageOf(null, system)).toBe(language)
  })
})
