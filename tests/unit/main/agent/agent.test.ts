import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Agent, AgentStateName } from '#contract'
import { type AgentEvent, advance, SIGNED_OUT } from '#main/agent/agent.ts'

const at = 5_000

function signedIn(state: AgentStateName = 'busy'): Agent {
  return advance(SIGNED_OUT, {
    type: 'signed-in',
    workNumber: '6002',
    softphoneNumber: '67470002',
    skills: [],
    gateway: { status: 'connected' },
    state,
    at: 1_000,
  })
}

function told(agent: Agent, state: AgentStateName, reason?: number): Agent {
  const event = { type: 'agent-state', state, at, ...(reason !== undefined && { reason }) } as const
  return advance(agent, { type: 'gateway', event })
}

test('the platform’s word, not the click, changes the state and starts its clock', () => {
  expect(told(signedIn(), 'idle')).toMatchObject({ state: { name: 'idle', since: at } })
})

test('the same state told again keeps its clock', () => {
  const idle = told(signedIn(), 'idle')

  expect(advance(idle, { type: 'gateway', event: { type: 'agent-state', state: 'idle', at: 9_000 } })).toBe(idle)
})

test('a new reason for being busy is a change', () => {
  expect(told(signedIn('idle'), 'busy', 2)).toMatchObject({ state: { name: 'busy', reason: 2 } })
})

test('a rest knows when it is to end', () => {
  const resting = advance(told(signedIn(), 'rest'), { type: 'rest-accepted', until: 65_000 })

  expect(resting).toMatchObject({ state: { name: 'rest', until: 65_000 } })
})

test('the end of a rest is known even when its answer comes before its event', () => {
  const accepted = advance(signedIn(), { type: 'rest-accepted', until: 65_000 })

  expect(told(accepted, 'rest')).toMatchObject({ state: { name: 'rest', until: 65_000 } })
  expect(told(told(accepted, 'rest'), 'idle')).not.toHaveProperty('state.until')
})

test('busy asked for during a call is shown as the next state until the platform gives it', () => {
  const asked = advance(told(signedIn(), 'talking'), { type: 'next-accepted', next: 'busy' })
  expect(asked).toMatchObject({ state: { name: 'talking', next: 'busy' } })

  expect(told(asked, 'busy')).not.toHaveProperty('state.next')
})

test('nothing the gateway says signs an agent in', () => {
  expect(told(SIGNED_OUT, 'idle')).toBe(SIGNED_OUT)
})

test('a failed sign-in does not disturb who is signed in', () => {
  const agent = signedIn()

  expect(advance(agent, { type: 'sign-in-failed' })).toBe(agent)
})

test('whatever the order, only a sign-in signs in and only a sign-out signs out', () => {
  const states = ['idle', 'busy', 'rest', 'wrap-up', 'talking'] as const
  const event: fc.Arbitrary<AgentEvent> = fc.oneof(
    fc
      .constantFrom(...states)
      .map((state) => ({ type: 'gateway' as const, event: { type: 'agent-state' as const, state, at } })),
    fc.constantFrom(...states, 'unknown' as const).map((state) => ({ type: 'present' as const, state, at })),
    fc.constant({ type: 'link' as const, link: { status: 'reconnecting' as const, since: 1, attempt: 1 } }),
    fc.constant({ type: 'rest-accepted' as const, until: 1 }),
    fc.constant({ type: 'next-accepted' as const, next: 'rest' as const }),
  )
  fc.assert(
    fc.property(fc.array(event), (events) => {
      expect(events.reduce(advance, SIGNED_OUT)).toBe(SIGNED_OUT)
      expect(events.reduce(advance, signedIn()).status).toBe('signed-in')
    }),
  )
})
