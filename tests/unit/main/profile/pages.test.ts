import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pagesShape } from '#main/profile/pages.ts'
import { readProfile } from '#main/profile/read-profile.ts'
import { example } from './example.ts'

const page = { name: 'CRM', url: 'https://crm.example/pop' }
const messages = (...pages: readonly unknown[]) =>
  pagesShape.safeParse(pages).error?.issues.map(({ message }) => message) ?? []

test('a page is a name and an address, and nothing it was not given', () => {
  expect(pagesShape.parse([page])).toEqual([
    {
      ...page,
      ...{ method: 'GET', when: ['ringing'], for: {}, open: 'embedded', keepsSignIn: false, permissions: [] },
      ...{ sounds: false, dial: 'click', dialableNumbers: false, servesSupportScript: false },
    },
  ])
  expect(pagesShape.parse(undefined)).toEqual([])
})

test('a page may have all that a site can say of it', () => {
  const whole = {
    ...{ name: '客户', url: 'http://crm:8080/{callerNum}?q={calldata}#{origin}', method: 'POST' },
    when: ['incoming', 'ringing', 'talking', 'released', 'chat-switch', 'dialled'],
    parameters: { callerNum: 'from', skillId: 'queue' },
    for: { queues: ['Billing', '7'], media: ['audio', 'video', 'chat'], numbers: ['+86755*', '*8888', '10086'] },
    ...{ open: 'embedded', keepsSignIn: true, permissions: ['notifications', 'full-screen'], dial: 'ask' },
    hosts: ['crm', '*.crm.example', 'sso.example:8443'],
    ...{ sounds: true, dialableNumbers: true, servesSupportScript: true, ca: 'ca.pem' },
  }
  expect(pagesShape.parse([whole])).toEqual([whole])
})

describe('an address is refused, and what is wanted is said', () => {
  test.each([
    'ftp://crm.example/',
    'javascript:alert(1)',
    'crm.example',
    'https:///pop',
    'https://{callerNum}/',
    'https://crm{callerNum}.example/',
    'https://user@crm.example/',
    'https://crm.example\\@evil.example/',
    'https://crm.example/a b',
    'https://crm.example/{callerNumber}',
    'https://crm.example/{callerNum',
    'https://crm.example/%{callerNum}',
    'https://crm.example:99999/',
  ])('%s', (url) => {
    expect(messages({ ...page, url })[0]).toMatch(/^https:\/\/host\/path\?q=\{callerNum\}/)
  })
})

test.each([
  [{ name: ' ' }, '…'],
  [{ method: 'PUT' }, 'GET | POST'],
  [{ when: [] }, 'incoming | ringing | talking | released | chat-switch | dialled'],
  [{ when: ['answered'] }, 'incoming | ringing | talking | released | chat-switch | dialled'],
  [{ parameters: { callerNum: '' } }, '…'],
  [{ for: { queues: [] } }, '…'],
  [{ for: { media: ['email'] } }, 'audio | video | chat'],
  [{ for: { numbers: ['+86 755'] } }, '+86755*'],
  [{ open: 'frame' }, 'embedded | browser | both'],
  [{ permissions: ['microphone'] }, 'notifications | geolocation | clipboard-read | full-screen'],
  [{ permissions: ['camera'] }, 'notifications | geolocation | clipboard-read | full-screen'],
  [{ hosts: ['https://crm.example'] }, 'host | *.host'],
  [{ hosts: ['*'] }, 'host | *.host'],
  [{ dial: 'always' }, 'no | ask | click'],
  [{ ca: '' }, 'ca.pem'],
] as const)('%j is refused, and what is wanted is said', (wrong, wanted) => {
  expect(messages({ ...page, ...wrong })).toContain(wanted)
})

test('two pages of one name, and a form for a browser, are refused', () => {
  expect(messages(page, page)).toEqual(['name: …, …'])
  expect(messages({ ...page, method: 'POST', open: 'both' })).toEqual(['POST: embedded'])
  expect(messages(...Array.from({ length: 21 }, (_, index) => ({ ...page, name: `Page ${index}` })))).toContain('≤ 20')
})

test('what is wrong with a page is told with its line, and a word that nobody knows is', () => {
  const pages = [page, { ...page, name: 'Orders', when: ['never'], colour: 'red' }]
  const read = readProfile(JSON.stringify({ ...example, pages }, null, 2), null)
  expect(read).toMatchObject({
    ok: false,
    problems: [
      { path: 'pages.1.when.0', problem: 'wrong-value', line: expect.any(Number) },
      { path: 'pages.1.colour', problem: 'unknown-key', line: expect.any(Number) },
    ],
  })
})

test('an authority of a page is read with the profile', () => {
  const read = readProfile(JSON.stringify({ ...example, pages: [{ ...page, ca: 'ca.pem' }] }), null)
  expect(read).toMatchObject({ ok: false, problems: [{ path: 'pages.0.ca', problem: 'file-not-found' }] })
})

test('what the README of the pages shows is a profile', () => {
  const readme = readFileSync(new URL('../../../../main/pop/README.md', import.meta.url), 'utf8')
  const [, shown = ''] = /```json\n(.*?)```/s.exec(readme) ?? []
  const read = readProfile(JSON.stringify({ ...example, ...JSON.parse(`{${shown}}`) }), null)
  expect(read).toMatchObject({ ok: true, profile: { pages: [{ name: 'Customer' }, { name: 'Orders' }] } })
})
