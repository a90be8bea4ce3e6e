import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emailHtml } from '#renderer/desk/chats/composer/email/email-html.ts'
import { textBytes } from '#renderer/desk/chats/composer/rules/text-bytes.ts'

const heading = 'On Monday, a@b.example wrote:'

test('what was typed and what is quoted are words, never markup', () => {
  const { html } = emailHtml({
    text: '<b>"Hi"</b>\n& bye',
    quote: { heading, text: '<script>x</script>' },
    room: 3_000,
  })

  expect(html).toBe(
    '<div>&lt;b&gt;&quot;Hi&quot;&lt;/b&gt;<br>&amp; bye</div><br>' +
      `<div>${heading}</div><blockquote>&lt;script&gt;x&lt;/script&gt;</blockquote>`,
  )
})

test('of an original that is too long its beginning goes along', () => {
  const { html, cut, over } = emailHtml({ text: 'Hi', quote: { heading, text: 'word '.repeat(500) }, room: 400 })

  expect({ cut, over }).toEqual({ cut: true, over: 0 })
  expect(html).toMatch(/word …<\/blockquote>$/)
})

test('where the agent’s own words do not fit it is told by how much', () => {
  const { over } = emailHtml({ text: '好'.repeat(200), quote: { heading, text: 'x' }, room: 500 })

  expect(over).toBe(111)
})

test('it fits into its room whatever is written and quoted, or says that it does not', () => {
  const signs = fc.constantFrom('a', ' ', '\n', '<', '&', '"', '好', '😀', '\\')
  const texts = fc.array(signs, { maxLength: 300 }).map((all) => all.join(''))

  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 100, max: 900 }), (text, quoted, room) => {
      const { html, over } = emailHtml({ text, quote: { heading, text: quoted }, room })
      if (over === 0) expect(textBytes(html)).toBeLessThanOrEqual(room)
      expect(html).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
    }),
  )
})
