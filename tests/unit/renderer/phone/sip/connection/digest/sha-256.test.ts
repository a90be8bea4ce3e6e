import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '#renderer/phone/sip/connection/digest/sha-256.ts'

test('is SHA-256, whatever the text and its length', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.nat(300).map((length) => 'a'.repeat(length)),
  )
  fc.assert(fc.property(texts, (text) => sha256(text) === createHash('sha256').update(text).digest('hex')))

  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
