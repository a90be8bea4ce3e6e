import { expect, test } from 'vitest'
import { createCookies } from '#main/gateway/transport/cookies.ts'

test('cookies are sent back by name and value, the newest of each', () => {
  const cookies = createCookies()

  cookies.keep(['route=a; Path=/; HttpOnly', 'JSESSIONID=1; Secure'])
  cookies.keep(['route=b=c; Path=/'])
  cookies.keep(undefined)

  expect(cookies.header()).toBe('route=b=c; JSESSIONID=1')
})

test('a cookie that has no age any more is forgotten', () => {
  const cookies = createCookies()

  cookies.keep(['route=a', 'nonsense', '=x', 'route=; Max-Age=0'])

  expect(cookies.header()).toBeUndefined()
})
