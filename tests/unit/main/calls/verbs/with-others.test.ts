import { beforeEach, expect, test, vi } from 'vitest'
import { startCalls, talkOnLine, talkOnPlatform } from '#support/call-shell.ts'
import { facts, legs } from '#support/calls.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

const NOT_NOW = { ok: false, reason: 'not-possible-now' }
const agent = { kind: 'agent', address: '6003' } as const

test.each([
  [{ kind: 'queue', address: '7' }, 'success', 'transfer queue 7 2'],
  [{ kind: 'ivr', address: '9' }, 'suspend', 'transfer ivr 9 1'],
  [{ kind: 'outside', address: '021' }, 'release', 'transfer outside 021 1'],
  [{ kind: 'outside', address: '021' }, 'three-party', 'transfer outside 021 4'],
] as const)('%j by %s is asked by the platform’s number', async (to, mode, said) => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)

  expect(await shell.ask['calls.transfer']({ callId, to, mode })).toEqual({ ok: true })

  expect(shell.asked).toEqual([said])
  expect(shell.calls.current().list[0]).toMatchObject({ transfer: { to, mode } })
})

test.each([
  [{ kind: 'queue', address: '7' }, 'talk'],
  [{ kind: 'agent', address: '6003' }, 'suspend'],
  [{ kind: 'ivr', address: '9' }, 'success'],
  [{ kind: 'outside', address: '021' }, 'suspend'],
] as const)('%j by %s is in no matrix and never sent', async (to, mode) => {
  const shell = startCalls()

  expect(await shell.ask['calls.transfer']({ callId: talkOnPlatform(shell), to, mode })).toEqual(NOT_NOW)
  expect(shell.asked).toEqual([])
})

test('a second transfer waits for the end of the first', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)
  await shell.ask['calls.transfer']({ callId, to: agent, mode: 'success' })

  expect(await shell.ask['calls.transfer']({ callId, to: agent, mode: 'success' })).toEqual(NOT_NOW)
  expect(await shell.ask['calls.consult']({ callId, to: agent, mode: 'two-party' })).toEqual(NOT_NOW)
  expect(await shell.ask['calls.hold']({ callId })).toEqual(NOT_NOW)
})

test('only what can be taken back is', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)
  await shell.ask['calls.transfer']({ callId, to: { kind: 'outside', address: '021' }, mode: 'talk' })

  await shell.ask['calls.takeBack']({ callId })

  expect(shell.asked.at(-1)).toBe('canceltransfer')
})

test('a consult is a call of its own as soon as the platform has named it, and is ended by its number', async () => {
  const shell = startCalls({ answers: { ok: true, gatewayId: 'consult-1' } })
  const callId = talkOnPlatform(shell)
  await shell.ask['calls.consult']({ callId, to: agent, mode: 'two-party' })
  shell.hears(facts.hold)
  expect(shell.calls.current().list[0]).toMatchObject({ part: 'consult', number: '6003', phase: { name: 'dialling' } })

  shell.hears({ ...facts.talking, callId: 'consult-1', called: 'a6003', feature: 51 })
  await shell.ask['calls.hangUp']({ callId: shell.idOf('6003') })

  expect(shell.asked).toEqual(['innerhelp agent 6003 two-party', 'disconnect 6003'])
})

test('who only rings is dropped by the id of the asking, into whichever call they were asked', async () => {
  const shell = startCalls({ answers: { ok: true, gatewayId: 'consult-1' } })
  const callId = talkOnPlatform(shell)
  await shell.ask['calls.consult']({ callId, to: agent, mode: 'three-party' })

  await shell.ask['calls.hangUp']({ callId: shell.idOf('6003') })
  shell.hears({ ...facts.callRelease, callId: 'consult-1' })

  expect(shell.asked).toEqual(['innerhelp agent 6003 three-party', 'dropcall consult-1'])
  expect(shell.calls.current().list).toMatchObject([
    { phase: { name: 'talking' } },
    { number: '6003', phase: { name: 'ended', reason: 'agent-hung-up' } },
  ])
})

test('a consult whose colleague never rings is told', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)
  await shell.ask['calls.consult']({ callId, to: agent, mode: 'two-party' })

  vi.advanceTimersByTime(5_000)

  expect(shell.calls.current().list[0]).toMatchObject({ failure: { verb: 'consult', reason: 'no-answer' } })
})

test('a held call is joined to the one that talks', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)
  const second = { ...facts.talking, callId: 'second', caller: '139' } as const
  shell.hears(facts.hold, second)

  await shell.ask['calls.conference']({ callId })

  expect(shell.asked).toEqual([`confjoin ${facts.talking.callId}`])
})

test('only somebody who is in the conference can be dropped', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)
  shell.hears({ type: 'conference', callId: facts.talking.callId, partners: ['13800138000', '6003'] })

  expect(await shell.ask['calls.dropParty']({ callId, number: '6004' })).toEqual(NOT_NOW)
  expect(await shell.ask['calls.dropParty']({ callId, number: '6003' })).toEqual({ ok: true })
  expect(shell.asked).toEqual(['disconnect 6003'])
})

test('a blind transfer on the line is a REFER', async () => {
  const shell = startCalls({ gateway: false })
  const callId = talkOnLine(shell)

  await shell.ask['calls.transfer']({ callId, to: { kind: 'outside', address: '021' }, mode: 'release' })

  expect(shell.commands).toEqual([{ verb: 'transfer', dialogId: legs.invited.dialogId, to: '021' }])
})

test('an attended transfer names the dialog of the other call', async () => {
  const shell = startCalls({ gateway: false })
  const callId = talkOnLine(shell)
  shell.calls.lineFact({ type: 'hold', dialogId: legs.invited.dialogId, held: true })
  await shell.ask['calls.dial']({ number: '021' })
  const dialled = shell.commands.at(-1)
  const dialogId = dialled?.verb === 'dial' ? dialled.dialogId : ''
  shell.calls.lineFact({ type: 'established', dialogId })

  await shell.ask['calls.transfer']({ callId, to: { kind: 'outside', address: '021' }, mode: 'talk' })

  expect(shell.commands.at(-1)).toEqual({
    verb: 'transfer',
    dialogId: legs.invited.dialogId,
    to: '021',
    replaces: dialogId,
  })
})
