import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textBytes } from '#renderer/desk/chats/composer/rules/text-bytes.ts'

test('a text takes what its JSON takes in UTF-8, whatever signs it is of', () => {
  const units = fc.string({
    unit: fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('"', '\\', '\n', '你', '😀'),
    ),
  })

  fc.assert(
    fc.property(units, (text) => {
      expect(textBytes(text)).toBe(Buffer.byteLength(JSON.stringify(text), 'utf8') - 2)
    }),
  )
})

test('six hundred Chinese characters take 1,800 bytes, as the platform counts them', () => {
  expect(textBytes('好'.repeat(600))).toBe(1_800)
})
