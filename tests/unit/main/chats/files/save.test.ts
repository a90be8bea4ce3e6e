import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nameToSave, saveMarked } from '#main/chats/files/save.ts'

let folder = ''
const log = { warn: () => undefined }

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-save-'))
})
afterEach(() => rm(folder, { recursive: true }))

test.each([
  ['report.pdf', 'pdf', 'report.pdf'],
  ['report', 'pdf', 'report.pdf'],
  ['report.exe', 'pdf', 'report.exe.pdf'],
  ['', 'png', 'file.png'],
  ['../x\u202Egpj.exe', '', 'xgpj.exe'],
])('%j, which is %j, is saved as %j', (name, ending, saved) => {
  expect(nameToSave(name, ending)).toBe(saved)
})

test('it is marked before there is anything in it', async () => {
  const path = join(folder, 'a.txt')
  const sizes: number[] = []

  for (const platform of ['linux', 'darwin'] as const)
    await saveMarked(path, Buffer.from('content'), {
      platform,
      now: () => 1_700_000_000_000,
      log,
      run: async (program, args) => {
        sizes.push((await stat(path)).size)
        expect(args.at(-1)).toBe(path)
        expect(args.join(' ')).toContain(program === 'setfattr' ? 'user.xdg.origin.url' : 'com.apple.quarantine 0081;')
      },
    })

  expect(sizes).toEqual([0, 0])
  expect(await readFile(path, 'utf8')).toBe('content')
})

test('a file system that has no marks takes the file all the same', async () => {
  const path = join(folder, 'a.txt')

  const saved = await saveMarked(path, Buffer.from('content'), {
    platform: 'linux',
    now: () => 0,
    log,
    run: () => Promise.reject(new Error('not supported')),
  })

  expect(saved).toBe(true)
  expect(await readFile(path, 'utf8')).toBe('content')
})

test('it replaces what the agent said may be replaced, and nothing can be run', async () => {
  const path = join(folder, 'a.txt')
  await writeFile(path, 'something longer that was there before')

  await saveMarked(path, Buffer.from('new'), { platform: 'linux', now: () => 0, log, run: () => Promise.resolve() })

  expect(await readFile(path, 'utf8')).toBe('new')
  expect((await stat(path)).mode & 0o111).toBe(0)
})
