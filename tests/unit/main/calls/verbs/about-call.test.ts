import { beforeEach, expect, test, vi } from 'vitest'
import { startCalls, talkOnPlatform } from '#support/call-shell.ts'
import { facts, legs } from '#support/calls.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

test('where agents may record, each step is offered in its time', async () => {
  const shell = startCalls({ recording: true })
  const callId = talkOnPlatform(shell)
  const verbs = () => shell.calls.current().list[0]?.verbs.filter((verb) => verb.endsWith('recording'))
  expect(verbs()).toEqual(['start-recording'])

  await shell.ask['calls.record']({ callId, action: 'start' })
  shell.hears({ type: 'recording', state: 'on', callId: facts.talking.callId })
  expect(verbs()).toEqual(['pause-recording', 'stop-recording'])

  await shell.ask['calls.record']({ callId, action: 'pause' })
  expect(verbs()).toEqual(['resume-recording', 'stop-recording'])
  expect(shell.asked).toEqual(['start recording', 'pause recording'])
})

test('elsewhere none is', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)

  expect(await shell.ask['calls.record']({ callId, action: 'start' })).toMatchObject({ ok: false })
})

test('the data of a call is asked for once, when it first rings', async () => {
  const associatedData = vi.fn(() => Promise.resolve('order 4711'))
  const shell = startCalls({ gatewayDoes: { associatedData } })
  talkOnPlatform(shell)
  shell.hears(facts.hold, facts.talking)
  await vi.runAllTimersAsync()

  expect(associatedData).toHaveBeenCalledTimes(1)
  expect(shell.calls.current().list[0]?.associatedData).toBe('order 4711')
})

test('data is what the platform has taken, and nothing before', async () => {
  const shell = startCalls()
  const callId = talkOnPlatform(shell)
  await shell.ask['calls.setAssociatedData']({ callId, text: 'vip' })
  expect(shell.calls.current().list[0]?.associatedData).toBe('vip')

  const refusing = startCalls({ answers: { ok: false, reason: 'refused', retcode: '400-001' } })
  const other = talkOnPlatform(refusing)
  expect(await refusing.ask['calls.setAssociatedData']({ callId: other, text: 'vip' })).toMatchObject({ ok: false })
  expect(refusing.calls.current().list[0]?.associatedData).toBeUndefined()
})

test('a gateway that differs from the leg for two seconds is asked, and believed', async () => {
  const present = vi.fn(() => Promise.resolve({ call: null, talking: false }))
  const shell = startCalls({ gatewayDoes: { present } })
  talkOnPlatform(shell)
  shell.calls.lineFact({ ...legs.ended, cause: 'lost' })

  await vi.advanceTimersByTimeAsync(1_900)
  expect(present).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)

  expect(present).toHaveBeenCalledTimes(1)
  expect(shell.calls.current().list[0]?.phase).toMatchObject({ name: 'ended', reason: 'ended-by-platform' })
})

test('after a reconnection with several calls the list of all says which are gone', async () => {
  const callIds = vi.fn(() => Promise.resolve([facts.ringing.callId]))
  const shell = startCalls({ gatewayDoes: { callIds } })
  talkOnPlatform(shell)
  const second = { ...facts.talking, callId: 'second', caller: '139' } as const
  shell.hears(facts.hold, second, { type: 'hold', callId: 'second' })

  shell.calls.present({ call: null, talking: false })
  await vi.advanceTimersByTimeAsync(0)

  expect(shell.calls.current().list.map(({ number, phase }) => `${number} ${phase.name}`)).toEqual([
    '13800138000 held',
    '139 ended',
  ])
})

test('one call alone is believed without a list', () => {
  const callIds = vi.fn(() => Promise.resolve([]))
  const shell = startCalls({ gatewayDoes: { callIds } })
  talkOnPlatform(shell)

  shell.calls.present({ call: null, talking: false })

  expect(shell.calls.current().list[0]?.phase.name).toBe('ended')
  expect(callIds).not.toHaveBeenCalled()
})
