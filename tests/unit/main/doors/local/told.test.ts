import { expect, test } from 'vitest'
import type { Agent, Call, CallPhase } from '#contract'
import { eventsBetween, type Seen, stateOf } from '#main/doors/local/told.ts'
import { signedInAgent } from '#support/agent.ts'

const call = (phase: CallPhase): Call => ({
  ...{ id: 'call-1', direction: 'incoming', number: '138', part: 'main', startedAt: 1, parties: [], verbs: [] },
  phase,
})
const agent = signedInAgent({ workNumber: '6001' })
const seen = (phase: CallPhase | null, who: Agent = agent): Seen => ({
  agent: who,
  calls: { list: phase ? [call(phase)] : [], missed: [] },
})
const names = (before: Seen, after: Seen) => eventsBetween(before, after).map(({ eventType }) => eventType)
const ringing: CallPhase = { name: 'ringing', since: 1 }
const talking: CallPhase = { name: 'talking', since: 2, muted: false }
const ended = (reason: 'agent-hung-up' | 'customer-hung-up' | 'not-answered'): CallPhase => ({
  name: 'ended',
  at: 3,
  reason,
})

test.each([
  [null, ringing, 'AgentEvent_Ringing'],
  [ringing, talking, 'AgentEvent_Talking'],
  [talking, { name: 'held', since: 3 }, 'AgentEvent_Hold'],
  [talking, ended('agent-hung-up'), 'AgentEvent_Call_Release'],
  [talking, ended('customer-hung-up'), 'AgentEvent_Customer_Release'],
  [ringing, ended('not-answered'), 'AgentEvent_No_Answer'],
] as const)('what happens to a call has the gateway’s name: %#', (before, after, name) => {
  expect(names(seen(before), seen(after))).toEqual([name])
})

test('the same again is no event, and neither is a call that was over before', () => {
  expect(names(seen(talking), seen({ ...talking, muted: true }))).toEqual([])
  expect(names(seen(null), seen(ended('agent-hung-up')))).toEqual([])
})

test.each([
  ['idle', 'AgentState_Ready'],
  ['talking', 'AgentState_Busy'],
  ['wrap-up', 'AgentState_Work'],
  ['busy', 'AgentState_SetNotReady_Success'],
  ['rest', 'AgentState_SetRest_Success'],
] as const)('the state %s is %s', (name, eventType) => {
  const after = signedInAgent({ workNumber: '6001', state: { name, since: 9, reason: 200 } })
  expect(eventsBetween(seen(null), seen(null, after))).toEqual([
    { eventType, workNo: '6001', content: { reason: '200' } },
  ])
})

test('coming and going of the agent', () => {
  const out: Agent = { status: 'signed-out', why: 'asked' }
  expect(names(seen(null, out), seen(null))).toEqual(['AgentOther_InService', 'AgentState_Ready'])
  expect(eventsBetween(seen(null), seen(null, out))).toEqual([
    { eventType: 'AgentOther_ShutdownService', workNo: '6001', content: null },
  ])
})

test('the whole state leaves out what is over', () => {
  expect(stateOf(seen(ended('agent-hung-up')))).toMatchObject({ agent: { state: 'idle' }, calls: [] })
  expect(stateOf(seen(talking))).toMatchObject({ calls: [{ id: 'call-1', phase: 'talking', muted: false }] })
})
