import { expect, test } from 'vitest'
import type { GatewayFact } from '#main/gateway/event.ts'
import { parseEvent } from '#main/gateway/wire/parse-event.ts'

test.each<[string, unknown, GatewayFact]>([
  ['AgentMediaEvent_Record', { taskId: 5206, callId: '14-1' }, { type: 'recording', state: 'on', callId: '14-1' }],
  ['AgentMediaEvent_Record_Fail', { callid: '14-1' }, { type: 'recording', state: 'failed', callId: '14-1' }],
  ['AgentMediaEvent_StopRecordDone', { taskId: '5206' }, { type: 'recording', state: 'off' }],
  ['AgentMediaEvent_StopRecordDone', null, { type: 'recording', state: 'off' }],
  ['AgentOther_BeQcStart', { qcType: 8, qcAgentId: 30169 }, { type: 'inspection', how: 'listen', by: '30169' }],
  ['AgentOther_BeQcStart', { qcType: '9', qcAgentId: '30169' }, { type: 'inspection', how: 'insert', by: '30169' }],
  ['AgentOther_BeQcStart', { qcType: 20173 }, { type: 'inspection', how: 'whisper' }],
  ['AgentOther_BeQcStart', '{qcType:8}', { type: 'inspection', how: 'unknown' }],
  ['AgentOther_BeQcStop', { qcType: 8, qcAgentId: 30169 }, { type: 'inspection-over', by: '30169' }],
  [
    'QC_AgentState_Notify',
    { subtype: 'QC_AgentState_Login', monitoredagent: 6003, agentname: 'Li', mediaserver: 'CtiServer' },
    { type: 'watched-agent', workNumber: '6003', present: true, name: 'Li' },
  ],
  [
    'QC_AgentState_Notify',
    { subtype: 'QC_AgentState_Logout', monitoredagent: '6003' },
    { type: 'watched-agent', workNumber: '6003', present: false },
  ],
  ['AgentOther_Note', null, { type: 'note' }],
  [
    'AgentOther_Note',
    { sender: 6001, sendername: 'Lead', timestring: '10:00', context: 'Please call back' },
    { type: 'note', from: '6001', fromName: 'Lead', text: 'Please call back', sentAt: '10:00' },
  ],
  ['AgentOther_Bulletin', { bulletindata: 'New prices' }, { type: 'bulletin', text: 'New prices' }],
  ['AgentOther_Bulletin', 'New prices', { type: 'bulletin', text: 'New prices' }],
  ['AgentOther_Bulletin', null, { type: 'bulletin' }],
  [
    'AgentEvent_SuccTransResult',
    { result: '0', callId: '14-1' },
    { type: 'transfer-result', callId: '14-1', succeeded: true },
  ],
  [
    'AgentEvent_SuccTransResult',
    { result: 3, callId: '14-1' },
    { type: 'transfer-result', callId: '14-1', succeeded: false },
  ],
  ['AgentEvent_SuccTransResult', '14-1', { type: 'transfer-result', callId: '14-1', succeeded: false }],
  ['AgentEvent_ReturnFromIvr', '14-1', { type: 'return-from-ivr', callId: '14-1' }],
  [
    'AgentEvent_Customer_Release',
    { callid: '14-1', number: 138 },
    { type: 'customer-release', callId: '14-1', number: '138' },
  ],
])('%s with %j', (eventType, content, expected) => {
  expect(parseEvent({ eventType, workNo: '6002', content }).fact).toEqual(expected)
})

test('a watched agent without a number is dropped, and named', () => {
  expect(parseEvent({ eventType: 'QC_AgentState_Notify', content: null })).toMatchObject({ fact: null })
})
