import { expect, test } from 'vitest'
import { openPoll } from '../support/poll-client.ts'
import { connect, form, signedIn, signIn, stageCentre, transports } from '../support/stage.ts'
import { openWebSocket } from '../support/websocket-client.ts'

const status = '/onlineagent/6001/agentstatus'

test('a poll brings the next GUID, and the one before counts for a while', async () => {
  const { centre } = await stageCentre({ timeouts: { guidIntervalMs: 40 } })
  const client = await signedIn(centre, 'poll')
  const first = client.guid

  while (client.guid === first) await client.settled()

  const old = await openPoll(centre, '6001')
  old.guid = first
  expect((await old.ask('GET', status)).retcode).toBe('0')
  expect((await client.ask('GET', status)).retcode).toBe('0')
})

test('an old GUID expires', async () => {
  const { centre } = await stageCentre({ timeouts: { guidIntervalMs: 40, guidTimeoutMs: 120 } })
  const client = await signedIn(centre, 'poll')
  const old = await openPoll(centre, '6001')
  old.guid = client.guid

  let answer = await old.ask('GET', status)
  while (answer.retcode === '0') {
    await client.settled()
    answer = await old.ask('GET', status)
  }

  expect(answer.retcode).toBe('000-003')
  expect((await client.ask('GET', status)).retcode).toBe('0')
})

test('with AUTHMODE 1 the first GUID is the only one', async () => {
  const { centre } = await stageCentre({
    behaviour: { authMode: 1 },
    timeouts: { guidIntervalMs: 1, guidTimeoutMs: 1 },
  })
  const client = await signedIn(centre, 'poll')
  const first = client.guid

  await client.settled()

  expect(client.guid).toBe(first)
  expect((await client.ask('GET', status)).retcode).toBe('0')
})

test('on a socket the handshake brings it', async () => {
  const { centre } = await stageCentre({ timeouts: { guidIntervalMs: 0 } })
  const client = await signedIn(centre, 'websocket')
  const first = client.guid

  expect((await client.ask('POST', '/onlineagent/6001/handshake')).retcode).toBe('0')

  expect(client.guid).not.toBe(first)
})

test('a new socket with the GUID carries the session on, with the events from there', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')
  const again = await openWebSocket(centre, '6001')
  again.guid = client.guid

  const answer = await again.ask('PUT', '/onlineagent/6001/updateGuid')
  await again.ask('POST', '/onlineagent/6001/saybusy')
  await again.settled()
  await client.over

  expect(answer).toMatchObject({ retcode: '0', result: { guid: expect.stringMatching(/\.AgentGateway1$/) } })
  expect(again.events.map(({ eventType }) => eventType)).toEqual(['AgentState_SetNotReady_Success'])
  await again.close()
})

test.each([
  ['lost', []],
  ['kept', ['AgentState_SetNotReady_Success']],
] as const)('events without a socket are %s', async (eventsWhileGone, expected) => {
  const { centre } = await stageCentre({ behaviour: { eventsWhileGone } })
  const client = await signedIn(centre, 'websocket')
  await client.close()
  await centre.journal.waitFor(({ kind, name }) => kind === 'connection' && name === 'close')
  centre.agent('6001').forceBusy()

  const again = await openWebSocket(centre, '6001')
  again.guid = client.guid
  await again.settled()
  await again.settled()

  expect(again.events.map(({ eventType }) => eventType)).toEqual(expected)
  await again.close()
})

test.each(transports)('without a session, or with a foreign GUID, nothing is done over %s', async (transport) => {
  const { centre } = await stageCentre()
  const client = await connect(centre, transport)
  expect((await client.ask('POST', '/onlineagent/6001/sayfree')).retcode).toBe('100-006')

  await signIn(centre, client)
  client.guid = 'made-up.AgentGateway0'

  expect((await client.ask('POST', '/onlineagent/6001/sayfree')).retcode).toBe('000-003')
})

test('cookies are set, and asked for where a test wants it', async () => {
  const { centre } = await stageCentre()
  const client = await openPoll(centre, '6001')
  const answer = await client.fetch('PUT', '/onlineagent/6001', form(centre, '6001'))
  expect(answer.headers['set-cookie']?.[0]).toMatch(/^AGWROUTE=.+; Path=\/agentgateway; Secure; HttpOnly$/)

  centre.behaviour.checkCookies = true
  expect((await client.ask('GET', status)).retcode).toBe('0')
  client.cookie = null
  expect((await client.ask('GET', status)).retcode).toBe('100-006')
  await client.close()
})

test('a session of one transport is no session of the other', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'websocket')

  expect((await client.ask('GET', '/agentevent/6001')).retcode).toBe('000-001')
})
