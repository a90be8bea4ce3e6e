// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { cleanEmail } from '#renderer/desk/chats/conversation/email/clean.ts'
import { frameHeight, mailDocument } from '#renderer/desk/chats/conversation/email/mail-document.ts'
import { plainText } from '#renderer/desk/chats/conversation/email/plain-text.ts'

const clean = (html: string, images = false) => cleanEmail(html, { quoted: 'Earlier text' }, images)

describe('what runs, asks or sends', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<form action="https://evil.example"><input name=a><button>go</button></form>',
    '<iframe src="https://evil.example"></iframe>',
    '<object data="x"></object><embed src="x">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">',
    '<link rel=stylesheet href="https://evil.example/x.css">',
    '<div onclick="alert(1)">x</div>',
    '<video src="https://evil.example/x.mp4" autoplay></video>',
    '<details ontoggle=alert(1) open><summary>x</summary></details>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><script>alert(1)</script></template>',
    '<img srcset="https://evil.example/p.png 1x"><td background="https://evil.example/p.png">',
  ])('is taken out: %s', (hostile) => {
    const { html } = clean(`<p>before</p>${hostile}<p>after</p>`)

    expect(html).toContain('before')
    expect(html).not.toMatch(
      /<(script|iframe|object|embed|form|input|button|meta|base|link|video|svg|math|template)\b/i,
    )
    expect(html).not.toMatch(/\son\w+=|javascript:|srcset|background=|href=/i)
  })
})

describe('pictures', () => {
  const html =
    '<img src="https://track.example/1.gif"><img src="//track.example/2.gif"><img src="data:image/png;base64,AA==">'

  test('from elsewhere are withheld and counted, those in it stay', () => {
    const found = clean(html)

    expect(found.remote).toBe(2)
    expect(found.html).not.toContain('track.example')
    expect(found.html).toContain('data:image/png')
  })

  test('are there when the agent asks for them', () => {
    expect(clean(html, true).html).toContain('https://track.example/1.gif')
    expect(clean('<img src="cid:part1">', true).html).not.toContain('cid:')
    expect(clean('<img src="file:///etc/passwd">', true).html).not.toContain('file:')
  })
})

test('links are words in the e-mail and told under it with where they go', () => {
  const { html, links } = clean(
    '<a href="https://evil.example/x">https://bank.example</a> <a href="mailto:a@b.c">mail</a>',
  )

  expect(html).not.toContain('href')
  expect(links).toEqual([{ text: 'https://bank.example', url: 'https://evil.example/x' }])
})

test('quoted text is folded once, whatever it quotes itself', () => {
  const { html } = clean('<p>new</p><blockquote>old<blockquote>older</blockquote></blockquote>')

  expect(html.match(/<details>/g)).toHaveLength(1)
  expect(html).toContain('<summary>Earlier text</summary>')
  expect(html).toContain('older')
})

test('an e-mail without any form keeps its lines, and its signs are words', () => {
  const { html } = clean('1 < 2 & 3\nsecond line')

  expect(html).toContain('1 &lt; 2 &amp; 3\nsecond line')
  expect(html).toContain('pre-wrap')
})

test('as plain text it has its lines and none of its form', () => {
  expect(plainText('<style>p{}</style><p>one</p><p>two<br>three</p><script>alert(1)</script>')).toBe('one\ntwo\nthree')
})

test('a megabyte of nested tables is shown in a frame of a fixed height', () => {
  const html = '<table><tr><td>'.repeat(20_000)

  expect(frameHeight(html)).toBeLessThanOrEqual(420)
  expect(mailDocument('<p>x</p>', 'en')).toContain('<body dir="auto"><p>x</p></body>')
})
