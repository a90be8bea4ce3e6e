import { expect, test } from 'vitest'
import { createMailPages, isMailPage, mailPolicy } from '#main/desktop/windows/mail-pages.ts'

test('an e-mail is a page of another host, in which nothing runs and nothing is sent', async () => {
  const pages = createMailPages()

  const address = pages.keep({ html: '<p>hello</p>', images: false })
  const page = pages.serve(address)

  expect(isMailPage(address)).toBe(true)
  expect(new URL(address).host).toBe('mail')
  expect(await page.text()).toBe('<p>hello</p>')
  expect(page.headers.get('content-security-policy')).toBe(mailPolicy(false))
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
})

test('pictures from elsewhere are fetched only when asked for', () => {
  expect(mailPolicy(false)).toContain('img-src data:;')
  expect(mailPolicy(true)).toContain('img-src data: https: http:;')
  for (const images of [true, false]) {
    expect(mailPolicy(images)).toContain("default-src 'none'")
    expect(mailPolicy(images)).not.toContain('script-src')
    expect(mailPolicy(images)).toMatch(/; sandbox$/)
  }
})

test('what is not kept is not found, and only so many are kept', () => {
  const pages = createMailPages()
  const first = pages.keep({ html: 'first', images: false })
  for (let count = 0; count < 60; count += 1) pages.keep({ html: 'x', images: false })

  expect(pages.serve(first).status).toBe(404)
  expect(pages.serve('earshot://mail/none').status).toBe(404)
  expect(isMailPage('earshot://mail.evil.example/1')).toBe(false)
})
