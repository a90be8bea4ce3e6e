import { expect, test } from 'vitest'
import { calling, inConversation } from '../support/calls.ts'
import { signedIn, stageCentre } from '../support/stage.ts'

test('a ringing call is described before it is answered', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const call = await calling(centre)

  const { result } = await client.ask('GET', '/calldata/6001/callinfobeforeanswer')

  expect(result).toMatchObject({
    callid: call.id,
    callfeature: 0,
    caller: '13800000001',
    called: '4001',
    callskill: 'Support',
    callskillid: 1,
    begintime: null,
    trunkNo: 65_535,
  })
})

test('the last call is the current one only for those who do not mind', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const call = await inConversation(centre, client)
  call.hangUp()

  expect((await client.ask('GET', '/calldata/6001/callinfo')).result).toMatchObject({ callid: call.id })
  expect((await client.ask('GET', '/calldata/6001/callinfo?isNoContainLastCall=true')).result).toBeNull()
  expect((await client.ask('GET', `/calldata/6001/callinfobycallid/${call.id}`)).result).toMatchObject({
    endtime: expect.any(Number),
  })
})

test('associated data is what the call was made with', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  expect((await client.ask('GET', '/calldata/6001/appdata')).retcode).toBe('400-001')
  const next = centre.customer({ number: '13900000001' }).nextCall()

  await client.ask('PUT', '/voicecall/6001/callout', { called: '13900000001', callappdata: 'order=7' })
  const call = await next

  expect((await client.ask('GET', '/calldata/6001/appdata')).result).toBe('order=7')
  expect((await client.ask('GET', '/calldata/6001/allcallid')).result).toEqual([call.id])
  expect((await client.ask('GET', '/calldata/6001/holdlist')).retcode).toBe('400-003')
})

test('the directory knows agents, queues and who waits', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  await client.ask('POST', '/onlineagent/6001/saybusy')
  const call = centre.customer({ number: '13800000001' }).callQueue('销售')
  await centre.journal.until(() => call.state === 'queued', 'queued')
  const result = async (path: string) => (await client.ask('GET', path)).result

  expect(await result('/agentgroup/6001/onlineagentonvdn')).toMatchObject([
    { workno: '6001', name: 'Alice Meyer', status: 3, ctiStatus: 7, phonenumber: '67470001' },
    { workno: '6006' },
    { workno: '6008' },
  ])
  expect(await result('/agentgroup/6001/allagentstatus')).toHaveLength(8)
  expect(await result('/agentgroup/6001/idleagent')).toEqual([])
  expect(await result('/queuedevice/6001/agentvdnskill')).toMatchObject([
    { id: 1, mediatype: 5 },
    { id: 2, name: '销售' },
    { id: 11, mediatype: 53 },
    { id: 12 },
  ])
  expect(await result('/queuedevice/6001/skillwaitnum/2')).toBe(1)
  expect(await result('/onlineagent/6001/agentskills')).toMatchObject([
    { name: 'Support', id: 1, mediatype: 5 },
    { id: 2 },
    { id: 11, mediatype: 53 },
    { id: 12 },
  ])
})

test('muting has an answer and no event, and only the right states', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const ask = async (operation: string) => (await client.ask('POST', `/voicecall/6001/${operation}`)).retcode
  expect([await ask('beginmute'), await ask('endmute')]).toEqual(['200-003', '200-007'])
  await inConversation(centre, client)
  client.since()

  expect([await ask('endmute'), await ask('beginmute'), await ask('beginmute')]).toEqual(['200-008', '0', '200-004'])
  expect(centre.agent('6001').call?.muted).toBe(true)
  expect(await ask('endmute')).toBe('0')

  await client.settled()
  expect(client.since()).toEqual([])
})

test('nothing to answer, nothing to reject, nothing to release', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')

  expect((await client.ask('PUT', '/voicecall/6001/answer')).retcode).toBe('200-002')
  expect((await client.ask('POST', '/voicecall/6001/reject')).retcode).toBe('200-002')
  expect((await client.ask('DELETE', '/voicecall/6001/release')).retcode).toBe('200-017')
  expect((await client.ask('POST', '/voicecall/6001/dropcall/1-1')).retcode).toBe('200-017')
})

test('syncagentinfo empties the event queue', async () => {
  const { centre } = await stageCentre({ behaviour: { eventsWhileGone: 'kept' } })
  const client = await signedIn(centre, 'websocket')
  const call = await inConversation(centre, client)

  const { result } = await client.ask('POST', '/onlineagent/6001/syncagentinfo')

  expect(result).toMatchObject({
    callinfo: call.id,
    agentStateInfo: { workNo: '6001', state: 9, curCallId: call.id, callerNo: '13800000001', preBusy: false },
  })
})
