import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKeeper } from '#main/calls/history/store/keeper.ts'
import { migrations } from '#main/calls/history/store/schema.ts'
import { known, noon, owner } from '#support/history/past.ts'

const root = new URL('../../../../../..', import.meta.url).pathname

let folder = ''
const file = () => join(folder, 'history.db')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function start(opening: { readonly days?: number; readonly site?: string } = {}) {
  const setAside: (string | null)[] = []
  const keeper = createKeeper((name) => setAside.push(name))
  keeper.open({ file: file(), ...owner, now: noon, ...opening })
  return { ...keeper, setAside, all: () => keeper.search({ owner, asked: { text: '', filter: 'all', limit: 500 } }) }
}

function withOneCall(): void {
  const keeper = start()
  keeper.record({ owner, calls: [known({ number: '13800138000' })] })
  keeper.close(undefined)
}

test('what was kept is there at the next start, for the owner of the files alone', () => {
  withOneCall()

  const keeper = start()

  expect(keeper.all().calls).toHaveLength(1)
  const files = readdirSync(folder).filter((name) => !name.endsWith('.lock'))
  expect(files).toContain('history.db')
  for (const name of files) expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)
  keeper.close(undefined)
})

test.each([1, 17, 60])(
  'killed after %i notes: what was typed is there, and every call that was over',
  async (typed) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'tests/support/history/typist.ts'), file()], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = once(child, 'exit')
    let last = 0
    for await (const line of createInterface(child.stdout)) {
      last = Number(line)
      if (last >= typed) child.kill('SIGKILL')
    }
    await gone
    expect(readdirSync(folder), 'the lock of the dead').toContain('history.db.lock')

    const keeper = start()

    expect(keeper.setAside).toEqual([])
    expect(keeper.noteOf({ owner, callId: 'live' }).length).toBeGreaterThanOrEqual(last)
    const { calls } = keeper.search({ owner, asked: { text: '', filter: 'all', limit: 500 } })
    expect(calls.filter(({ id }) => id.startsWith('over-')).length).toBeGreaterThanOrEqual(Math.min(last, 499))
    expect(calls.find(({ id }) => id === 'live')).not.toHaveProperty('reason')
    keeper.close(undefined)
  },
)

const damages: readonly (readonly [what: string, damage: () => void])[] = [
  ['zeros', () => writeFileSync(file(), Buffer.alloc(8_192))],
  ['text', () => writeFileSync(file(), 'not a database at all '.repeat(400))],
  ['half of itself', () => writeFileSync(file(), readFileSync(file()).subarray(0, 30_000))],
  [
    'a folder',
    () => {
      rmSync(file())
      mkdirSync(file())
    },
  ],
  [
    'of a later Earshot',
    () => {
      const bytes = readFileSync(file())
      bytes.writeUInt32BE(migrations.length + 1, 60)
      writeFileSync(file(), bytes)
    },
  ],
  ['locked by what is no folder', () => writeFileSync(`${file()}.lock`, '')],
]

test.each(damages)('a file that is %s is set aside, and the day goes on', (_, damage) => {
  withOneCall()
  damage()

  const keeper = start()
  keeper.record({ owner, calls: [known({ id: 'today', number: '10086' })] })

  expect(keeper.search({ owner, asked: { text: '10086', filter: 'all', limit: 5 } }).calls).toHaveLength(1)
  expect(keeper.setAside).toEqual([expect.stringMatching(/^history\.damaged-.*\.db$/)])
  expect(readdirSync(folder)).toContain(keeper.setAside[0])
  keeper.close(undefined)
})

test('damage deep in the file, found while it is used, costs the file its name and nothing of the asking', () => {
  const first = start()
  const calls = Array.from({ length: 400 }, (_, at) => known({ startedAt: noon + at, number: `1380013${at}` }))
  first.record({ owner, calls })
  first.close(undefined)
  const bytes = readFileSync(file())
  bytes.fill(0xff, 5 * 4_096)
  writeFileSync(file(), bytes)

  const keeper = start()
  keeper.record({ owner, calls: [known({ id: 'today', number: '10086' })] })

  expect(keeper.search({ owner, asked: { text: '', filter: 'all', limit: 500 } }).calls.map(({ id }) => id)).toContain(
    'today',
  )
  expect(keeper.setAside).toEqual([expect.stringMatching(/^history\.damaged-/)])
  keeper.close(undefined)
})

test('a folder that takes no file: calls are kept in memory', () => {
  folder = join(folder, 'a-file')
  writeFileSync(folder, '')

  const keeper = start()
  keeper.record({ owner, calls: [known()] })

  expect(keeper.all().calls).toHaveLength(1)
  expect(keeper.setAside).toEqual([null])
  keeper.close(undefined)
})

test('a site that keeps nothing leaves nothing on the disk, and takes nothing of another', () => {
  const other = { ...owner, site: 'elsewhere' }
  const before = start()
  before.record({ owner, calls: [known({ number: '13800138000' })] })
  before.record({ owner: other, calls: [known({ number: '075528780808' })] })
  before.close(undefined)

  const keeper = start({ days: 0 })
  keeper.record({ owner: { ...owner, days: 0 }, calls: [known({ number: '4008308300' })] })
  keeper.close(undefined)

  const left = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('')
  expect(left).not.toContain('13800138000')
  expect(left).not.toContain('4008308300')
  expect(left).toContain('075528780808')
})

test('what is removed is not in the file any more', () => {
  const keeper = start()
  keeper.record({
    owner,
    calls: [known({ id: 'one', number: '13800138000' }), known({ id: 'two', startedAt: noon + 1 })],
  })
  keeper.note({ owner, callId: 'one', text: 'unforgettable' })

  keeper.remove({ owner, callId: 'one' })
  keeper.close(undefined)

  expect(readFileSync(file(), 'latin1')).not.toContain('unforgettable')
})
