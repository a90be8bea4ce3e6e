import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sayFree } from '#main/gateway/operations/agent-state.ts'
import { event, stageSignedIn } from '../support/stage-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('a shutdown event ends the session: the team lead has signed the agent out', async () => {
  const { transport, heard } = await stageSignedIn()

  transport.current.listeners.onEvents([event('AgentOther_ShutdownService', { loginTime: '77' })])
  await vi.advanceTimersByTimeAsync(0)

  expect(heard.order).toEqual(['signed-out', 'by-team-lead'])
  expect(transport.current.closed).toBe(true)
})

test('the shutdown event of an earlier session ends nothing', async () => {
  const { transport, heard } = await stageSignedIn()

  transport.current.listeners.onEvents([event('AgentOther_ShutdownService', { loginTime: '1' })])
  await vi.advanceTimersByTimeAsync(1_000)

  expect(heard.order).toEqual([])
})

test('"not signed in" without a shutdown event is a sign-in elsewhere', async () => {
  const { gateway, transport, heard } = await stageSignedIn()
  transport.replies.set('sayfree', { retcode: '100-006' })

  const result = await gateway.run(sayFree())
  await vi.advanceTimersByTimeAsync(500)

  expect(result).toMatchObject({ failure: { retcode: '100-006' } })
  expect(heard.ends).toEqual(['elsewhere'])
})

test('a shutdown event right behind "not signed in" tells better', async () => {
  const { transport, heard } = await stageSignedIn()
  transport.current.listeners.onRefused('100-006')
  await vi.advanceTimersByTimeAsync(100)

  transport.current.listeners.onEvents([event('AgentOther_ShutdownService', { loginTime: '77' })])
  await vi.advanceTimersByTimeAsync(1_000)

  expect(heard.ends).toEqual(['by-team-lead'])
})

test('"not signed in" and then a closed connection needs no waiting', async () => {
  const { transport, heard } = await stageSignedIn()
  transport.current.listeners.onRefused('100-006')

  transport.current.lose('closed')

  expect(heard.ends).toEqual(['elsewhere'])
})

test('after a long silence "not signed in" is an expired session, which is signed in again', async () => {
  const { transport, heard } = await stageSignedIn()
  await vi.advanceTimersByTimeAsync(130_000)
  transport.replies.set('updateGuid', { retcode: '100-006' })

  transport.current.listeners.onRefused('100-006')
  await vi.advanceTimersByTimeAsync(1_000)

  expect(heard.ends).toEqual([])
  expect(transport.asked).toContain('PUT /onlineagent/6002')
  expect(heard.links.at(-1)).toEqual({ status: 'connected' })
})

test('a shutdown event after a long silence is the same', async () => {
  const { transport, heard } = await stageSignedIn()
  await vi.advanceTimersByTimeAsync(130_000)
  transport.replies.set('updateGuid', { retcode: '100-006' })

  transport.current.listeners.onEvents([event('AgentOther_ShutdownService', { loginTime: '77' })])
  await vi.advanceTimersByTimeAsync(1_000)

  expect(heard.ends).toEqual([])
  expect(heard.links.at(-1)).toEqual({ status: 'connected' })
})

test('a refused credential is renewed, and five refusals in a row ask who is signed in', async () => {
  const { transport, heard } = await stageSignedIn()
  transport.replies.set('updateGuid', { retcode: '000-003' })
  transport.replies.set('6002', { retcode: '100-002' })

  transport.current.listeners.onRefused('000-003')
  await vi.advanceTimersByTimeAsync(0)
  expect(transport.asked[0]).toBe('PUT /onlineagent/6002/updateGuid')
  for (let poll = 0; poll < 4; poll += 1) transport.current.listeners.onRefused('000-003')
  await vi.advanceTimersByTimeAsync(1_000)

  expect(transport.asked).toContain('PUT /onlineagent/6002')
  expect(heard.ends).toEqual(['elsewhere'])
})

test('a credential accepted again forgets the refusals before it', async () => {
  const { transport, heard } = await stageSignedIn()

  for (let poll = 0; poll < 20; poll += 1) {
    transport.current.listeners.onRefused('000-003')
    transport.current.listeners.onAccepted()
  }
  await vi.advanceTimersByTimeAsync(1_000)

  expect(heard.order).toEqual([])
})

test('events after the end are not told', async () => {
  const { transport, heard } = await stageSignedIn()
  transport.current.listeners.onEvents([event('AgentOther_ShutdownService', { loginTime: '77' })])
  await vi.advanceTimersByTimeAsync(0)

  transport.current.listeners.onEvents([event('AgentState_Ready')])

  expect(heard.events.map(({ type }) => type)).not.toContain('agent-state')
})
