import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openProfiles, type ProfilePlaces, summaryOf } from '#main/profile/profiles.ts'
import { readProfile } from '#main/profile/read-profile.ts'
import { example } from './example.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'earshot-profiles-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const named = (name: string) => JSON.stringify({ ...example, name })
function put(path: string, text: string): string {
  const file = join(root, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, text)
  return file
}
function open(argv: string[] = [], change: Partial<ProfilePlaces> = {}) {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const places = { argv, workingFolder: root, userData: join(root, 'user'), beside: [join(root, 'app')], log }
  return openProfiles({ ...places, ...change })
}

test('without a profile anywhere there is none, and no problem', () => {
  expect(open().current()).toEqual({ profile: null, problems: [], file: null })
})

test('one that lies beside the app is used', () => {
  const file = put('app/earshot-profile.json', named('beside'))

  expect(open().current()).toMatchObject({ profile: { name: 'beside' }, file })
})

test('an imported one comes before that, at the next start too', () => {
  put('app/earshot-profile.json', named('beside'))

  expect(open().importText(named('imported'))).toEqual({ ok: true })

  expect(open().current()).toMatchObject({ profile: { name: 'imported' }, file: join(root, 'user/profile.json') })
})

test.each([[['app', '--profile', 'mine.json']], [['app', '--profile=mine.json', '--other']]])(
  'one that is named comes before all: %j',
  (argv) => {
    put('app/earshot-profile.json', named('beside'))
    put('mine.json', named('named'))

    expect(open(argv).current()).toMatchObject({ profile: { name: 'named' } })
  },
)

test('one that is named and not there is a problem, not a reason to take another', () => {
  put('app/earshot-profile.json', named('beside'))

  expect(open(['--profile', 'no.json']).current()).toMatchObject({
    profile: null,
    problems: [{ problem: 'file-not-found', expected: join(root, 'no.json') }],
  })
  expect(open(['--profile']).current().problems).toHaveLength(1)
})

test('a wrong one is not imported and the one in force stays', () => {
  const profiles = open()
  profiles.importText(named('right'))

  const result = profiles.importFile(put('wrong.json', '{"name": "wrong"}'))

  expect(result).toMatchObject({ ok: false, reason: 'invalid', problems: [{ path: 'sip', problem: 'missing' }] })
  expect(profiles.current().profile?.name).toBe('right')
})

test('an imported one is for its owner only, since TURN passwords may stand in it', () => {
  open().importText(named('imported'))

  expect(statSync(join(root, 'user/profile.json')).mode & 0o777).toBe(0o600)
})

test('a disk that refuses costs the next start, not this one', () => {
  put('user', 'a file where the folder should be')
  const profiles = open()

  expect(profiles.importText(named('imported'))).toEqual({ ok: true })
  expect(profiles.current().profile?.name).toBe('imported')
})

test('what the desk is told names the host', () => {
  const read = readProfile(JSON.stringify(example), null)
  const softphone = readProfile(JSON.stringify({ name: 's', sip: example.sip }), null)

  expect(read.ok && summaryOf(read.profile)).toEqual({
    name: 'Example site',
    country: 'CN',
    gateway: true,
    video: false,
    host: 'gateway.example:8043',
  })
  expect(softphone.ok && summaryOf(softphone.profile)).toMatchObject({ name: 's', gateway: false, host: 'sip.example' })
})
