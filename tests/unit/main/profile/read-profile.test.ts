import 'reflect-metadata'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { X509CertificateGenerator } from '@peculiar/x509'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProfile } from '#main/profile/read-profile.ts'
import { example } from './example.ts'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
let folder: string
let pem: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-profile-'))
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  pem = (
    await X509CertificateGenerator.createSelfSigned({ name: 'CN=Site', keys, signingAlgorithm: algorithm })
  ).toString('pem')
  writeFileSync(
    join(folder, 'ca.pem'),
    `some words\n${pem}\n-----BEGIN PRIVATE KEY-----\nsecret\n-----END PRIVATE KEY-----\n`,
  )
  writeFileSync(join(folder, 'broken.pem'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const read = (profile: object) => readProfile(JSON.stringify(profile, null, 2), folder)
const sip = (change: object) => ({ ...example, sip: { ...example.sip, ...change } })
const gateway = (change: object) => ({ ...example, gateway: { ...example.gateway, ...change } })

describe('a profile is taken', () => {
  test('as the issue writes it, with its defaults', () => {
    const result = read(example)

    expect(result).toMatchObject({
      ok: true,
      profile: { gateway: { autoAnswer: false, wrapUp: true, alwaysOffHook: false } },
    })
  })

  test('with no more than it needs', () => {
    expect(read({ name: 'x', sip: { servers: ['wss://h/ws'], domain: 'h' } })).toEqual({
      ok: true,
      profile: {
        name: 'x',
        country: 'CN',
        sip: {
          servers: ['wss://h/ws'],
          domain: 'h',
          iceServers: [],
          codecs: ['opus', 'PCMA', 'PCMU'],
          registerSeconds: 300,
          video: true,
        },
        historyDays: 30,
        pages: [],
      },
    })
  })

  test('with the mark that Notepad puts before it', () => {
    expect(readProfile(`\uFEFF${JSON.stringify(example)}`, null).ok).toBe(true)
  })

  test('with the certificates of each page in it', () => {
    const pages = [{ name: 'CRM', url: 'https://crm.example/', ca: 'ca.pem' }]

    expect(read({ ...example, pages })).toMatchObject({ ok: true, profile: { pages: [{ ca: `${pem.trim()}\n` }] } })
    expect(read({ ...example, pages: [{ ...pages[0], ca: 'none.pem' }] })).toMatchObject({
      ok: false,
      problems: [{ path: 'pages.0.ca' }],
    })
  })

  test('with the certificates out of the file beside it, and nothing else out of that file', () => {
    const result = read(gateway({ ca: 'ca.pem' }))

    expect(result.ok && result.profile.gateway?.ca).toBe(`${pem.trim()}\n`)
  })

  test('with certificates written in it', () => {
    expect(readProfile(JSON.stringify(sip({ ca: pem })), null)).toMatchObject({ ok: true })
  })
})

describe('a fault is told by its line and what was expected', () => {
  const cases: [string, object, object][] = [
    ['an unknown key', { ...example, colour: 'red' }, { line: 21, path: 'colour', problem: 'unknown-key' }],
    ['an unknown key inside', sip({ port: 5060 }), { path: 'sip.port', problem: 'unknown-key' }],
    ['a missing part', { name: 'x' }, { line: 1, path: 'sip', problem: 'missing', expected: '{ … }' }],
    ['a missing value', { name: 'x', sip: { domain: 'h' } }, { line: 3, path: 'sip.servers', problem: 'missing' }],
    ['another type', { ...example, name: 7 }, { line: 2, path: 'name', problem: 'wrong-type', expected: '"…"' }],
    [
      'a server without TLS',
      sip({ servers: ['ws://127.0.0.1/ws'] }),
      { line: 10, path: 'sip.servers.0', problem: 'wrong-value', expected: 'wss://host:port/path' },
    ],
    [
      'a gateway without TLS',
      gateway({ url: 'http://h/agentgateway' }),
      { line: 4, problem: 'wrong-value', expected: 'https://host:port/agentgateway' },
    ],
    ['a password in an address', gateway({ url: 'https://a:b@h/' }), { line: 4, problem: 'wrong-value' }],
    ['no servers at all', sip({ servers: [] }), { path: 'sip.servers', problem: 'wrong-value' }],
    ['a codec nobody has', sip({ codecs: ['G729'] }), { path: 'sip.codecs.0', expected: 'opus | PCMA | PCMU' }],
    ['a codec twice', sip({ codecs: ['opus', 'opus'] }), { path: 'sip.codecs', problem: 'wrong-value' }],
    ['a time out of range', sip({ registerSeconds: 5 }), { path: 'sip.registerSeconds', expected: '60 … 3600' }],
    ['an ICE server that is a page', sip({ iceServers: [{ urls: 'https://h' }] }), { path: 'sip.iceServers.0.urls' }],
    ['a domain with a path', sip({ domain: 'h/x' }), { path: 'sip.domain', expected: 'host | host:port' }],
    ['a certificate file that is not there', sip({ ca: 'no.pem' }), { path: 'sip.ca', problem: 'file-not-found' }],
    ['a certificate that is none', gateway({ ca: 'broken.pem' }), { path: 'gateway.ca', problem: 'wrong-value' }],
  ]
  test.each(cases)('%s', (_, profile, problem) => {
    expect(read(profile)).toMatchObject({ ok: false, problems: [problem] })
  })

  test('a file of zeros', () => {
    expect(readProfile('\0'.repeat(100), folder)).toEqual({
      ok: false,
      problems: [{ line: 1, path: '', problem: 'not-json', expected: 'a value' }],
    })
  })

  test('a list where a profile should be', () => {
    expect(readProfile('[]', folder)).toMatchObject({ ok: false, problems: [{ line: 1, problem: 'wrong-type' }] })
  })

  test('all of them at once, in the order of the file', () => {
    const result = read({ name: '', sip: { servers: ['x'], domain: 7 }, extra: 1 })

    expect(result.ok ? [] : result.problems.map(({ line }) => line)).toEqual([2, 5, 7, 9])
  })

  test('a certificate file beside a text that has no folder', () => {
    expect(readProfile(JSON.stringify(sip({ ca: 'ca.pem' })), null)).toMatchObject({
      problems: [{ path: 'sip.ca', problem: 'file-not-found' }],
    })
  })
})

test('a text where a list should be is one fault, and not too long as well', () => {
  expect(read(sip({ servers: 'wss://sip.example.com/ws' }))).toMatchObject({
    problems: [{ path: 'sip.servers', problem: 'wrong-type', expected: '[ … ]' }],
  })
})
