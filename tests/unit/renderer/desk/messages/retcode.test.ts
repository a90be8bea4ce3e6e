import { describe, expect, test } from 'vitest'
import { m } from '#renderer/desk/messages/compiled/messages.js'
import { overwriteGetLocale } from '#renderer/desk/messages/compiled/runtime.js'
import { retcodeSentence } from '#renderer/desk/messages/retcode.ts'

const run = (family: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${family}-${String(from + index).padStart(3, '0')}`)

/** Every code of spec/ccgateway.md chapter 17. */
const codes = [
  ...run('000', 0, 7),
  ...run('100', 1, 16),
  '101-001',
  ...run('104', 1, 11),
  ...run('107', 0, 5),
  '107-007',
  ...['110-002', '110-003'],
  ...run('110', 16, 22),
  ...run('200', 1, 18),
  ...run('200', 31, 35),
  ...run('200', 37, 39),
  '200-204',
  ...run('300', 1, 4),
  ...run('400', 1, 3),
  ...run('500', 1, 9),
  ...run('600', 1, 5),
  ...['700-012', '700-014', '700-016', '700-017', '700-023', '700-024', '700-100'],
  '800-001',
  ...run('900', 1, 5),
  '999-001',
]

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test.each(codes)('%s has a sentence of its own, with the code at the end', (code) => {
    overwriteGetLocale(() => language)

    expect(`retcode_${code.replace('-', '_')}` in m).toBe(true)
    expect(retcodeSentence(code)).toMatch(new RegExp(`[.。] ?\\(${code}\\)$`))
  })
})

test('a code that is not listed is told by its family', () => {
  overwriteGetLocale(() => 'en')

  expect(retcodeSentence('200-999')).toBe(m.with_code({ sentence: m.retcode_family_200(), code: '200-999' }))
})

test.each(['555-001', '', 'nonsense', '__proto__', 'unlisted'])('%j is not known, and says so', (code) => {
  overwriteGetLocale(() => 'en')

  expect(retcodeSentence(code)).toBe(m.with_code({ sentence: m.retcode_unlisted(), code }))
})
