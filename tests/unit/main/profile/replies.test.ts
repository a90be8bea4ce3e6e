import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import 'reflect-metadata'
import { X509CertificateGenerator } from '@peculiar/x509'
import { expect, test } from 'vitest'
import { readProfile } from '#main/profile/read-profile.ts'
import { example } from './example.ts'

function read(replies: unknown, files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-profile-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const got = readProfile(JSON.stringify({ ...example, chat: { replies } }, null, 1), folder)
  return got.ok ? got.profile.chat?.replies : got.problems
}

test('replies stand in the profile itself, or in a file beside it', () => {
  const replies = [{ shortcut: 'hi', title: 'Greeting', text: 'Hello {customer}', group: 'First' }]

  expect(read(replies)).toEqual(replies)
  expect(read('replies.json', { 'replies.json': `\uFEFF${JSON.stringify(replies)}` })).toEqual(replies)
})

test('a reply without a title is called by its shortcut, or by its first line', () => {
  expect(read([{ shortcut: 'hi', text: 'Hello' }, { text: 'One\nTwo' }])).toMatchObject([
    { title: 'hi' },
    { title: 'One', shortcut: '' },
  ])
})

test('a file that is not there is named with its line in the profile', () => {
  expect(read('none.json')).toMatchObject([
    { path: 'chat.replies', problem: 'file-not-found', line: expect.any(Number) },
  ])
})

test('what is wrong in the profile itself is told with its line', () => {
  expect(read([{ text: 'fine' }, { text: '', colour: 'red' }])).toMatchObject([
    { path: 'chat.replies.1.text', problem: 'wrong-value' },
    { path: 'chat.replies.1.colour', problem: 'unknown-key' },
  ])
  expect(read(7)).toMatchObject([{ path: 'chat.replies', problem: 'wrong-type', expected: '[ … ]' }])
})

test('what is wrong in the file is told with its name and line', () => {
  const text = '[\n{ "text": "fine" },\n{ "text": "" },\n{ "shortcut": "a b", "text": "x" }\n]'

  expect(read('replies.json', { 'replies.json': text })).toMatchObject([
    { line: 3, path: 'replies.json: 1.text', problem: 'wrong-value' },
    { line: 4, path: 'replies.json: 2.shortcut', problem: 'wrong-value' },
  ])
  expect(read('replies.json', { 'replies.json': '[\n{' })).toMatchObject([{ line: 2, problem: 'not-json' }])
})

test('the certificates that the chat names beside the profile are still read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-profile-'))
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const made = await X509CertificateGenerator.createSelfSigned({ name: 'CN=test', keys })
  writeFileSync(join(folder, 'ca.pem'), made.toString('pem'))
  const chat = { mediaCache: { url: 'https://files.example/apiaccess/ccmessaging', ca: 'ca.pem' }, replies: [] }

  const got = readProfile(JSON.stringify({ ...example, chat }), folder)

  expect(got.ok && got.profile.chat?.mediaCache?.ca).toContain('BEGIN CERTIFICATE')
})
