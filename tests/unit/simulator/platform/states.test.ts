import { expect, test } from 'vitest'
import { inConversation } from '../support/calls.ts'
import { signedIn, stageCentre, transports } from '../support/stage.ts'

/** spec/ccgateway.md 6: the way into a state, and the way out of it. */
const ways = [
  ['saybusy', 'AgentState_SetNotReady_Success', 'busy', 'cancelbusy', 'AgentState_CancelNotReady_Success'],
  ['saybusy?reason=201', 'AgentState_SetNotReady_Success', 'busy', 'sayfree', 'AgentState_CancelNotReady_Success'],
  ['rest/600/202', 'AgentState_SetRest_Success', 'rest', 'cancelrest', 'AgentState_CancelRest_Success'],
  ['rest/600/0', 'AgentState_SetRest_Success', 'rest', 'sayfree', 'AgentState_CancelRest_Success'],
  ['work', 'AgentState_SetWork_Success', 'wrap-up', 'cancelwork', 'AgentState_CancelWork_Success'],
  ['work', 'AgentState_SetWork_Success', 'wrap-up', 'sayfree', 'AgentState_CancelWork_Success'],
] as const

test.each(ways)('%s tells %s; out of %s again by %s', async (into, event, state, out, eventOut) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')

  expect(await client.ask('POST', `/onlineagent/6001/${into}`)).toMatchObject({ retcode: '0', result: {} })
  await client.settled()
  expect(client.since()[0]).toBe(event)
  expect(centre.agent('6001').state).toBe(state)

  expect((await client.ask('POST', `/onlineagent/6001/${out}`)).retcode).toBe('0')
  await client.settled()
  expect(client.since()).toEqual([eventOut])
  expect(centre.agent('6001').state).toBe('idle')
})

test.each(transports)('the answer comes before the event it accepts, over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)

  await client.ask('POST', '/onlineagent/6001/saybusy?reason=201')
  await client.settled()

  const kinds = centre.journal.entries.filter(({ name }) => /sayBusy|SetNotReady/.test(name)).map(({ kind }) => kind)
  expect(kinds).toEqual(['request', 'response', 'event'])
  expect(client.events.at(-1)?.content).toEqual({ reason: '201' })
})

test.each([
  ['cancelbusy', '100-009'],
  ['cancelrest', '100-009'],
  ['cancelwork', '100-009'],
  ['saybusy?reason=7', '000-002'],
  ['saybusy?reason=many', '000-002'],
  ['rest/0/0', '000-002'],
  ['rest/86400/0', '000-002'],
  ['rest/10/256', '000-002'],
])('an idle agent cannot %s', async (path, retcode) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')

  expect((await client.ask('POST', `/onlineagent/6001/${path}`)).retcode).toBe(retcode)
})

test('who is busy already must say why and that it is to go on', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  await client.ask('POST', '/onlineagent/6001/saybusy?reason=201')

  expect((await client.ask('POST', '/onlineagent/6001/saybusy?reason=202')).retcode).toBe('000-002')
  expect((await client.ask('POST', '/onlineagent/6001/saybusy?reason=202&prolong=true')).retcode).toBe('0')

  expect(centre.agent('6001').reason).toBe(202)
})

test('the end of a rest is a reminder only', async () => {
  const { centre } = await stageCentre({ timeouts: { restSecondMs: 1 } })
  const client = await signedIn(centre, 'websocket')

  await client.ask('POST', '/onlineagent/6001/rest/5/0')
  await centre.journal.waitFor(({ name }) => name === 'AgentState_Rest_Timeout')

  expect(centre.agent('6001').state).toBe('rest')
})

test.each([
  ['saybusy?reason=203', 'AgentState_SetNotReady_Success', 3],
  ['rest/60/0', 'AgentState_SetRest_Success', 9],
])('%s during a call takes effect after it', async (path, event, agentState) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const call = await inConversation(centre, client)
  client.since()

  await client.ask('POST', `/onlineagent/6001/${path}`)
  const status = await client.ask('GET', '/onlineagent/6001/agentstatus')
  expect(client.since()).toEqual([])
  call.hangUp()
  await client.settled()

  expect(status.result).toEqual({ agentState: agentState === 9 ? 9 : 7, isWorking: true })
  expect(client.since().at(-1)).toBe(event)
})

test('what was asked for during a call can be taken back', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const call = await inConversation(centre, client)

  await client.ask('POST', '/onlineagent/6001/saybusy')
  expect((await client.ask('POST', '/onlineagent/6001/sayfree')).retcode).toBe('0')
  expect((await client.ask('POST', '/onlineagent/6001/sayfree')).retcode).toBe('100-009')
  call.hangUp()

  expect(centre.agent('6001').state).toBe('idle')
})

test('a queue may limit wrap-up', async () => {
  const queues = [{ id: 1, name: 'Support', accessCode: '4001', maxWrapUpMs: 20 }]
  const { centre } = await stageCentre({ queues })
  const client = await signedIn(centre, 'websocket', '6001', { autoenteridle: false })
  const call = await inConversation(centre, client)

  call.hangUp()
  expect(centre.agent('6001').state).toBe('wrap-up')

  await centre.agent('6001').becomes('idle')
})

test('an inspector makes agents busy and idle, in the words of either release', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')

  expect([centre.agent('6001').forceBusy(), centre.agent('6001').forceIdle()]).toEqual(['0', '0'])
  centre.behaviour.olderForceEvents = true
  expect([centre.agent('6001').forceBusy(), centre.agent('6001').forceIdle()]).toEqual(['0', '0'])
  await client.settled()

  expect(client.since()).toEqual([
    'AgentState_SetNotReady_Success',
    'AgentState_Ready',
    'AgentState_Force_SetNotReady',
    'AgentState_Force_Ready',
  ])
})
