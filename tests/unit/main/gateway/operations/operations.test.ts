import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Operation } from '#main/gateway/gateway.ts'
import * as state from '#main/gateway/operations/agent-state.ts'
import * as data from '#main/gateway/operations/call-data.ts'
import { callInside, callOut, consult } from '#main/gateway/operations/call-out.ts'
import * as directory from '#main/gateway/operations/directory.ts'
import * as recording from '#main/gateway/operations/recording.ts'
import * as session from '#main/gateway/operations/session.ts'
import * as transfer from '#main/gateway/operations/transfer.ts'
import * as voice from '#main/gateway/operations/voice-call.ts'

const profile = { url: 'https://gateway/agentgateway', transport: 'websocket' } as const
const input = { workNumber: '6002', password: 'p', softphoneNumber: '67470002', status: 3 } as const

test.each<[Operation<unknown>, string]>([
  [state.sayFree(), 'POST /onlineagent/{agentId}/sayfree'],
  [state.sayBusy(), 'POST /onlineagent/{agentId}/saybusy'],
  [state.sayBusy(200), 'POST /onlineagent/{agentId}/saybusy?reason=200'],
  [state.sayBusy(201, true), 'POST /onlineagent/{agentId}/saybusy?reason=201&prolong=true'],
  [state.cancelBusy(), 'POST /onlineagent/{agentId}/cancelbusy'],
  [state.rest(600), 'POST /onlineagent/{agentId}/rest/600/0'],
  [state.rest(600, 7, true), 'POST /onlineagent/{agentId}/rest/600/7?prolong=true'],
  [state.rest(0.2), 'POST /onlineagent/{agentId}/rest/1/0'],
  [state.rest(1e9), 'POST /onlineagent/{agentId}/rest/86399/0'],
  [state.cancelRest(), 'POST /onlineagent/{agentId}/cancelrest'],
  [state.work(), 'POST /onlineagent/{agentId}/work'],
  [state.cancelWork(), 'POST /onlineagent/{agentId}/cancelwork'],
  [state.agentStatus(), 'GET /onlineagent/{agentId}/agentstatus'],
  [state.restReasons(), 'GET /agentgroup/{agentId}/restreason'],
  [voice.answer(), 'PUT /voicecall/{agentId}/answer'],
  [voice.answer('14-1'), 'PUT /voicecall/{agentId}/answer?callid=14-1'],
  [voice.reject('14-1', 'requeue'), 'POST /voicecall/{agentId}/reject {"callid":"14-1","mode":1}'],
  [voice.reject(undefined, 'release'), 'POST /voicecall/{agentId}/reject {"mode":2}'],
  [voice.release(), 'DELETE /voicecall/{agentId}/release'],
  [voice.dropCall('14/1'), 'POST /voicecall/{agentId}/dropcall/14%2F1'],
  [voice.beginMute(), 'POST /voicecall/{agentId}/beginmute'],
  [voice.endMute(), 'POST /voicecall/{agentId}/endmute'],
  [callOut({ number: '+8613' }), 'PUT /voicecall/{agentId}/callout {"called":"008613"}'],
  [callOut({ number: '138' }), 'PUT /voicecall/{agentId}/callout {"called":"138"}'],
  [
    callOut({ number: '138', caller: '8621', queueId: 1, associatedData: 'x' }),
    'PUT /voicecall/{agentId}/callout {"called":"138","caller":"8621","skillid":1,"callappdata":"x"}',
  ],
  [callInside({ to: { kind: 'agent', address: '6003' } }), 'PUT /voicecall/{agentId}/callinner {"called":"6003"}'],
  [callInside({ to: { kind: 'queue', address: '7' } }), 'PUT /voicecall/{agentId}/callinnerskill {"skillid":7}'],
  [
    consult({ to: { kind: 'agent', address: '6003' }, mode: 'two-party' }),
    'POST /voicecall/{agentId}/innerhelp {"dstaddress":"6003","devicetype":2,"mode":1}',
  ],
  [
    consult({ to: { kind: 'queue', address: '7' }, mode: 'three-party', holdCustomer: false, associatedData: 'x' }),
    'POST /voicecall/{agentId}/innerhelp {"dstaddress":"7","devicetype":1,"mode":2,"callappdata":"x","holdflag":false}',
  ],
  [voice.hold(), 'POST /voicecall/{agentId}/hold'],
  [voice.retrieve('14-1'), 'POST /voicecall/{agentId}/gethold?callid=14-1'],
  [voice.swap('14-1'), 'POST /voicecall/{agentId}/connecthold/14-1'],
  [voice.sendKeys('1#*'), 'POST /voicecall/{agentId}/seconddialex?number=1%23*'],
  [voice.disconnect('6003'), 'POST /voicecall/{agentId}/disconnect/6003'],
  [voice.pickUp('6003'), 'PUT /voicecall/{agentId}/snatchpickup?destWorkNo=6003'],
  [
    transfer.transfer({ to: { kind: 'ivr', address: '9001' }, mode: 1, caller: '1', associatedData: 'x' }),
    'POST /voicecall/{agentId}/transfer {"devicetype":3,"address":"9001","mode":1,"callappdata":"x"}',
  ],
  [
    transfer.transfer({ to: { kind: 'outside', address: '021' }, mode: 4, caller: '1', holdCustomer: false }),
    'POST /voicecall/{agentId}/transfer {"devicetype":5,"address":"021","mode":4,"caller":"1","holdflag":false}',
  ],
  [transfer.cancelTransfer(), 'POST /voicecall/{agentId}/canceltransfer'],
  [transfer.joinHeld('14-1'), 'POST /voicecall/{agentId}/confjoin {"callid":"14-1"}'],
  [recording.startRecording(), 'PUT /recordplay/{agentId}/recordwithoutfilename'],
  [recording.stopRecording(), 'DELETE /recordplay/{agentId}/stoprecord'],
  [recording.pauseRecording(), 'POST /recordplay/{agentId}/pauserecord'],
  [recording.resumeRecording(), 'POST /recordplay/{agentId}/resumerecord'],
  [data.allCallIds(), 'GET /calldata/{agentId}/allcallid'],
  [
    data.setCallData('14-1', 'x'),
    'PUT /calldata/{agentId}/setcalldataex {"callid":"14-1","calldata":"x","isDataEncoded":false}',
  ],
  [data.callInfoBeforeAnswer(), 'GET /calldata/{agentId}/callinfobeforeanswer'],
  [data.callInfo(), 'GET /calldata/{agentId}/callinfo?isNoContainLastCall=true'],
  [data.callInfoByCallId('14-1'), 'GET /calldata/{agentId}/callinfobycallid/14-1'],
  [data.appData('14-1'), 'GET /calldata/{agentId}/appdata?isEncodeResult=false&callId=14-1'],
  [directory.onlineAgents(), 'GET /agentgroup/{agentId}/onlineagentonvdn'],
  [directory.idleAgents(), 'GET /agentgroup/{agentId}/idleagent'],
  [session.signOut(false), 'DELETE /onlineagent/{agentId}/logout'],
  [session.signOut(true), 'DELETE /onlineagent/{agentId}/forcelogout'],
  [session.updateGuid(), 'PUT /onlineagent/{agentId}/updateGuid'],
  [session.handshake(), 'POST /onlineagent/{agentId}/handshake'],
  [session.resetSkill(), 'POST /onlineagent/{agentId}/resetskill/true'],
  [session.resetSkill([1, 2]), 'POST /onlineagent/{agentId}/resetskill/false?skillid=1%3B2'],
  [session.autoAnswer(true), 'POST /onlineagent/{agentId}/autoanswer/true'],
  [session.autoEnterIdle(false), 'POST /onlineagent/{agentId}/autoenteridle/false'],
  [session.agentSkills(), 'GET /onlineagent/{agentId}/agentskills'],
])('operation %#: %s', (operation, expected) => {
  const body = operation.body === undefined ? '' : ` ${JSON.stringify(operation.body)}`

  expect(`${operation.method} ${operation.path}${body}`).toBe(expected)
})

test('a sign-in says how the site answers, wraps up and keeps its lines', () => {
  expect(session.signIn(input, profile, false)).toMatchObject({
    method: 'PUT',
    path: '/onlineagent/{agentId}',
    body: {
      password: 'p',
      phonenum: '67470002',
      autoanswer: false,
      autoenteridle: false,
      releasephone: true,
      status: 3,
    },
  })
  const other = { ...profile, autoAnswer: true, wrapUp: false, alwaysOffHook: true }
  expect(session.signIn(input, other, true)).toMatchObject({
    path: '/onlineagent/{agentId}/forcelogin',
    body: { autoanswer: true, autoenteridle: true, releasephone: false },
  })
  expect(session.signIn({ ...input, autoAnswer: false, autoIdle: false }, other, true)).toMatchObject({
    body: { autoanswer: false, autoenteridle: false },
  })
})

test('a skill may come with the limit of its wrap-up', () => {
  const told = [
    { id: 1, name: 'Support', maxAgentWrapupTime: '30' },
    { id: 2, name: 'Sales', maxAgentWrapupTime: 0 },
  ]

  expect(session.agentSkills().read(told)).toEqual([
    { id: 1, name: 'Support', wrapUpSeconds: 30 },
    { id: 2, name: 'Sales' },
  ])
})

test.each([
  [{ mediatype: 'TTF', isForceChange: 'true', timeRemaining: '9', loginTime: '7' }, true, true, 9],
  [{ mediatype: 'FTF', isForceChange: false, timeRemaining: '' }, false, false, undefined],
  [null, false, false, undefined],
])('a sign-in is read from %j', (result, voiceAgent, mustChangePassword, passwordDaysLeft) => {
  const read = session.signIn(input, profile, false).read(result)

  expect(read.voice).toBe(voiceAgent)
  expect(read.mustChangePassword).toBe(mustChangePassword)
  expect(read.passwordDaysLeft).toBe(passwordDaysLeft)
})

test.each([
  [{ agentState: 4, isWorking: false }, 'idle', false],
  [{ agentState: '3' }, 'busy', false],
  [{ agentState: 5 }, 'wrap-up', false],
  [{ agentState: 6 }, 'idle', false],
  [{ agentState: '7', isWorking: 'true' }, 'talking', true],
  [{ agentState: 8 }, 'rest', false],
  [{ agentState: 9, isWorking: true }, 'talking', true],
  [{ agentState: 9, isWorking: 0 }, 'rest', false],
  [{ agentState: 99 }, 'unknown', false],
  [null, 'unknown', false],
])('the state of %j is %s', (result, expected, inCall) => {
  expect(state.agentStatus().read(result)).toEqual({ state: expected, inCall })
})

test('a call is read with numbers as strings and its empty fields left out', () => {
  const wire = { callid: '14-1', caller: 138, called: '10086', callskill: 'voice', callskillid: '3', callfeature: '0' }

  expect(data.callInfo().read({ ...wire, calldata: '', begintime: '1476070413000', endtime: null })).toEqual({
    callId: '14-1',
    caller: '138',
    called: '10086',
    queue: 'voice',
    queueId: 3,
    feature: 0,
    answeredAt: 1_476_070_413_000,
  })
})

test.each([null, undefined, {}, [], 'x', { callid: '' }])('%j is no call', (result) => {
  expect(data.callInfo().read(result)).toBeNull()
})

test('lists leave out what cannot be read', () => {
  const rows = [{ workno: 156, name: '' }, { name: 'nobody' }, null, { workNo: '157', name: 'Li', status: '4' }]

  expect(directory.idleAgents().read(rows)).toEqual([
    { workNumber: '156', name: '156' },
    { workNumber: '157', name: 'Li', state: 4 },
  ])
  expect(session.agentSkills().read([{ id: '1', name: 'Support' }, { name: 'x' }, { id: 2 }])).toEqual([
    { id: 1, name: 'Support' },
    { id: 2, name: '2' },
  ])
  expect(state.restReasons().read([{ id: 1, name: 'Lunch' }, { restcause: '2', desc: 'Tea' }, {}])).toEqual([
    { id: 1, name: 'Lunch' },
    { id: 2, name: 'Tea' },
  ])
})

test('a call-out answers the call’s id, where there is one', () => {
  expect(callOut({ number: '138' }).read('14-1')).toBe('14-1')
  expect(callOut({ number: '138' }).read({})).toBeNull()
})

test('no result at all makes a reader throw', () => {
  const readers = [
    ...[state.agentStatus(), state.restReasons(), callOut({ number: '1' }), data.callInfo(), data.appData()],
    ...[directory.onlineAgents(), session.agentSkills(), session.updateGuid(), session.signIn(input, profile, false)],
  ]
  fc.assert(
    fc.property(fc.jsonValue(), (result) => {
      for (const { read } of readers) read(result)
    }),
  )
})
