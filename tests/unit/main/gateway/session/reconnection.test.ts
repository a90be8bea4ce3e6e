import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { changePassword } from '#main/gateway/operations/session.ts'
import { event, stageSignedIn } from '../support/stage-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('a lost connection is taken up again at once, with the stored credential and without replaying anything', async () => {
  const { transport, heard } = await stageSignedIn()
  const since = Date.now()

  transport.current.lose('broken')
  expect(heard.links).toEqual([{ status: 'reconnecting', since, attempt: 1 }])
  await vi.advanceTimersByTimeAsync(250)

  expect(transport.asked).toEqual([
    'PUT /onlineagent/6002/updateGuid',
    'GET /onlineagent/6002/agentstatus',
    'GET /calldata/6002/callinfo?isNoContainLastCall=true',
  ])
  expect(transport.current.listening).toBe(true)
  expect(heard.order).toEqual(['reconnecting', 'connected', 'present'])
  expect(heard.presents).toEqual([{ state: 'idle', call: null }])
})

test('the call the gateway has is told, one that is over is not', async () => {
  const { transport, heard } = await stageSignedIn()
  const call = { callid: '14-1', caller: '138', called: '4001', callskill: 'Support', callfeature: '0', begintime: 5 }
  transport.replies.set('agentstatus', { result: { agentState: '7', isWorking: 'true' } })
  transport.replies.set('callinfo', { result: call })
  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(250)
  transport.replies.set('callinfo', { result: { ...call, endtime: 9 } })
  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(1_000)

  const { callid: callId, callskill: queue } = call
  const present = { callId, queue, caller: '138', called: '4001', feature: 0, answeredAt: 5 }
  expect(heard.presents).toEqual([
    { state: 'talking', call: present },
    { state: 'talking', call: null },
  ])
})

test('events that come while the session is taken up follow what is true now', async () => {
  const { transport, heard } = await stageSignedIn()
  transport.eventsAtOnce = [event('AgentState_Work')]

  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(250)

  expect(heard.order).toEqual(['reconnecting', 'connected', 'present', 'agent-state'])
})

test('while nothing answers it is tried often at first, then up to every 15 s, for ever', async () => {
  const { transport, heard } = await stageSignedIn()
  transport.reachable = false

  transport.current.lose('silent')
  await vi.advanceTimersByTimeAsync(30_000)
  const early = heard.links.length
  await vi.advanceTimersByTimeAsync(600_000)
  const late = heard.links.length - early

  expect(early).toBeGreaterThan(40)
  expect(late).toBeLessThan(90)
  expect(late).toBeGreaterThan(600 / 20)
  expect(heard.ends).toEqual([])

  transport.reachable = true
  await vi.advanceTimersByTimeAsync(20_000)
  expect(heard.links.at(-1)).toEqual({ status: 'connected' })
})

test('a session the server has forgotten is signed in again, to its skills as well', async () => {
  const { transport, heard } = await stageSignedIn()
  transport.replies.set('updateGuid', { retcode: '100-006' })

  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(250)

  expect(transport.asked.slice(0, 3)).toEqual([
    'PUT /onlineagent/6002/updateGuid',
    'PUT /onlineagent/6002',
    'POST /onlineagent/6002/resetskill/true',
  ])
  expect(transport.bodies.find((body) => body !== undefined)).toMatchObject({ password: 'Agent-6002', status: 4 })
  expect(heard.order.slice(-2)).toEqual(['connected', 'present'])
})

test('nobody is made idle by a reconnection who was not', async () => {
  const { transport } = await stageSignedIn()
  transport.current.listeners.onEvents([event('AgentState_SetNotReady_Success', { reason: '200' })])
  transport.replies.set('updateGuid', { retcode: '100-006' })
  transport.bodies.length = 0

  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(250)

  expect(transport.bodies.find((body) => body !== undefined)).toMatchObject({ status: 3 })
})

test('the password of a reconnection is the one it was changed to', async () => {
  const { gateway, transport } = await stageSignedIn()
  await gateway.run(changePassword('Agent-6002', 'Changed-1'))
  transport.replies.set('updateGuid', { retcode: '100-006' })
  transport.bodies.length = 0

  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(250)

  expect(transport.bodies.find((body) => body !== undefined)).toMatchObject({ password: 'Changed-1' })
})

test('after a broken connection "already signed in" is our own session, and is taken over', async () => {
  const { transport, heard } = await stageSignedIn()
  transport.replies.set('updateGuid', { retcode: '000-003' })
  transport.replies.set('6002', { retcode: '100-002' })

  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(250)

  expect(transport.asked[2]).toBe('PUT /onlineagent/6002/forcelogin')
  expect(heard.links.at(-1)).toEqual({ status: 'connected' })
})

test('after the server has closed the connection itself it is somebody else, who is left alone', async () => {
  const { transport, heard } = await stageSignedIn()
  transport.replies.set('updateGuid', { retcode: '100-006' })
  transport.replies.set('6002', { retcode: '100-002' })

  transport.current.lose('closed')
  await vi.advanceTimersByTimeAsync(60_000)

  expect(heard.ends).toEqual(['elsewhere'])
  expect(transport.asked).toEqual(['PUT /onlineagent/6002/updateGuid', 'PUT /onlineagent/6002'])
})

test.each([
  ['100-004', 'session-expired'],
  ['110-016', 'session-expired'],
  ['100-015', 'elsewhere'],
])('a reconnection that may not sign in again (%s) ends the session', async (retcode, why) => {
  const { transport, heard } = await stageSignedIn()
  transport.replies.set('updateGuid', { retcode: '100-006' })
  transport.replies.set('6002', { retcode })

  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(10_000)

  expect(heard.ends).toEqual([why])
  expect(transport.current.closed).toBe(true)
})

test.each(['000-004', '000-007'])('a server that asks for patience (%s) is asked again', async (retcode) => {
  const { transport, heard } = await stageSignedIn()
  transport.replies.set('updateGuid', { retcode })
  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(transport.asked).not.toContain('PUT /onlineagent/6002')

  transport.replies.delete('updateGuid')
  await vi.advanceTimersByTimeAsync(1_000)

  expect(heard.links.at(-1)).toEqual({ status: 'connected' })
})

test('a connection that is lost again while it is taken up costs one attempt', async () => {
  const { transport, heard } = await stageSignedIn()
  transport.replies.set('agentstatus', 'silence')
  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(250)
  transport.replies.delete('agentstatus')

  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(1_000)

  expect(heard.order).toEqual(['reconnecting', 'reconnecting', 'connected', 'present'])
})

test('a connection that never lasts is not dialled ever faster', async () => {
  const { transport } = await stageSignedIn()
  const before = transport.connections.length

  for (let second = 0; second < 20; second += 1) {
    transport.current.lose('broken')
    await vi.advanceTimersByTimeAsync(500)
  }

  expect(transport.connections.length - before).toBeLessThan(20)
})

test('a changed address is a reason to try at once', async () => {
  const { transport, heard, network } = await stageSignedIn()
  transport.reachable = false
  transport.current.lose('silent')
  await vi.advanceTimersByTimeAsync(300_000)
  const attempts = heard.links.length

  network.addresses = '192.168.1.20'
  transport.reachable = true
  await vi.advanceTimersByTimeAsync(250)

  expect(heard.links.length - attempts).toBeLessThanOrEqual(2)
  expect(heard.links.at(-1)).toEqual({ status: 'connected' })
})

test('asked to check, it tries at once or looks at its connection', async () => {
  const { gateway, transport, heard } = await stageSignedIn()
  gateway.checkNow()
  expect(transport.current.checked).toBe(true)

  transport.reachable = false
  transport.current.lose('silent')
  await vi.advanceTimersByTimeAsync(300_000)
  transport.reachable = true
  gateway.checkNow()
  await vi.advanceTimersByTimeAsync(10)

  expect(heard.links.at(-1)).toEqual({ status: 'connected' })
})

test('closed while reconnecting, it stops', async () => {
  const { gateway, transport, heard } = await stageSignedIn()
  transport.reachable = false
  transport.current.lose('silent')
  await vi.advanceTimersByTimeAsync(1_000)

  gateway.close()
  transport.reachable = true
  heard.order.length = 0
  await vi.advanceTimersByTimeAsync(60_000)

  expect(transport.connections).toHaveLength(1)
  expect(heard.order).toEqual([])
})
