import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mediaAddress, serveMedia } from '#main/desktop/windows/media-scheme/media-scheme.ts'

const bytes = Buffer.from('0123456789')
const find = (token: string) => (token === 'known' ? { bytes, contentType: 'audio/mp4' } : undefined)

function ask(url: string, range?: string, method = 'GET'): Response {
  return serveMedia(new Request(url, { method, headers: range === undefined ? {} : { range } }), find)
}

test('what was fetched is served as what it is, and nothing in it runs', async () => {
  const response = ask(mediaAddress('known'))

  expect(response.status).toBe(200)
  expect(await response.text()).toBe('0123456789')
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'audio/mp4',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'no-store',
  })
})

test.each([
  mediaAddress('unknown'),
  `${mediaAddress('known')}/more`,
  `${mediaAddress('known')}?a=b`,
  'media://other/known',
  'media://file/',
])('%s is nothing', (url) => {
  expect(ask(url).status).toBe(404)
})

test('nothing can be sent there', () => {
  expect(ask(mediaAddress('known'), undefined, 'POST').status).toBe(404)
})

test.each([
  ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
  ['bytes=4-', 206, '456789', 'bytes 4-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=5-2', 200, '0123456789', null],
  ['bytes=0-1,4-5', 200, '0123456789', null],
  ['lines=1-2', 200, '0123456789', null],
])('%s', async (range, status, text, contentRange) => {
  const response = ask(mediaAddress('known'), range)

  expect(response.status).toBe(status)
  expect(await response.text()).toBe(text)
  expect(response.headers.get('content-range')).toBe(contentRange)
})

test('whatever range is asked for, what comes is a part of the file of the length it says', async () => {
  const range = fc.oneof(
    fc
      .tuple(fc.option(fc.nat({ max: 20 })), fc.option(fc.nat({ max: 20 })))
      .map(([a, b]) => `bytes=${a ?? ''}-${b ?? ''}`),
    fc.string({ maxLength: 20 }).filter((text) => /^[\x20-\x7e]*$/.test(text)),
  )
  await fc.assert(
    fc.asyncProperty(range, async (header) => {
      const response = ask(mediaAddress('known'), header)
      const text = await response.text()

      expect('0123456789').toContain(text)
      if (response.status !== 416) expect(Number(response.headers.get('content-length'))).toBe(text.length)
    }),
  )
})
