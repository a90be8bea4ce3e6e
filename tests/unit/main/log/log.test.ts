import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { explain } from '#main/log/explain.ts'
import { openLog } from '#main/log/log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lines = (file = 'earshot.log') => readFileSync(join(folder, file), 'utf8').trimEnd().split('\n')

test('a line has its time, its level, its text and its details', () => {
  const log = openLog({ folder })

  log.warn('gateway closed', { code: 1006, caller: '67470002' })

  expect(lines()).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z warn {2}gateway closed \{"code":1006,"caller":"…002"\}$/),
  ])
})

test('what another computer sent cannot make a line of its own', () => {
  const log = openLog({ folder })

  log.info('name: x\r\n2026-01-01T00:00:00.000Z error forged\u2028more')

  expect(lines()).toHaveLength(1)
  expect(lines()[0]).toContain('x\\u000d\\u000a')
})

test('the files stay within their bounds', () => {
  const log = openLog({ folder, maxBytes: 1_000, keep: 2 })

  for (let index = 0; index < 200; index++) log.info(`line ${index}`)

  expect(readdirSync(folder).sort()).toEqual(['earshot.1.log', 'earshot.2.log', 'earshot.log'].sort())
  for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).size).toBeLessThan(1_100)
  expect(log.recent().at(-1)).toContain('line 199')
})

test('only its owner can read the file', () => {
  openLog({ folder }).info('hello')

  expect(statSync(join(folder, 'earshot.log')).mode & 0o777).toBe(0o600)
})

test('a disk that refuses costs lines and nothing else, and the loss is said', () => {
  const blocked = join(folder, 'logs')
  writeFileSync(blocked, 'a file where the folder should be')
  const log = openLog({ folder: blocked })

  log.info('one')
  log.info('two')
  rmSync(blocked)
  log.info('three')

  expect(log.recent()).toHaveLength(3)
  const written = readFileSync(join(blocked, 'earshot.log'), 'utf8')
  expect(written).toContain('2 lines lost')
  expect(written).toContain('three')
})

test('an error is told with its causes, to a depth', () => {
  const error = new Error('outer', { cause: new TypeError('inner', { cause: 'why' }) })

  expect(explain(error)).toMatch(/outer.*← TypeError: inner.*← thrown: why/)
  expect(explain(undefined)).toBe('thrown: undefined')
})

test('an error that is its own cause ends', () => {
  const error = new Error('round')
  error.cause = error

  expect(explain(error).split('←')).toHaveLength(4)
})
