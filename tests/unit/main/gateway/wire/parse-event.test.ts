import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GatewayFact } from '#main/gateway/event.ts'
import { callEvents } from '#main/gateway/wire/call-events.ts'
import { parseEvent } from '#main/gateway/wire/parse-event.ts'
import { stateEvents } from '#main/gateway/wire/state-events.ts'

function fact(eventType: string, content?: unknown): GatewayFact | null {
  return parseEvent({ eventType, workNo: '6002', content }).fact
}

test.each<[string, unknown, GatewayFact]>([
  ['AgentState_Ready', null, { type: 'agent-state', state: 'idle' }],
  ['AgentState_Busy', null, { type: 'agent-state', state: 'talking' }],
  ['AgentState_Work', undefined, { type: 'agent-state', state: 'wrap-up' }],
  ['AgentState_SetWork_Success', null, { type: 'agent-state', state: 'wrap-up' }],
  ['AgentState_CancelWork_Success', null, { type: 'agent-state', state: 'idle' }],
  ['AgentState_SetNotReady_Success', { reason: '200' }, { type: 'agent-state', state: 'busy', reason: 200 }],
  ['AgentState_SetNotReady_Success', { reason: 2 }, { type: 'agent-state', state: 'busy', reason: 2 }],
  ['AgentState_SetNotReady_Success', { reason: '0' }, { type: 'agent-state', state: 'busy' }],
  ['AgentState_SetNotReady_Success', '5', { type: 'agent-state', state: 'busy', reason: 5 }],
  ['AgentState_SetNotReady_Success', 'because', { type: 'agent-state', state: 'busy' }],
  ['AgentState_SetNotReady_Success', { reason: 3 }, { type: 'agent-state', state: 'busy', reason: 3, forced: true }],
  ['AgentState_CancelNotReady_Success', null, { type: 'agent-state', state: 'idle' }],
  ['AgentState_NotReady', null, { type: 'agent-state', state: 'busy' }],
  ['AgentState_SetRest_Success', { reason: '7' }, { type: 'agent-state', state: 'rest', reason: 7 }],
  ['AgentState_SetRest_Success', null, { type: 'agent-state', state: 'rest' }],
  ['AgentState_CancelRest_Success', null, { type: 'agent-state', state: 'idle' }],
  ['AgentState_Rest_Timeout', null, { type: 'rest-over' }],
  ['AgentState_Force_Ready', null, { type: 'agent-state', state: 'idle', forced: true }],
  ['AgentState_Force_SetNotReady', null, { type: 'agent-state', state: 'busy', forced: true }],
  ['AgentOther_InService', null, { type: 'in-service' }],
  ['AgentOther_ShutdownService', { loginTime: '1' }, { type: 'signed-out' }],
  ['AgentOther_PhoneAlerting', null, { type: 'phone-alerting' }],
  ['AgentOther_PhoneOffhook', { type: 'main' }, { type: 'phone-offhook' }],
  ['AgentOther_PhoneRelease', { phoneState: 3 }, { type: 'phone-release' }],
])('%s with %j', (eventType, content, expected) => {
  expect(fact(eventType, content)).toEqual(expected)
})

const parties = { caller: '13800138000', called: '4001', callid: '14-1', feature: '0', type: 'main' }

test.each(['AgentEvent_Ringing', 'AgentEvent_Auto_Answer', 'AgentEvent_Talking'])('%s names both parties', (type) => {
  expect(fact(type, parties)).toMatchObject({
    callId: '14-1',
    caller: '13800138000',
    called: '4001',
    feature: 0,
    part: 'main',
  })
})

test.each([
  ['yes', true],
  ['no', undefined],
])('whether a call was handed on is told by `transfer` (%s)', (transfer, transferred) => {
  const ringing = fact('AgentEvent_Ringing', { ...parties, transfer, transfrom: 'a6001' })

  expect(ringing).toHaveProperty('type', 'ringing')
  expect(Reflect.get(ringing ?? {}, 'transferred')).toBe(transferred)
})

test('a call is rung with what little there is', () => {
  expect(fact('AgentEvent_Ringing', { callId: 141, caller: null, feature: 'x', type: 'assistant' })).toEqual({
    type: 'ringing',
    callId: '141',
    caller: '',
    called: '',
    feature: -1,
    part: 'assistant',
  })
})

test('a call is announced with its queue', () => {
  const content = { callId: '14-1', skillName: 'Support', skillId: 1, caller: '138', called: '4001' }

  expect(fact('AgentEvent_Incoming_CallInfo', content)).toEqual({
    type: 'call-info',
    callId: '14-1',
    caller: '138',
    called: '4001',
    queue: 'Support',
    queueId: 1,
  })
})

test.each(['14-1', { callid: '14-1' }, { callId: '14-1', number: '138' }, { callid: null, callId: '14-1' }])(
  'a call is released whether the content is %j',
  (content) => {
    expect(fact('AgentEvent_Call_Release', content)).toEqual({ type: 'call-release', callId: '14-1' })
    expect(fact('AgentEvent_Customer_Release', content)).toMatchObject({ type: 'customer-release', callId: '14-1' })
    expect(fact('AgentEvent_Hold', content)).toEqual({ type: 'hold', callId: '14-1' })
    expect(fact('AgentEvent_No_Answer', content)).toEqual({ type: 'no-answer', callId: '14-1' })
  },
)

test.each([
  ['AgentEvent_Call_Out_Fail', 'call-out'],
  ['AgentEvent_Inside_Call_Fail', 'inside'],
  ['AgentEvent_Consult_Fail', 'consult'],
  ['AgentEvent_Connect_Fail', 'connect'],
])('%s says how it failed', (eventType, how) => {
  expect(fact(eventType, '14-1')).toEqual({ type: 'call-failed', callId: '14-1', how })
})

test('a call rings at the far side', () => {
  expect(fact('AgentEvent_Customer_Alerting', { callid: '14-1', otherPhone: 138 })).toEqual({
    type: 'customer-alerting',
    callId: '14-1',
    otherPhone: '138',
  })
})

test('a call of three lists the partners, with either comma', () => {
  expect(fact('AgentEvent_Conference', { callid: '14-1', partner: '49997, 70093，a6003,' })).toMatchObject({
    partners: ['49997', '70093', 'a6003'],
  })
})

test.each([null, undefined, '', {}, [], 0.5 > 1, { callid: '' }, { callid: {} }, { callid: 'a b' }, '{"callid":1}'])(
  'a call event with %j is dropped, and named',
  (content) => {
    expect(parseEvent({ eventType: 'AgentEvent_Talking', content })).toEqual({
      fact: null,
      eventType: 'AgentEvent_Talking',
      why: 'no call id',
    })
  },
)

test.each([null, 'text', 7, [], {}, { eventType: null }, { eventType: {} }])('%j has no event type', (event) => {
  expect(parseEvent(event)).toEqual({ fact: null, eventType: '', why: 'no event type' })
})

test.each(['AgentMediaEvent_Play', 'toString', '__proto__', 'constructor'])('%s is kept by name', (eventType) => {
  expect(parseEvent({ eventType, content: {} })).toEqual({ fact: { type: 'unknown', eventType } })
})

test('a name from outside stays short and on one line', () => {
  const { fact } = parseEvent({ eventType: `x\r\n${'y'.repeat(1_000)}` })

  expect(fact).toEqual({ type: 'unknown', eventType: `x??${'y'.repeat(61)}` })
})

test('any JSON at all, under any event type, never throws', () => {
  const names = [...stateEvents, ...callEvents].map(([name]) => name)
  const content = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(
      fc.constantFrom('callid', 'callId', 'caller', 'feature', 'type', 'reason', 'partner'),
      fc.jsonValue(),
    ),
  )
  const event = fc.record(
    { eventType: fc.constantFrom(...names), workNo: fc.jsonValue(), content },
    { requiredKeys: [] },
  )

  fc.assert(fc.property(fc.oneof(event, fc.jsonValue()), (value) => parseEvent(value) !== undefined))
})

test('the session an end belongs to is told beside it', () => {
  const event = { eventType: 'AgentOther_ShutdownService', content: { loginTime: 1471585949806 } }

  expect(parseEvent(event)).toMatchObject({ loginTime: '1471585949806' })
})
