import { expect, test } from 'vitest'
import { howsFor, kindsFor } from '#renderer/desk/calls/handover/how.ts'
import { callOf } from '#support/desk-preview/state.ts'

const call = callOf({
  phase: { name: 'talking', since: 1, muted: false },
  verbs: ['transfer', 'consult', 'hang-up'],
  transferModes: { queue: ['release', 'success'], agent: ['release', 'success'], ivr: ['suspend'], outside: [] },
})

test('only what main allows of this call is offered, the safest first', () => {
  expect(howsFor(call, 'agent')).toEqual(['success', 'release', 'consult-two-party', 'consult-three-party'])
  expect(howsFor(call, 'ivr')).toEqual(['suspend'])
  expect(howsFor(call, 'outside')).toEqual([])
})

test('a kind nothing can be done with is not offered', () => {
  expect(kindsFor(call)).toEqual(['agent', 'queue', 'ivr'])
})

test('a call that can only be consulted about offers colleagues and queues, a call that can do neither nothing', () => {
  expect(howsFor({ ...call, verbs: ['consult'] }, 'agent')).toEqual(['consult-two-party', 'consult-three-party'])
  expect(kindsFor({ ...call, verbs: ['consult'] })).toEqual(['agent', 'queue'])
  expect(kindsFor({ ...call, verbs: ['hang-up'] })).toEqual([])
})
