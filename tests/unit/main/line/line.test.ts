import { expect, test } from 'vitest'
import type { Line, LineAccount, LineCommand, LineFact, LineWanted } from '#contract'
import { createLine } from '#main/line/line.ts'

const account: LineAccount = {
  servers: ['wss://host/ws'],
  domain: 'host',
  number: '67470002',
  instanceId: 'urn:uuid:00000000-0000-4000-8000-000000000001',
  registerSeconds: 300,
  iceServers: [],
  codecs: ['opus'],
}

function start() {
  const seen = {
    wanted: [] as LineWanted[],
    commands: [] as LineCommand[],
    lines: [] as Line[],
    facts: [] as LineFact[],
  }
  const line = createLine({
    tellWanted: (wanted) => seen.wanted.push(wanted),
    tellCommand: (command) => seen.commands.push(command),
    onLine: (changed) => seen.lines.push(changed),
    onFact: (fact) => seen.facts.push(fact),
    onLevels: () => undefined,
    isUntrusted: (server) => server === 'wss://strange/ws',
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
  return { line, ...seen }
}

test('the phone window is told the account and never the secret with it', () => {
  const { line, wanted } = start()

  line.open(account, 'secret-2')

  expect(JSON.stringify(wanted)).not.toContain('secret-2')
  expect(line.requests['line.secret'](undefined)).toBe('secret-2')
})

test('closing the line closes the microphone and forgets the secret', () => {
  const { line, wanted } = start()
  line.open(account, 'secret-2')
  line.want({ microphoneFor: 'd1', ring: 'call', warm: true })

  line.close()

  expect(wanted.at(-1)).toMatchObject({ account: null, microphoneFor: null, ring: 'none', warm: false })
  expect(line.requests['line.secret'](undefined)).toBeNull()
})

test('nothing is told twice', () => {
  const { line, wanted } = start()

  line.want({ warm: true })
  line.want({ warm: true })

  expect(wanted).toHaveLength(1)
})

test('a phone window that starts again is told everything that is wanted', () => {
  const { line } = start()
  line.open(account, 'secret-2')
  line.windowGone()
  expect(line.current().phoneWindow).toBe('down')

  expect(line.requests['line.started'](undefined)).toMatchObject({ account })
  expect(line.current().phoneWindow).toBe('up')
})

test('facts about the line change it; facts about dialogs are passed on', () => {
  const { line, facts } = start()

  line.requests['line.report']({ type: 'ring', ring: 'failed' })
  line.requests['line.report']({ type: 'established', dialogId: 'd1' })

  expect(line.current().ring).toBe('failed')
  expect(facts).toEqual([{ type: 'established', dialogId: 'd1' }])
})

test('what is asked of a dialog, and what becomes of it, goes through as it is', () => {
  const { line, commands, facts } = start()
  const asked: LineCommand[] = [
    { verb: 'hold', dialogId: 'd1', held: true },
    { verb: 'keys', dialogId: 'd1', keys: '12#' },
    { verb: 'transfer', dialogId: 'd1', to: '10086', replaces: 'd2' },
  ]
  const told: LineFact[] = [
    { type: 'hold', dialogId: 'd1', held: true },
    { type: 'held-by-far-side', dialogId: 'd1', held: true },
    { type: 'keys-sent', dialogId: 'd1', keys: '12#' },
    { type: 'transfer', dialogId: 'd1', stage: 'failed', code: 486 },
    { type: 'speaks-muted', speaks: true },
  ]

  for (const command of asked) line.command(command)
  for (const fact of told) line.requests['line.report'](fact)

  expect(commands).toEqual(asked)
  expect(facts).toEqual(told)
})

test.each([
  ['wss://strange/ws', 'unreachable', 'untrusted'],
  ['wss://host/ws', 'unreachable', 'unreachable'],
  ['wss://strange/ws', 'wrong-password', 'wrong-password'],
] as const)('a registration at %s that failed as %s is told as %s', (server, reason, told) => {
  const { line } = start()

  line.requests['line.report']({ type: 'registration', registration: { status: 'failed', server, reason } })

  expect(line.current().registration).toEqual({ status: 'failed', server, reason: told })
})
