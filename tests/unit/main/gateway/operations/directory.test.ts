import { expect, test } from 'vitest'
import type { Operation } from '#main/gateway/gateway.ts'
import {
  accessCodes,
  allAgents,
  ivrs,
  onlineAgents,
  vdnQueues,
  waitingInQueue,
} from '#main/gateway/operations/directory.ts'

test.each<[Operation<unknown>, string]>([
  [allAgents(), '/agentgroup/{agentId}/allagentstatus'],
  [onlineAgents(), '/agentgroup/{agentId}/onlineagentonvdn'],
  [vdnQueues(), '/queuedevice/{agentId}/agentvdnskill'],
  [accessCodes(), '/queuedevice/{agentId}/innoinfo'],
  [ivrs(), '/queuedevice/{agentId}/ivrinfo'],
  [waitingInQueue('1;2'), '/queuedevice/{agentId}/skillwaitnum/1%3B2'],
])('query %#: %s, and no command waits for it', (operation, path) => {
  expect(operation).toMatchObject({ method: 'GET', path, besideCommands: true })
})

test('an agent is read however the platform types it', () => {
  const told = {
    workno: 6002,
    name: ' 王芳 ',
    status: '7',
    ctiStatus: '4',
    currentstatetime: '30',
    logindate: 1,
    extra: {},
  }

  expect(allAgents().read([told, { name: 'nobody' }, 'rubbish', { workNo: '6003' }])).toEqual([
    { workNumber: '6002', name: '王芳', state: 7, ctiState: 4, stateTime: 30, signedInAt: 1 },
    { workNumber: '6003', name: '6003' },
  ])
  expect(allAgents().read('rubbish')).toEqual([])
})

test('queues for chats are left out, since no call can be sent there', () => {
  expect(
    vdnQueues().read([{ id: 1, name: 'Support', mediatype: 5 }, { id: 2, name: 'Web', mediatype: 51 }, {}]),
  ).toEqual([{ id: '1', name: 'Support' }])
})

test('access codes and IVRs are what is dialled, and their description', () => {
  expect(accessCodes().read([{ id: 1, inno: '4001', description: 'Support' }])).toEqual([
    { code: '4001', name: 'Support' },
  ])
  expect(ivrs().read([{ id: 1, access: 9001, description: '' }, { id: 2 }])).toEqual([{ code: '9001', name: '9001' }])
})

test.each([
  [3, 3],
  ['3', 3],
  [{ waitnum: '4' }, 4],
  [{ count: 0 }, 0],
  ['many', null],
  [undefined, null],
])('a waiting count of %j is %j', (result, count) => {
  expect(waitingInQueue('1').read(result)).toBe(count)
})
