import fc from 'fast-check'
import { Core } from 'sip.js'
import { expect, test } from 'vitest'
import { repairNames } from '#renderer/phone/sip/connection/repair.ts'

function message(from: string, body = ''): string {
  return `INVITE sip:1@x SIP/2.0\r\nVia: SIP/2.0/WSS y;branch=z9hG4bK1\r\nFrom: ${from}\r\nTo: <sip:1@x>\r\n\r\n${body}`
}

const fromOf = (text: string) => /\r\nFrom: ?([^\r]*)/.exec(text)?.[1]?.trim()

test.each([
  '"Alice" <sip:a@b>;tag=1',
  'Alice Smith <sip:a@b>;tag=1',
  '<sip:a@b;transport=ws>;tag=1',
  '"王小明" <sip:a@b>;tag=1',
  '"say \\"hi\\"" <sip:a@b>;tag=1',
])('leaves %s as it is', (from) => {
  expect(repairNames(message(from))).toBe(message(from))
})

test('makes a name readable that breaks its own quotes', () => {
  expect(fromOf(repairNames(message('"Evil" <script>" <sip:a@b>;tag=1')))).toBe('"Evil script" <sip:a@b>;tag=1')
})

test('leaves the body alone', () => {
  const body = 'v=0\r\nFrom: "Evil" <script>" <sip:a@b>'

  expect(repairNames(message('<sip:a@b>;tag=1', body)).endsWith(body)).toBe(true)
})

test('leaves what is no message, and what has no address, to be refused', () => {
  expect(repairNames('no message')).toBe('no message')
  expect(repairNames(message('"nobody"'))).toBe(message('"nobody"'))
})

test('no display name keeps SIP.js from reading the address', () => {
  const name = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, ''))
  fc.assert(
    fc.property(name, fc.boolean(), (text, quoted) => {
      const from = `${quoted ? `"${text}"` : text} <sip:13800001111@b>;tag=1`
      const repaired = fromOf(repairNames(message(from))) ?? ''

      expect(Core.Grammar.nameAddrHeaderParse(repaired)?.uri.user).toBe('13800001111')
    }),
    { numRuns: 1_000 },
  )
})
