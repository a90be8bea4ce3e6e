import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openOwnFile, ownFileOf } from '#main/chats/replies/own-file.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
const folder = () => mkdtempSync(join(tmpdir(), 'earshot-replies-'))
const one = { id: 'own:1', shortcut: 'hi', title: 'Greeting', text: 'Hello\n你好' }

test('what was written is read again', async () => {
  const where = folder()
  await ownFileOf(where, 'cc.example', '6001', quiet).write({ replies: [one], used: ['own:1'] })

  expect(await ownFileOf(where, 'cc.example', '6001', quiet).read()).toEqual({ replies: [one], used: ['own:1'] })
  expect(await ownFileOf(where, 'cc.example', '6002', quiet).read()).toEqual({ replies: [], used: [] })
})

test('a damaged reply costs itself alone', async () => {
  const file = join(folder(), 'a.json')
  writeFileSync(file, JSON.stringify({ version: 1, replies: [{ id: 7 }, one], used: 'x' }))

  expect(await openOwnFile(file, quiet).read()).toEqual({ replies: [one], used: [] })
})

test('a file that is no JSON is set aside and not lost', async () => {
  const where = folder()
  const file = join(where, 'a.json')
  writeFileSync(file, '{"replies": [')

  expect(await openOwnFile(file, quiet).read()).toEqual({ replies: [], used: [] })

  expect(readdirSync(where)).toEqual(['a.json.damaged'])
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('{"replies": [')
})

test('a disk that refuses is told', async () => {
  const where = folder()
  writeFileSync(join(where, 'taken'), '')

  expect(await openOwnFile(join(where, 'taken', 'a.json'), quiet).write({ replies: [], used: [] })).toBe(false)
})
