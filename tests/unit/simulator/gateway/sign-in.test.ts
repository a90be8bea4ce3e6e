import { expect, test } from 'vitest'
import { connect, form, signedIn, signIn, stageCentre, transports } from '../support/stage.ts'
import { openWebSocket } from '../support/websocket-client.ts'

test.each(transports)('a sign-in answers who it is, and its events follow, over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await connect(centre, transport)

  const answer = await signIn(centre, client)
  await client.settled()

  expect(answer).toMatchObject({
    retcode: '0',
    result: { vdnid: 1, workno: '6001', mediatype: 'TTF', isForceChange: 'false', serverName: 'AgentGateway' },
  })
  expect(client.guid).toMatch(/^[0-9a-f-]{36}\.AgentGateway0$/)
  expect(client.events.map(({ eventType }) => eventType)).toEqual(['AgentOther_InService', 'AgentState_Ready'])
  expect(client.events[0]).toMatchObject({ workNo: '6001', content: null })
})

test.each([
  [3, ['AgentState_SetNotReady_Success'], 'busy'],
  [4, [], 'idle'],
  [5, ['AgentState_Work'], 'wrap-up'],
] as const)('status %i leads to its state', async (status, more, state) => {
  const { centre } = await stageCentre()
  const client = await connect(centre, 'websocket')

  await signIn(centre, client, '6001', { status })
  await client.settled()

  expect(client.events.map(({ eventType }) => eventType)).toEqual(['AgentOther_InService', 'AgentState_Ready', ...more])
  expect(centre.agent('6001').state).toBe(state)
})

test.each([
  ['a wrong password', '6001', { password: 'wrong' }, '100-004'],
  ['no password', '6001', { password: undefined }, '100-001'],
  ['a wrong agent type', '6001', { agenttype: 7 }, '100-012'],
  ['a state there is not', '6001', { status: 9 }, '100-011'],
  ['an address that is none', '6001', { ip: '::1' }, '100-016'],
  ['a softphone number of letters', '6001', { phonenum: 'bob' }, '100-013'],
  ['a softphone number of another site', '6001', { phonenum: '67480001' }, '100-014'],
  ['an agent without a number of this site', '6005', {}, '100-014'],
  ['an agent who may not be forced out', '6006', {}, '100-015'],
  ['a locked account', '6007', {}, '110-016'],
  ['an agent signed in elsewhere', '6008', {}, '100-002'],
])('%s is refused', async (_what, agent, changes, retcode) => {
  const { centre } = await stageCentre()
  const client = await connect(centre, 'websocket', agent)

  expect((await signIn(centre, client, agent, changes)).retcode).toBe(retcode)
})

test('a work number of nobody is refused as a wrong password is', async () => {
  const { centre } = await stageCentre()
  const client = await connect(centre, 'websocket', '7777')

  const answer = await client.ask('PUT', '/onlineagent/7777', form(centre, '6001'))

  expect(answer.retcode).toBe('100-004')
})

test('a full licence is told in words', async () => {
  const { centre } = await stageCentre()
  centre.behaviour.licenceFull = true
  const client = await connect(centre, 'websocket')

  const answer = await signIn(centre, client)

  expect(answer.message).toBe('The number of login agents has exceeded that permitted for this VDN.')
  expect(answer.retcode).not.toBe('0')
})

test.each(transports)('a forced sign-in takes over from elsewhere over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await connect(centre, transport, '6008')

  const answer = await client.ask('PUT', '/onlineagent/6008/forcelogin', form(centre, '6008'))

  expect(answer.retcode).toBe('0')
  expect(centre.agent('6008').state).toBe('idle')
})

test('one who may not be forced is not', async () => {
  const { centre } = await stageCentre()
  const client = await connect(centre, 'websocket', '6006')

  const answer = await client.ask('PUT', '/onlineagent/6006/forcelogin', form(centre, '6006'))

  expect(answer.retcode).toBe('100-015')
})

test('a poll session taken over is told by its poll and by every answer', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'poll')

  centre.agent('6001').signInElsewhere()
  await client.settled()

  const answer = await client.ask('GET', '/onlineagent/6001/agentstatus')
  expect(answer.retcode).toBe('100-006')
})

test('a WebSocket session taken over is told, and its socket closed', async () => {
  const { centre } = await stageCentre()
  const client = await openWebSocket(centre, '6001')
  await signIn(centre, client)

  centre.agent('6001').signInElsewhere()
  await client.over

  expect(client.frames.at(-1)).toContain('100-006')
  const again = await openWebSocket(centre, '6001')
  again.guid = client.guid
  expect((await again.ask('PUT', '/onlineagent/6001/updateGuid')).retcode).toBe('100-006')
  expect((await signIn(centre, again)).retcode).toBe('100-002')
  await again.close()
})

test.each(transports)('an inspector signs an agent out over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, transport)

  expect(centre.agent('6001').forceSignOut()).toBe('0')
  await client.over

  expect(client.since()).toEqual(['AgentOther_ShutdownService'])
  expect(centre.agent('6001').state).toBe('signed-out')
})

test('a client that says nothing for too long is signed out', async () => {
  const { centre } = await stageCentre({ timeouts: { maxTimeMs: 40 } })
  const client = await signedIn(centre, 'websocket')

  await centre.agent('6001').becomes('signed-out')

  expect(client.since()).toEqual([])
})

test('polling alone keeps an agent signed in', async () => {
  const { centre } = await stageCentre({ timeouts: { maxTimeMs: 200, pollHoldMs: 20 } })
  const client = await signedIn(centre, 'poll')

  for (let polls = 0; polls < 15; polls += 1) await client.settled()

  expect(centre.agent('6001').signedIn).toBe(true)
})
