import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainLine, type TextPart, textParts } from '#renderer/desk/chats/conversation/text/text-parts.ts'

const kinds = (text: string) => textParts(text).map(({ kind }) => kind)
const linkIn = (text: string) =>
  textParts(text).find((part): part is Extract<TextPart, { kind: 'link' }> => part.kind === 'link')

describe('a link', () => {
  test('ends where its sentence goes on', () => {
    expect(linkIn('See https://example.com/a?b=1, please.')?.text).toBe('https://example.com/a?b=1')
    expect(linkIn('请看 https://example.com/账单。谢谢')?.text).toBe('https://example.com/账单')
    expect(linkIn('(https://en.wikipedia.org/wiki/Bank_(law))')?.text).toBe('https://en.wikipedia.org/wiki/Bank_(law)')
    expect(linkIn('www.example.com/x')?.url).toBe('https://www.example.com/x')
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'ms-msdt:/id PCWDiagnostic',
    'vbscript:x',
  ])('is nothing but http or https: %s', (text) => {
    expect(kinds(text)).not.toContain('link')
  })

  test('that poses as another is told with the host it goes to', () => {
    expect(linkIn('https://bank.example@evil.example/login')).toMatchObject({ host: 'evil.example', posing: true })
    expect(linkIn('https://аррӏе.com/')).toMatchObject({ host: 'xn--80ak6aa92e.com', posing: true })
    expect(linkIn('https://bank.example/login')).toMatchObject({ host: 'bank.example', posing: false })
  })
})

describe('a telephone number', () => {
  test.each([
    ['+86 138 0013 8000', '+8613800138000'],
    ['call (0755) 2878-0808 now', '075528780808'],
    ['我的号码是13800138000', '13800138000'],
  ])('is found in %s', (text, number) => {
    // A digit that follows a letter is part of a word, but Chinese has no spaces.
    const found = textParts(text).find(({ kind }) => kind === 'number')
    expect(found).toMatchObject({ number })
  })

  test.each(['2026-11-22', 'order AB1234567890', '1.234.567,89', '192.168.10.100', '12345', '12345678901234567890'])(
    'is not %s',
    (text) => {
      expect(kinds(text)).not.toContain('number')
    },
  )
})

describe('signs that change how a text reads', () => {
  test('are shown by their names', () => {
    const parts = textParts('invoice\u202egpj.exe')

    expect(parts).toEqual([
      { kind: 'text', text: 'invoice' },
      { kind: 'mark', name: 'RLO' },
      { kind: 'text', text: 'gpj.exe' },
    ])
    expect(kinds('a\u0000b\u0007c')).toEqual(['text', 'mark', 'text', 'mark', 'text'])
    expect(kinds('two\nlines\tand a tab')).toEqual(['text'])
    expect(plainLine('a\u202eb\r\nc')).toBe('a[RLO]b c')
  })
})

test('nothing of a text is lost, and none of its parts holds an override', () => {
  const sign = fc.constantFrom(
    '\u202e',
    '\u2066',
    '\u0000',
    'https://a.b/c',
    '+8613800138000',
    '👩‍👩‍👧',
    ' ',
    'ש',
    '<b>',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(sign, fc.string())), (pieces) => {
      const text = pieces.join('')
      const parts = textParts(text)
      const shown = parts.map((part) => (part.kind === 'mark' ? '?' : part.text)).join('')
      expect(shown.replaceAll('?', '')).toBe(text.replace(/[\u202a-\u202e\u2066-\u2069?]|(?![\t\n\r])\p{Cc}/gu, ''))
    }),
  )
})

test('a megabyte of anything takes no noticeable time', () => {
  for (const piece of ['😀', '(', 'https://', '1 ', 'a.', 'www.', '+1-']) {
    const began = performance.now()
    textParts(piece.repeat(1_000_000 / piece.length))
    expect(performance.now() - began).toBeLessThan(1_500)
  }
})
