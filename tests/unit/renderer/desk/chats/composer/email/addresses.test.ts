import { expect, test } from 'vitest'
import { addressesIn, readAddresses } from '#renderer/desk/chats/composer/email/addresses.ts'

test('addresses are read however people separate and name them, each once', () => {
  expect(readAddresses('a@b.example, "Wang, Fang" <w@x.example>；王芳 <W@x.example>\n c@d.example;')).toEqual({
    ok: true,
    addresses: ['a@b.example', 'w@x.example', 'c@d.example'],
  })
  expect(readAddresses(' ; ')).toEqual({ ok: true, addresses: [] })
})

test.each([
  'somebody',
  'a@b@c.example',
  'a b@c.example',
  '<script>@x.example',
  'a@b.example\u202e',
  'Bcc: x@y.example\r',
])('%j is named as wrong', (text) => {
  expect(readAddresses(`fine@x.example, ${text}`)).toMatchObject({ ok: false })
})

test('of what an e-mail says of itself the readable part is taken', () => {
  expect(addressesIn(['Support <s@x.example>', 'undisclosed recipients', 'a@b.example'])).toEqual([
    's@x.example',
    'a@b.example',
  ])
})
