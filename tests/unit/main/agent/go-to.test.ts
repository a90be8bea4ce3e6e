import { beforeEach, expect, test, vi } from 'vitest'
import type { AgentStateName } from '#contract'
import { registered, signIn, startAgent } from '#support/agent.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

async function agentAt(state: AgentStateName) {
  const started = startAgent()
  await signIn(started.agent)
  started.agent.lineChanged(registered)
  const tell = (name: AgentStateName) => started.agent.gatewayEvent({ type: 'agent-state', state: name, at: 1_000 })
  tell(state)
  return { ...started, tell, requests: started.agent.requests }
}

test('a rest is only asked for until the platform gives it', async () => {
  const { agent, requests, tell } = await agentAt('busy')

  await requests['agent.goTo']({ state: 'rest', seconds: 600, reason: 201 })
  expect(agent.current()).toMatchObject({ state: { name: 'busy' }, askedRest: { seconds: 600, reason: 201 } })

  tell('rest')
  expect(agent.current()).toMatchObject({ state: { name: 'rest', until: 601_000 } })
})

test('the end of a rest is known even when its event comes before its answer', async () => {
  const { agent, gateway, requests, tell } = await agentAt('busy')
  gateway.goTo = () => {
    tell('rest')
    return Promise.resolve({ ok: true })
  }

  await requests['agent.goTo']({ state: 'rest', seconds: 600 })

  expect(agent.current()).toMatchObject({ state: { name: 'rest', until: 601_000 } })
  expect(agent.current()).not.toHaveProperty('askedRest')
})

test('a rest that is refused was never asked for', async () => {
  const { agent, gateway, requests } = await agentAt('busy')
  gateway.goTo = () => Promise.resolve({ ok: false, reason: 'refused', retcode: '100-009' })

  await requests['agent.goTo']({ state: 'rest', seconds: 600 })

  expect(agent.current()).not.toHaveProperty('askedRest')
})

test('a rest that does not come is told of, once, and can still be withdrawn', async () => {
  const { agent, requests, notices, said, taken } = await agentAt('busy')
  await requests['agent.goTo']({ state: 'rest', seconds: 600 })

  await vi.advanceTimersByTimeAsync(60_000)
  expect(notices).toEqual([{ kind: 'rest-not-granted' }])

  expect(await requests['agent.withdraw'](undefined)).toEqual({ ok: true })
  expect(said.at(-1)).toBe('withdraw rest')
  expect(taken).toContain('rest-not-granted')
  expect(agent.current()).not.toHaveProperty('askedRest')
})

test('a rest that comes in time is not complained of', async () => {
  const { requests, notices, tell } = await agentAt('busy')
  await requests['agent.goTo']({ state: 'rest', seconds: 600 })
  tell('rest')

  await vi.advanceTimersByTimeAsync(60_000)

  expect(notices).toEqual([])
})

test('a rest is extended by what is added to what is left', async () => {
  const { agent, asked, requests, tell } = await agentAt('busy')
  await requests['agent.goTo']({ state: 'rest', seconds: 600, reason: 201 })
  tell('rest')

  await requests['agent.extend']({ seconds: 300 })

  expect(asked.at(-1)).toEqual({ state: 'rest', seconds: 900 })
  expect(agent.current()).toMatchObject({ state: { name: 'rest', until: 901_000 } })
  expect(agent.current()).not.toHaveProperty('askedRest')
})

test('a wrap-up that is extended is ended by nobody but the agent', async () => {
  const { agent, requests, said, tell } = await agentAt('talking')
  agent.gatewayEvent({ type: 'call-info', callId: '1-1', caller: '1', called: '2', queue: 'Support', at: 1_000 })
  tell('wrap-up')
  expect(agent.current()).toMatchObject({ state: { name: 'wrap-up', until: 31_000 } })

  await requests['agent.extend']({ seconds: 60 })

  expect(said.at(-1)).toBe('wrap-up')
  expect(agent.current()).not.toHaveProperty('state.until')
})

test('a call the agent made is followed by a wrap-up without a limit', async () => {
  const { agent, tell } = await agentAt('talking')
  agent.gatewayEvent({ type: 'call-info', callId: '1-1', caller: '1', called: '2', queue: 'Support', at: 1_000 })
  agent.gatewayEvent({ type: 'talking', callId: '1-1', caller: '1', called: '2', feature: 7, part: 'main', at: 1_000 })

  tell('wrap-up')

  expect(agent.current()).not.toHaveProperty('state.until')
})

test('nothing else can be extended, and nothing be withdrawn that was not asked for', async () => {
  const { requests } = await agentAt('busy')

  expect(await requests['agent.extend']({ seconds: 60 })).toEqual({ ok: false, reason: 'not-possible-now' })
  expect(await requests['agent.withdraw'](undefined)).toEqual({ ok: false, reason: 'not-possible-now' })
})

test('a second choice during a call takes the place of the first', async () => {
  const { agent, requests, said } = await agentAt('talking')
  await requests['agent.goTo']({ state: 'busy', reason: 201 })
  expect(agent.current()).toMatchObject({ state: { next: { state: 'busy', reason: 201 } } })

  await requests['agent.goTo']({ state: 'rest', seconds: 600 })

  expect(said.slice(-3)).toEqual(['busy', 'withdraw busy', 'rest'])
  expect(agent.current()).toMatchObject({ state: { next: { state: 'rest', seconds: 600 } } })
})

test.each([{ state: 'busy', reason: 201 } as const, { state: 'idle' } as const])(
  'the same choice again, or idle, takes the next state back: %o',
  async (second) => {
    const { agent, requests, said } = await agentAt('talking')
    await requests['agent.goTo']({ state: 'busy', reason: 201 })

    await requests['agent.goTo'](second)

    expect(said.at(-1)).toBe('withdraw busy')
    expect(agent.current()).not.toHaveProperty('state.next')
  },
)

test('busy once more, without a reason, asks for nothing', async () => {
  const { requests, said } = await agentAt('busy')

  expect(await requests['agent.goTo']({ state: 'busy' })).toEqual({ ok: true })

  expect(said).not.toContain('busy')
})
