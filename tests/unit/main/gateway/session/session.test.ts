import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sayFree } from '#main/gateway/operations/agent-state.ts'
import { changePassword } from '#main/gateway/operations/session.ts'
import { answer } from '#main/gateway/operations/voice-call.ts'
import { agent } from '../support/collect.ts'
import { event, stageSession, stageSignedIn } from '../support/stage-session.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('signing in asks in the documented order and tells what it found', async () => {
  const { gateway, transport, heard } = stageSession()

  const result = await gateway.signIn(agent, false)

  expect(transport.asked).toEqual([
    'PUT /onlineagent/6002',
    'POST /onlineagent/6002/resetskill/true',
    'GET /onlineagent/6002/agentskills',
  ])
  expect(result).toEqual({
    ok: true,
    value: {
      workNumber: '6002',
      voice: true,
      mustChangePassword: false,
      passwordDaysLeft: 9,
      skills: [{ id: 1, name: 'Support' }],
    },
  })
  expect(heard.links).toEqual([{ status: 'connected' }])
})

test('events of the sign-in wait until whoever asked knows of the success', async () => {
  const { gateway, transport, heard } = stageSession()
  transport.eventsAtOnce = [event('AgentOther_InService'), event('AgentState_Ready')]

  await gateway.signIn(agent, false)
  expect(heard.events).toEqual([])

  await vi.advanceTimersByTimeAsync(0)
  expect(heard.order).toEqual(['connected', 'in-service', 'agent-state'])
})

test('a refused sign-in is told as the gateway told it, and leaves nothing behind', async () => {
  const { gateway, transport, heard } = stageSession()
  transport.replies.set('6002', { retcode: '100-004' })

  const result = await gateway.signIn(agent, false)

  expect(result).toMatchObject({ ok: false, failure: { kind: 'refused', retcode: '100-004' } })
  expect(transport.current.closed).toBe(true)
  expect(heard.order).toEqual([])
})

test('a forced sign-in takes the other path', async () => {
  const { gateway, transport } = stageSession()

  await gateway.signIn(agent, true)

  expect(transport.asked[0]).toBe('PUT /onlineagent/6002/forcelogin')
})

test('without its skills an agent would get no calls, so that sign-in fails and is undone', async () => {
  const { gateway, transport } = stageSession()
  transport.replies.set('true', { retcode: '100-007' })

  const asked = gateway.signIn(agent, false)
  await vi.advanceTimersByTimeAsync(1_000)

  expect(await asked).toMatchObject({ ok: false, failure: { retcode: '100-007' } })
  expect(transport.asked.at(-1)).toBe('DELETE /onlineagent/6002/forcelogout')
})

test('commands go one at a time, in the order asked', async () => {
  const { gateway, transport } = await stageSignedIn()
  transport.replies.set('sayfree', 'silence')

  const first = gateway.run(sayFree())
  const second = gateway.run(answer('14-1'))
  await vi.advanceTimersByTimeAsync(4_999)
  expect(transport.asked).toEqual(['POST /onlineagent/6002/sayfree'])

  await vi.advanceTimersByTimeAsync(1)
  expect(await first).toEqual({ ok: false, failure: { kind: 'no-answer' } })
  expect(await second).toEqual({ ok: true, value: undefined })
  expect(transport.asked.at(-1)).toBe('PUT /voicecall/6002/answer?callid=14-1')
})

test('a lost connection settles what was sent as unanswered and what waited as unsent, and replays nothing', async () => {
  const { gateway, transport } = await stageSignedIn()
  transport.replies.set('sayfree', 'silence')
  const sent = gateway.run(sayFree())
  const waiting = gateway.run(answer('14-1'))
  await vi.advanceTimersByTimeAsync(10)

  transport.current.lose('broken')

  expect(await sent).toEqual({ ok: false, failure: { kind: 'no-answer' } })
  expect(await waiting).toEqual({ ok: false, failure: { kind: 'not-connected' } })
  expect(await gateway.run(answer('14-1'))).toEqual({ ok: false, failure: { kind: 'not-connected' } })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(transport.asked.filter((asked) => asked.includes('answer'))).toEqual([])
})

test('signing out ends the session without a word to the listeners', async () => {
  const { gateway, transport, heard } = await stageSignedIn()

  expect(await gateway.signOut(false)).toEqual({ ok: true, value: undefined })

  expect(transport.asked).toEqual(['DELETE /onlineagent/6002/logout'])
  expect(transport.current.closed).toBe(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heard.ends).toEqual([])
  expect(transport.connections).toHaveLength(1)
})

test('a sign-out refused in a call keeps the session', async () => {
  const { gateway, transport } = await stageSignedIn()
  transport.replies.set('logout', { retcode: '100-010' })

  expect(await gateway.signOut(false)).toMatchObject({ ok: false, failure: { retcode: '100-010' } })

  expect(await gateway.run(sayFree())).toEqual({ ok: true, value: undefined })
})

test('a connection that goes away with the sign-out has signed out', async () => {
  const { gateway, transport, heard } = await stageSignedIn()
  transport.replies.set('logout', 'silence')
  const left = gateway.signOut(false)
  await vi.advanceTimersByTimeAsync(10)

  transport.current.lose('closed')

  expect(await left).toEqual({ ok: true, value: undefined })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(transport.connections).toHaveLength(1)
  expect(heard.ends).toEqual([])
})

test('a sign-in waits for the sign-out before it', async () => {
  const { gateway, transport } = await stageSignedIn()
  transport.replies.set('logout', 'silence')
  const left = gateway.signOut(false)
  const entered = gateway.signIn(agent, false)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(transport.asked).toEqual(['DELETE /onlineagent/6002/logout'])

  await vi.advanceTimersByTimeAsync(2_000)
  await left
  expect(await entered).toMatchObject({ ok: true })
})

test('the handshake keeps a session alive that is not polled', async () => {
  const { transport } = await stageSignedIn(30_000)

  await vi.advanceTimersByTimeAsync(60_000)

  expect(transport.asked).toEqual(['POST /onlineagent/6002/handshake', 'POST /onlineagent/6002/handshake'])
})

test('a handshake that is not answered keeps no command waiting', async () => {
  const { gateway, transport } = await stageSignedIn(30_000)
  transport.replies.set('handshake', 'silence')
  await vi.advanceTimersByTimeAsync(30_000)

  expect(await gateway.run(answer())).toEqual({ ok: true, value: undefined })
})

test('closing drops everything and answers whoever waits', async () => {
  const { gateway, transport, heard } = await stageSignedIn()
  transport.replies.set('sayfree', 'silence')
  const waiting = gateway.run(sayFree())
  await vi.advanceTimersByTimeAsync(10)

  gateway.close()

  expect(await waiting).toMatchObject({ ok: false })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heard.ends).toEqual([])
  expect(transport.connections).toHaveLength(1)
})

test('a command that comes too soon for the gateway is asked again', async () => {
  const { gateway, transport } = await stageSignedIn()
  transport.replies.set('sayfree', { retcode: '000-007' })
  const asked = gateway.run(sayFree())
  await vi.advanceTimersByTimeAsync(100)

  transport.replies.delete('sayfree')
  await vi.advanceTimersByTimeAsync(1_000)

  expect(await asked).toEqual({ ok: true, value: undefined })
  expect(transport.asked).toHaveLength(2)
})

test('an old credential is renewed once and the command asked again', async () => {
  const { gateway, transport } = await stageSignedIn()
  transport.replies.set('sayfree', { retcode: '000-003' })
  const asked = gateway.run(sayFree())
  transport.replies.set('updateGuid', { result: { guid: 'new' } })

  expect(await asked).toMatchObject({ ok: false, failure: { retcode: '000-003' } })
  expect(transport.asked.slice(0, 3)).toEqual([
    'POST /onlineagent/6002/sayfree',
    'PUT /onlineagent/6002/updateGuid',
    'POST /onlineagent/6002/sayfree',
  ])
})

test('no secret reaches the log', async () => {
  const { gateway, transport, log } = await stageSignedIn()
  transport.replies.set('updateGuid', { result: { guid: 'secret-guid' } })
  await gateway.run(changePassword('Agent-6002', 'New-Secret-1'))
  transport.current.lose('broken')
  await vi.advanceTimersByTimeAsync(1_000)

  expect(log.lines.join('\n')).not.toMatch(/Agent-6002|New-Secret-1|secret-guid|67470002/)
})
