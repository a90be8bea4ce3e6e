import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PopAnswer } from '#contract'
import { createQuestions } from '#main/pop/views/ask/questions.ts'
import { createDownloads } from '#main/pop/views/downloads/downloads.ts'
import { keepAt, keepBeside } from '#main/pop/views/downloads/file-place.ts'
import { givenName } from '#main/pop/views/downloads/given-name.ts'
import { fakeTab, preventable } from '../fake-contents.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-pop-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const text = (name: string) => readFileSync(join(folder, name), 'utf8')
const mark = () => Promise.resolve()

test('a file is kept beside one of the same name', async () => {
  const from = join(folder, 'part')
  writeFileSync(from, 'new')
  writeFileSync(join(folder, 'a.pdf'), 'old')

  await keepBeside(folder, 'a.pdf', { from, mark })
  await keepBeside(folder, 'a.pdf', { from, mark })

  expect([text('a.pdf'), text('a (2).pdf'), text('a (3).pdf')]).toEqual(['old', 'new', 'new'])
})

test('a file is marked before there is anything in it, and none is left when that fails', async () => {
  const from = join(folder, 'part')
  writeFileSync(from, 'new')
  const seen: string[] = []

  await keepAt(join(folder, 'a.txt'), { from, mark: async () => void seen.push(text('a.txt')) })
  await expect(keepBeside(folder, 'b.txt', { from, mark: () => Promise.reject(new Error('full')) })).rejects.toThrow()

  expect(seen).toEqual([''])
  expect(readdirSync(folder).sort()).toEqual(['a.txt', 'part'])
})

/** `early`: the file is whole before the agent has answered. */
function site(answer: PopAnswer, early = false, { markFile = mark } = {}) {
  const { tab, facts } = fakeTab()
  const questions = createQuestions()
  const shown: string[] = []
  const logged: string[] = []
  const log = (text: string, details?: object) => void logged.push(JSON.stringify([text, details]))
  const downloads = createDownloads(
    {
      temporary: folder,
      downloads: join(folder),
      cleanFileName: (name) => name.replaceAll('/', '_'),
      markFile,
      askWhere: async () => join(folder, 'asked.txt'),
      showInFolder: (path) => void shown.push(path),
      log: { info: log, warn: log, error: log },
    },
    questions,
  )
  const session = new EventEmitter()
  downloads.hear(session as never, () => tab)
  const item = fakeItem()
  session.emit('will-download', preventable(), item, null)
  if (early) {
    writeFileSync(item.path, 'hello')
    item.emit('done', {}, 'completed')
  }
  const fact = facts.find((one) => one.type === 'asks')
  if (fact?.type === 'asks') questions.answer(fact.question.id, answer)
  const state = () => facts.flatMap((one) => (one.type === 'download' ? [one.download.state] : [])).at(-1)
  return { downloads, facts, item, state, shown, logged }
}

function fakeItem() {
  const item = Object.assign(new EventEmitter(), {
    log: [] as string[],
    path: '',
    getFilename: () => 'download',
    getContentDisposition: () => 'attachment; filename="_.._a.txt"; filename*=UTF-8\'\'..%2Fa.txt',
    getURL: () => 'blob:https://crm.example.com/1',
    getTotalBytes: () => 5,
    getReceivedBytes: () => 5,
    getSavePath: () => item.path,
    setSavePath: (path: string) => void Object.assign(item, { path }),
    pause: () => void item.log.push('pause'),
    resume: () => void item.log.push('resume'),
    cancel: () => void item.log.push('cancel'),
  })
  return item
}

test('nothing comes before the agent has said where to', async () => {
  const { item, facts } = site({ kind: 'download', to: 'nowhere' })

  await vi.waitFor(() => expect(item.log).toEqual(['pause', 'cancel']))
  expect(facts).toMatchObject([{ question: { host: 'crm.example.com', file: '.._a.txt', bytes: 5 } }])
})

test.each([
  ['downloads', '.._a.txt'],
  ['ask', 'asked.txt'],
] as const)('a file that is whole is kept where it was to be: %s', async (to, name) => {
  const { item, state, downloads, facts, shown } = site({ kind: 'download', to })
  await vi.waitFor(() => expect(state()).toBe('going'))
  writeFileSync(item.path, 'hello')

  item.emit('done', {}, 'completed')
  await vi.waitFor(() => expect(state()).toBe('done'))

  expect(readdirSync(folder)).toEqual([name])
  const last = facts.at(-1)
  if (last?.type === 'download') downloads.act(last.download.id, 'show')
  expect(shown).toEqual([join(folder, name)])
})

test.each([
  ['downloads', ['.._a.txt']],
  ['nowhere', []],
] as const)('one that was whole before the answer is kept or not as well: %s', async (to, names) => {
  const { item, state } = site({ kind: 'download', to }, true)

  if (to === 'nowhere') await vi.waitFor(() => expect(item.log).toContain('cancel'))
  else await vi.waitFor(() => expect(state()).toBe('done'))

  await vi.waitFor(() => expect(readdirSync(folder)).toEqual(names))
})

test.each([
  ['cancelled', 'cancelled'],
  ['interrupted', 'failed'],
] as const)('one that is %s is %s', async (ending, said) => {
  const { item, state } = site({ kind: 'download', to: 'downloads' })
  await vi.waitFor(() => expect(state()).toBe('going'))

  item.emit('done', {}, ending)

  await vi.waitFor(() => expect(state()).toBe(said))
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ["attachment; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf", '合同.pdf'],
  ["attachment; filename=x; FILENAME* = utf-8'en'a%20b.pdf ; size=1", 'a b.pdf'],
  ["attachment; filename*=UTF-8''%FF.pdf", 'usual'],
  ["attachment; filename*=ISO-8859-1''a.pdf", 'usual'],
  ['attachment; filename="a.pdf"', 'usual'],
  ['', 'usual'],
])('a file that comes as %s is called %s', (disposition, name) => {
  expect(givenName(disposition, 'usual')).toBe(name)
})

test('the log does not say what a file is called that could not be kept', async () => {
  const full = new Error(`ENOSPC: no space left on device, open '${folder}/Li Wei.pdf'`)
  const markFile = () => Promise.reject(Object.assign(full, { code: 'ENOSPC' }))
  const { item, state, logged } = site({ kind: 'download', to: 'downloads' }, false, { markFile })
  await vi.waitFor(() => expect(state()).toBe('going'))

  item.emit('done', {}, 'completed')
  await vi.waitFor(() => expect(state()).toBe('failed'))

  expect(logged).toEqual([JSON.stringify(['a download could not be kept', { code: 'ENOSPC' }])])
})
