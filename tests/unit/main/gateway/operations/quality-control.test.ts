import { expect, test } from 'vitest'
import type { Operation } from '#main/gateway/gateway.ts'
import { publishBulletin, sendNote } from '#main/gateway/operations/notes.ts'
import * as control from '#main/gateway/operations/quality-control.ts'
import { ownRight } from '#main/gateway/operations/rights.ts'

const root = '/qualitycontrol/{agentId}'

/** spec/ccgateway.md 7, 11 and 14. */
test.each<[Operation<unknown>, string]>([
  [control.listen('6001'), `PUT ${root}/addsupervise/6001`],
  [control.insert('6001'), `PUT ${root}/addinsert/6001`],
  [control.intercept('6001'), `PUT ${root}/intercept/6001`],
  [control.stopInspecting('6001'), `DELETE ${root}/6001`],
  [control.startWhisper('6001'), `POST ${root}/requestwhisperagent?whisperagentid=6001`],
  [control.stopWhisper('6001'), `POST ${root}/requeststopwhisperagent?whisperagentid=6001`],
  [control.switchTo('6001', 'listen'), `POST ${root}/requestswitchinsertwhisperagent?whisperagentid=6001&switchtype=0`],
  [control.switchTo('6001', 'barge'), `POST ${root}/requestswitchinsertwhisperagent?whisperagentid=6001&switchtype=1`],
  [
    control.switchTo('6001', 'whisper'),
    `POST ${root}/requestswitchinsertwhisperagent?whisperagentid=6001&switchtype=2`,
  ],
  [control.forceBusy('6001'), `POST ${root}/forcebusy/6001`],
  [control.forceIdle('6001'), `POST ${root}/forceidle/6001`],
  [control.forceSignOut('6001'), `POST ${root}/forcelogout/6001`],
  [control.forceRest('6001', 600, 201), `POST ${root}/forcerest/6001/600/201`],
  [control.forceDropCall('14-1'), `POST ${root}/forcedropcall/14-1`],
  [control.beginMonitor(['6001', '6002']), `POST ${root}/beginmonitor?agents=6001%2C6002`],
  [control.endMonitor(['6001']), `POST ${root}/endmonitor?agents=6001`],
  [control.monitoredAgents(), `GET ${root}/allagent`],
  [ownRight('iscensor'), 'GET /agentgroup/{agentId}/iscensor'],
  [
    sendNote(['6001', '6002'], 'hello'),
    'POST /onlineagent/{agentId}/sendnoteletex {"agentIds":[6001,6002],"content":"hello"}',
  ],
  [
    publishBulletin('queue', 'Support', 'x'),
    'POST /onlineagent/{agentId}/notifybulletin {"targettype":1,"targetname":"Support","bulletindata":"x"}',
  ],
])('operation %#: %s', (operation, expected) => {
  const body = operation.body === undefined ? '' : ` ${JSON.stringify(operation.body)}`
  expect(`${operation.method} ${operation.path}${body}`).toBe(expected)
})

test('a right is a boolean however it is written, and none where it cannot be read', () => {
  const { read } = ownRight('iscensor')
  expect([true, 'true', 1, 'false', 0, null, {}].map(read)).toEqual([true, true, true, false, false, false, false])
})

test('monitored agents are read as bare numbers or as agents', () => {
  const { read } = control.monitoredAgents()
  expect(read(['6001', 6002, { workno: '6003' }, {}])).toEqual(['6001', '6002', '6003'])
  expect(read(null)).toEqual([])
})
