import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCaller } from '#renderer/phone/sip/dialogs/caller.ts'

test.each([
  [undefined, '"Alice" <sip:13800001111@x>;tag=1', { number: '13800001111', name: 'Alice' }],
  [undefined, 'Alice Smith <sip:13800001111@x>', { number: '13800001111', name: 'Alice Smith' }],
  [undefined, 'sip:13800001111@x;user=phone', { number: '13800001111' }],
  [undefined, '<tel:+8613800001111>', { number: '+8613800001111' }],
  [undefined, '"13800001111" <sip:13800001111@x>', { number: '13800001111' }],
  [undefined, '"say \\"hi\\"" <sips:%2A100%23@x>', { number: '*100#', name: 'say "hi"' }],
  [undefined, '<sip:alice:secret@x>', { number: 'alice' }],
  ['<sip:4008001234@y>', '"Alice" <sip:anonymous@x>', { number: '4008001234', name: 'Alice' }],
  ['"Shop" <sip:4008001234@y>', '"Alice" <sip:anonymous@x>', { number: '4008001234', name: 'Shop' }],
  ['garbage', '"Alice" <sip:13800001111@x>', { number: '13800001111', name: 'Alice' }],
  [undefined, '"王小明" <sip:13800001111@x>', { number: '13800001111', name: '王小明' }],
  [undefined, '<sip:%E0%A4%A@x>', { number: '%E0%A4%A' }],
  [undefined, '', { number: '' }],
])('asserted %s, from %s', (asserted, from, caller) => {
  expect(readCaller(asserted, from)).toEqual(caller)
})

test('takes out what turns, hides or breaks the text around it', () => {
  const caller = readCaller(undefined, '"\u202eEvil\u0007\u200b\u2066 name\u0000" <sip:1@x>')

  expect(caller.name).toBe('Evil name')
})

test('whatever is claimed, what is shown is short and printable', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(fc.option(text, { nil: undefined }), text, (asserted, from) => {
      const { number, name = '' } = readCaller(asserted, `"${from}" <sip:${from}@x>`)

      for (const shown of [number, name]) {
        expect([...shown].length).toBeLessThanOrEqual(80)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('a very long header is read in no time', () => {
  const start = performance.now()

  readCaller('"'.repeat(50_000), `${'<'.repeat(50_000)}sip:${'%'.repeat(50_000)}`)

  expect(performance.now() - start).toBeLessThan(200)
})
