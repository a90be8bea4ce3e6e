import { describe, expect, test } from 'vitest'
import { mayShow } from '#main/pop/views/limits/hosts.ts'

const origin = 'https://crm.example.com'
const anywhere = { origin, hosts: null }
const within = (...hosts: string[]) => ({ origin, hosts })

describe('without a limit', () => {
  test('a page goes wherever http and https lead', () => {
    expect(mayShow('https://elsewhere.example/', anywhere)).toBe(true)
    expect(mayShow('http://10.0.0.7:8080/x', anywhere)).toBe(true)
  })

  test.each([
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'earshot://app/desk.html',
    'about:blank',
    'x',
  ])('but not to %s', (url) => {
    expect(mayShow(url, anywhere)).toBe(false)
  })
})

describe('with one', () => {
  test('its own origin is always allowed', () => {
    expect(mayShow('https://crm.example.com/a', within('login.example.com'))).toBe(true)
    expect(mayShow('http://crm.example.com/a', within('login.example.com'))).toBe(false)
  })

  test('what a page has made itself is of its origin', () => {
    expect(mayShow('blob:https://crm.example.com/1-2', within('login.example.com'))).toBe(true)
    expect(mayShow('blob:https://evil.example/1-2', within('login.example.com'))).toBe(false)
    expect(mayShow('blob:null/1-2', anywhere)).toBe(false)
  })

  test('a host is that host', () => {
    expect(mayShow('https://login.example.com/', within('LOGIN.example.com'))).toBe(true)
    expect(mayShow('https://a.login.example.com/', within('login.example.com'))).toBe(false)
    expect(mayShow('https://login.example.com.evil.example/', within('login.example.com'))).toBe(false)
    expect(mayShow('https://login.example.com@evil.example/', within('login.example.com'))).toBe(false)
  })

  test('a star is all below it, and not itself', () => {
    expect(mayShow('https://a.b.example.com/', within('*.example.com'))).toBe(true)
    expect(mayShow('https://example.com/', within('*.example.com'))).toBe(false)
    expect(mayShow('https://notexample.com/', within('*.example.com'))).toBe(false)
  })

  test('a port is that port, and without one the usual', () => {
    expect(mayShow('https://h.example:8443/', within('h.example:8443'))).toBe(true)
    expect(mayShow('https://h.example/', within('h.example:443'))).toBe(true)
    expect(mayShow('https://h.example:8443/', within('h.example'))).toBe(false)
  })
})
