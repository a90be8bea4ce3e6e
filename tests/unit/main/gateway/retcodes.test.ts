import { expect, test } from 'vitest'
import { RETCODES, retcodeName } from '#main/gateway/retcodes.ts'

test('every code of the table has a short kebab-case name', () => {
  for (const [code, name] of Object.entries(RETCODES)) {
    expect(code).toMatch(/^(0|\d{3}-\d{3})$/)
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
  }
})

/** spec/ccgateway.md chapter 17, as printed there. */
const chapter17: readonly (readonly [family: string, numbers: readonly number[]])[] = [
  ['000', [0, 1, 2, 3, 4, 5, 6, 7]],
  ['100', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]],
  ['101', [1]],
  ['104', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ['107', [0, 1, 2, 3, 4, 5, 7]],
  ['110', [2, 3, 16, 17, 18, 19, 20, 21, 22]],
  ['200', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 31, 32, 33, 34, 35, 37, 38, 39, 204]],
  ['300', [1, 2, 3, 4]],
  ['400', [1, 2, 3]],
  ['500', [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['600', [1, 2, 3, 4, 5]],
  ['700', [12, 14, 16, 17, 23, 24, 100]],
  ['800', [1]],
  ['900', [1, 2, 3, 4, 5]],
  ['999', [1]],
]

test('every code of chapter 17 is there, and no other', () => {
  const codes = chapter17.flatMap(([family, numbers]) =>
    numbers.map((number) => `${family}-${String(number).padStart(3, '0')}`),
  )

  expect(Object.keys(RETCODES).sort()).toEqual(['0', ...codes].sort())
})

test('an unlisted code has the name of its family', () => {
  expect(retcodeName('200-017')).toBe('release-no-call')
  expect(retcodeName('200-999')).toBe('call-refused')
  expect(retcodeName('123-456')).toBe('refused')
  expect(retcodeName('constructor')).toBe('refused')
})
