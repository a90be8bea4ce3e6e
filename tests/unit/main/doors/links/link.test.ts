import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkAmong, readLink } from '#main/doors/links/link.ts'

test.each([
  ['tel:13800138000', '13800138000'],
  ['tel:+86-10-1234-5678', '+861012345678'],
  ['TEL:%2B86%2010%201234', '+86101234'],
  ['tel:863-1234;phone-context=+1-914-555', '8631234'],
  ['tel:10086;ext=7', '10086'],
  ['sip:10086@example.com', '10086'],
  ['sips:+8610@example.com;transport=tls', '+8610'],
  ['sip:10086:secret@example.com', '10086'],
  ['callto:10086', '10086'],
  ['callto://(010) 1234–5678?subject=hello', '01012345678'],
  ['earshot:dial/10086', '10086'],
  ['earshot://dial/10086/', '10086'],
])('%s dials %s', (text, number) => {
  expect(readLink(text)).toMatchObject({ kind: 'dial', number, plain: true })
})

test('what may be an order to a switch is told apart from a plain number', () => {
  expect(readLink('tel:*21*13800138000%23')).toMatchObject({ kind: 'dial', number: '*21*13800138000#', plain: false })
})

test.each([
  ['tel:', 'no-number'],
  ['callto:?subject=x', 'no-number'],
  ['tel:+', 'no-number'],
  ['sip:alice@example.com', 'no-number'],
  ['tel:10086<script>', 'no-number'],
  ['tel:%', 'malformed'],
  ['tel:%ff', 'malformed'],
  ['earshot:answer', 'malformed'],
  ['earshot:hang-up/1', 'malformed'],
  [`tel:${'1'.repeat(600)}`, 'too-long'],
  [`tel:${'1'.repeat(40)}`, 'too-long'],
  ['http://example.com', 'unknown'],
  ['javascript:alert(1)', 'unknown'],
  ['--profile=x', 'unknown'],
])('%s is refused: %s', (text, why) => {
  expect(readLink(text)).toMatchObject({ kind: 'refused', why })
})

test('whatever a link says, nothing but a short number comes out', () => {
  const scheme = fc.constantFrom('tel:', 'sip:', 'callto:', 'earshot:dial/', 'CALLTO://', 'earshot:', '')
  fc.assert(
    fc.property(scheme, fc.string({ unit: 'binary', maxLength: 700 }), (start, rest) => {
      const link = readLink(start + rest)
      if (link.kind === 'dial') expect(link.number).toMatch(/^\+?[\d*#]{1,24}$/)
    }),
  )
})

test('the link is found among the words of a start', () => {
  expect(linkAmong(['/opt/earshot', '--no-sandbox', 'tel:10086'])).toBe('tel:10086')
  expect(linkAmong(['tel:10086'])).toBeNull()
  expect(linkAmong(['/opt/earshot', '--profile', 'site.json'])).toBeNull()
})
