import { beforeEach, expect, test, vi } from 'vitest'
import { startCalls, talkOnLine, talkOnPlatform } from '#support/call-shell.ts'
import { facts, legs } from '#support/calls.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

const second = { ...facts.ringing, callId: 'second', caller: '139' } as const
const NOT_NOW = { ok: false, reason: 'not-possible-now' }

test('hold and retrieve are the platform’s', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)

  await shell.ask['calls.hold']({ callId })
  shell.hears(facts.hold)
  await shell.ask['calls.retrieve']({ callId })

  expect(shell.asked).toEqual(['hold', `gethold ${facts.ringing.callId}`])
})

test('retrieving while another call talks swaps the two', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)
  shell.hears(facts.hold, second, { ...second, type: 'talking' })

  await shell.ask['calls.retrieve']({ callId })

  expect(shell.asked).toEqual([`connecthold ${facts.ringing.callId}`])
})

test('of two commands at once the second is refused and never sent', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)

  const [first, again] = await Promise.all([shell.ask['calls.hold']({ callId }), shell.ask['calls.hold']({ callId })])

  expect([first, again]).toEqual([{ ok: true }, NOT_NOW])
  expect(shell.asked).toEqual(['hold'])
})

test('two different commands at once are both sent, and the microphone closes for either', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)

  await Promise.all([shell.ask['calls.mute']({ callId, muted: true }), shell.ask['calls.hold']({ callId })])

  expect(shell.asked).toEqual(['beginmute', 'hold'])
  expect(shell.line.at(-1)?.microphoneFor).toBeNull()
})

test.each([
  ['calls.hold', 'ringing'],
  ['calls.retrieve', 'talking'],
  ['calls.retrieve', 'ringing'],
  ['calls.answer', 'talking'],
  ['calls.conference', 'talking'],
  ['calls.takeBack', 'talking'],
  ['calls.hangUp', 'ringing'],
] as const)('%s of a call that is %s is refused and never sent', async (request, phase) => {
  const shell = startCalls()
  const callId = phase === 'talking' ? talkOnPlatform(shell) : ringOnly(shell)

  expect(await shell.ask[request]({ callId })).toEqual(NOT_NOW)
  expect(shell.asked).toEqual([])
})

function ringOnly(shell: ReturnType<typeof startCalls>): string {
  shell.hears(facts.alerting, facts.ringing)
  return shell.idOf('13800138000')
}

test('a call that is over takes no command', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)
  shell.hears(facts.customerRelease)

  expect(await shell.ask['calls.hold']({ callId })).toEqual(NOT_NOW)
})

test('an old timer does not fail a later hold', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)
  await shell.ask['calls.hold']({ callId })
  shell.hears(facts.hold)
  vi.advanceTimersByTime(3_000)
  await shell.ask['calls.retrieve']({ callId })
  shell.hears(facts.talking)
  await shell.ask['calls.hold']({ callId })

  vi.advanceTimersByTime(2_500)
  expect(shell.calls.current().list[0]).toMatchObject({ pending: 'hold' })
  vi.advanceTimersByTime(2_500)
  expect(shell.calls.current().list[0]).toMatchObject({ failure: { verb: 'hold', reason: 'no-answer' } })
})

test('a held call is dropped by its id while another talks', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)
  shell.hears(facts.hold, second, { ...second, type: 'talking' })

  await shell.ask['calls.hangUp']({ callId })

  expect(shell.asked).toEqual([`dropcall ${facts.ringing.callId}`])
})

test('keys go out one by one, in their order, and a refusal is shown', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)

  await shell.ask['calls.keys']({ callId, keys: '1', secret: false })
  await shell.ask['calls.keys']({ callId, keys: '42', secret: true })

  expect(shell.asked).toEqual(['seconddialex 1', 'seconddialex 42'])
  expect(shell.calls.current().list[0]).toMatchObject({ keysSent: '1••' })
})

test('a refused key says so, and was not sent', async () => {
  const shell = startCalls({ answers: { ok: false, reason: 'refused', retcode: '100-007' } })
  const callId = talkOnPlatform(shell)

  await shell.ask['calls.keys']({ callId, keys: '1', secret: false })

  const [call] = shell.calls.current().list
  expect(call).toMatchObject({ failure: { verb: 'keys', retcode: '100-007' } })
  expect(call?.keysSent).toBeUndefined()
})

test('on the line hold, keys and hang-up are SIP’s', async () => {
  const shell = startCalls({ gateway: false })
  const callId = talkOnLine(shell)
  const { dialogId } = legs.invited

  await shell.ask['calls.keys']({ callId, keys: '5', secret: false })
  await shell.ask['calls.hold']({ callId })
  shell.calls.lineFact({ type: 'hold', dialogId, held: true })
  await shell.ask['calls.retrieve']({ callId })

  expect(shell.commands).toEqual([
    { verb: 'keys', dialogId, keys: '5' },
    { verb: 'hold', dialogId, held: true },
    { verb: 'hold', dialogId, held: false },
  ])
  expect(shell.asked).toEqual([])
})

test('whoever answers a second call on the line puts the first on hold before', async () => {
  const shell = startCalls({ gateway: false })
  talkOnLine(shell)
  shell.calls.lineFact({ ...legs.invited, dialogId: 'second', number: '139' })

  await shell.ask['calls.answer']({ callId: shell.idOf('139') })

  expect(shell.commands).toEqual([
    { verb: 'hold', dialogId: legs.invited.dialogId, held: true },
    { verb: 'answer', dialogId: 'second' },
  ])
})

test('a call of the line is answered beside one of the platform only once that one is held', async () => {
  const shell = startCalls()
  talkOnPlatform(shell)
  shell.calls.lineFact({ ...legs.invited, dialogId: 'stranger', number: '139' })
  vi.advanceTimersByTime(2_000)

  await shell.ask['calls.answer']({ callId: shell.idOf('139') })

  expect(shell.asked).toEqual(['hold'])
  expect(shell.commands.at(-1)).toEqual({ verb: 'answer', dialogId: 'stranger' })
})

test('the platform that refuses the hold keeps the waiting call waiting', async () => {
  const shell = startCalls({ answers: { ok: false, reason: 'refused', retcode: '200-014' } })
  talkOnPlatform(shell)
  shell.calls.lineFact({ ...legs.invited, dialogId: 'stranger', number: '139' })
  vi.advanceTimersByTime(2_000)
  const before = shell.commands.length

  await shell.ask['calls.answer']({ callId: shell.idOf('139') })

  expect(shell.commands).toHaveLength(before)
  expect(shell.calls.current().list.find(({ number }) => number === '139')).toMatchObject({
    phase: { name: 'ringing' },
    failure: { verb: 'answer', retcode: '200-014' },
  })
})
