import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentPolicy, pageOf, servePage } from '#main/desktop/windows/pages.ts'

let root: string
let pages: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'earshot-pages-'))
  pages = join(root, 'renderer')
  mkdirSync(join(pages, 'assets'), { recursive: true })
  writeFileSync(join(pages, 'desk.html'), '<!doctype html>')
  writeFileSync(join(pages, 'assets', 'desk.js'), 'void 0')
  writeFileSync(join(root, 'secret.json'), '{}')
  mkdirSync(join(root, 'renderer-of-another'))
  writeFileSync(join(root, 'renderer-of-another', 'desk.html'), 'another')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const get = (url: string, method = 'GET') => servePage({ url, method }, pages)

describe('a page of ours', () => {
  test('is served with its type and its policy', async () => {
    const response = await get(pageOf('desk'))

    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response.text()).toBe('<!doctype html>')
  })

  test('has its scripts served too, with a query as without', async () => {
    expect((await get('earshot://app/assets/desk.js?v=1')).headers.get('content-type')).toMatch(/^text\/javascript/)
  })
})

describe('nothing else is served', () => {
  test.each([
    'earshot://app/no.html',
    'earshot://app/assets',
    'earshot://app/',
    'earshot://elsewhere/desk.html',
    'earshot://app/../secret.json',
    'earshot://app/%2e%2e/secret.json',
    'earshot://app/..%2fsecret.json',
    'earshot://app/assets/..%2f..%2fsecret.json',
    'earshot://app/..%5csecret.json',
    'earshot://app/..%2frenderer-of-another%2fdesk.html',
    'earshot://app/desk.html%00.js',
    'earshot://app/%zz',
    `earshot://app/${'a'.repeat(300)}.js`,
  ])('%s', async (url) => {
    expect((await get(url)).status).toBe(404)
  })

  test('to a request that is more than a look', async () => {
    expect((await get(pageOf('desk'), 'POST')).status).toBe(404)
  })
})

test('the phone window alone reaches beyond the app', () => {
  expect(contentPolicy('/phone.html')).toContain("connect-src 'self' wss:")
  expect(contentPolicy('/desk.html')).toContain("connect-src 'self';")
  expect(contentPolicy('/alert.html')).not.toContain('media-src')
  for (const page of ['/desk.html', '/phone.html', '/alert.html']) expect(contentPolicy(page)).not.toMatch(/unsafe|\*/)
})

test('a page that is there and cannot be read is a failure, not an absence', async () => {
  symlinkSync('round.js', join(pages, 'round.js'))

  await expect(get('earshot://app/round.js')).rejects.toThrow('ELOOP')
})
