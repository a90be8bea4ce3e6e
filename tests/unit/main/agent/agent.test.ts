import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Agent, AgentStateName } from '#contract'
import { type AgentEvent, advance, SIGNED_OUT } from '#main/agent/agent.ts'
import { signedInAgent } from '#support/agent.ts'

const at = 5_000

function signedIn(state: AgentStateName = 'busy'): Agent {
  const { status: _, state: __, ...who } = signedInAgent()
  return advance(SIGNED_OUT, { type: 'signed-in', ...who, state, at: 1_000 })
}

function told(agent: Agent, state: AgentStateName, reason?: number, when = at): Agent {
  const event = { type: 'agent-state', state, at: when, ...(reason !== undefined && { reason }) } as const
  return advance(agent, { type: 'gateway', event })
}

const asked = (seconds: number, since = 2_000): AgentEvent => ({ type: 'rest-asked', rest: { seconds, since } })

test('the platform’s word, not the click, changes the state and starts its clock', () => {
  expect(told(signedIn(), 'idle')).toMatchObject({ state: { name: 'idle', since: at } })
})

test('the same state told again keeps its clock', () => {
  const idle = told(signedIn(), 'idle')

  expect(told(idle, 'idle', undefined, 9_000)).toBe(idle)
})

test('a new reason for being busy is a change', () => {
  expect(told(signedIn('idle'), 'busy', 2)).toMatchObject({ state: { name: 'busy', reason: 2 } })
})

test('a rest ends so long after it began as was asked for', () => {
  const resting = told(advance(signedIn(), asked(60)), 'rest')

  expect(resting).toMatchObject({ state: { name: 'rest', since: at, until: at + 60_000 } })
  expect(resting).not.toHaveProperty('askedRest')
})

test('a rest that never begins leaves no end behind', () => {
  const waiting = advance(signedIn(), asked(60))
  expect(waiting).toMatchObject({ state: { name: 'busy' }, askedRest: { seconds: 60 } })
  expect(waiting).not.toHaveProperty('state.until')

  expect(advance(waiting, { type: 'rest-asked', rest: null })).toEqual(signedIn())
})

test('a rest that is prolonged keeps its clock and gets a later end', () => {
  const resting = told(advance(signedIn(), asked(60)), 'rest')

  expect(told(advance(resting, asked(300)), 'rest', undefined, 20_000)).toMatchObject({
    state: { name: 'rest', since: at, until: 320_000 },
  })
})

test('a rest that a team lead gives has no end that is known', () => {
  expect(told(signedIn(), 'rest', 4)).not.toHaveProperty('state.until')
})

test('what is asked for during a call is the next state until the platform gives it', () => {
  const next = { state: 'rest', reason: 201, seconds: 600 } as const
  const talking = advance(told(signedIn(), 'talking'), { type: 'next-accepted', next })
  expect(talking).toMatchObject({ state: { name: 'talking', next } })

  const resting = told(talking, 'rest', 201)

  expect(resting).toMatchObject({ state: { reason: 201, until: at + 600_000 } })
  expect(resting).not.toHaveProperty('state.next')
})

test('a next state is taken back', () => {
  const talking = told(signedIn(), 'talking')
  const wished = advance(talking, { type: 'next-accepted', next: { state: 'busy' } })

  expect(advance(wished, { type: 'next-accepted', next: null })).toEqual(talking)
})

test('a queue’s limit ends the wrap-up after its call, and no other', () => {
  const event = { type: 'agent-state', state: 'wrap-up', at } as const
  const afterCall = advance(told(signedIn(), 'talking'), { type: 'gateway', event, wrapUpMs: 30_000 })
  expect(afterCall).toMatchObject({ state: { name: 'wrap-up', until: at + 30_000 } })

  expect(advance(signedIn('idle'), { type: 'gateway', event, wrapUpMs: 30_000 })).not.toHaveProperty('state.until')
  expect(advance(afterCall, { type: 'wrap-up-extended' })).not.toHaveProperty('state.until')
})

test('nothing the gateway says signs an agent in', () => {
  expect(told(SIGNED_OUT, 'idle')).toBe(SIGNED_OUT)
})

test('a failed sign-in does not disturb who is signed in', () => {
  const agent = signedIn()

  expect(advance(agent, { type: 'sign-in-failed' })).toBe(agent)
})

test('whatever the order, only a sign-in signs in, and an end is only of a rest or a wrap-up', () => {
  const states = ['idle', 'busy', 'rest', 'wrap-up', 'talking'] as const
  const event: fc.Arbitrary<AgentEvent> = fc.oneof(
    fc
      .constantFrom(...states)
      .map((state) => ({ type: 'gateway', event: { type: 'agent-state', state, at }, wrapUpMs: 9 }) as const),
    fc.constantFrom(...states, 'unknown' as const).map((state) => ({ type: 'present', state, at }) as const),
    fc.constant({ type: 'link', link: { status: 'reconnecting', since: 1, attempt: 1 } } as const),
    fc.constantFrom(asked(5), { type: 'rest-asked', rest: null } as const, { type: 'wrap-up-extended' } as const),
    fc.constant({ type: 'next-accepted', next: { state: 'rest', seconds: 5 } } as const),
  )
  fc.assert(
    fc.property(fc.array(event), (events) => {
      expect(events.reduce(advance, SIGNED_OUT)).toBe(SIGNED_OUT)
      const agent = events.reduce(advance, signedIn())
      if (agent.status !== 'signed-in') throw new Error('signed out')
      if (agent.state.until !== undefined) expect(['rest', 'wrap-up']).toContain(agent.state.name)
      if (agent.state.next !== undefined) expect(agent.state.name).toBe('talking')
    }),
  )
})
