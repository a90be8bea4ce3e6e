import { request } from 'node:https'
import { expect, test } from 'vitest'
import WebSocket from 'ws'
import { openPoll } from '../support/poll-client.ts'
import { form, signedIn, signIn, stageCentre } from '../support/stage.ts'
import { openWebSocket } from '../support/websocket-client.ts'

test('a frame that is not one is answered, and nothing else happens', async () => {
  const { centre } = await stageCentre()
  const client = await openWebSocket(centre, '6001')

  client.socket.send('{')
  client.socket.send(JSON.stringify({ id: '7', method: 'FLY', path: '/x' }))
  await client.untilFrame((frames) => frames.length === 2)

  expect(JSON.parse(client.frames[0] ?? '')).toEqual({ retcode: '000-006', message: expect.any(String) })
  expect(JSON.parse(client.frames[1] ?? '')).toMatchObject({ id: '7', retcode: '000-006' })
  await client.close()
})

test('an unknown path is a page over HTTPS and a refusal on a socket; a wrong method is 405', async () => {
  const { centre } = await stageCentre()
  const poll = await openPoll(centre, '6001')
  const socket = await openWebSocket(centre, '6001')

  expect((await poll.fetch('GET', '/onlineagent/6001/fly')).status).toBe(404)
  expect((await poll.fetch('GET', '/onlineagent/6001/logout')).status).toBe(405)
  expect((await socket.ask('GET', '/onlineagent/6001/fly')).retcode).toBe('000-002')
  await socket.close()
})

test.each(['//[', '/%zz', 'fly', '/onlineagent/6001/%'])(
  'the path %j is answered as one there is not',
  async (path) => {
    const { centre } = await stageCentre()
    const socket = await openWebSocket(centre, '6001')
    const poll = await openPoll(centre, '6001')

    expect((await socket.ask('GET', path)).retcode).toMatch(/^000-00[26]$/)
    expect((await poll.fetch('GET', path)).status).toBe(404)
    await socket.close()
  },
)

test('a client that goes away while it speaks is nobody’s loss', async () => {
  const { centre } = await stageCentre()
  const url = `${centre.profile({ transport: 'poll' }).gateway?.url}/resource/onlineagent/6001`
  const outgoing = request(url, { method: 'PUT', ca: centre.ca, headers: { 'Content-Length': 100 } })
  outgoing.on('error', () => undefined)
  outgoing.write('{')
  await new Promise<void>((resolve) => outgoing.once('socket', (socket) => socket.once('secureConnect', resolve)))

  outgoing.flushHeaders()
  setImmediate(() => outgoing.destroy())

  await centre.journal.waitFor(({ kind, name }) => kind === 'connection' && name === 'error')
})

test('a body of another type is not read', async () => {
  const { centre } = await stageCentre()
  const url = `${centre.profile({ transport: 'poll' }).gateway?.url}/resource/onlineagent/6001`
  const status = await new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'PUT', ca: centre.ca }, (answer) => resolve(answer.statusCode))
    outgoing.on('error', reject)
    outgoing.end(JSON.stringify(form(centre, '6001')))
  })

  expect(status).toBe(415)
})

test('one gateway does not speak for the other', async () => {
  const { centre } = await stageCentre()
  const wrong = `wss://localhost:${centre.gatewayPorts.poll}/agentgateway/websocket/6001`
  const status = await new Promise((resolve) => {
    const socket = new WebSocket(wrong, { ca: centre.ca })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
  })

  expect(status).toBe(404)
})

test('one socket is one agent', async () => {
  const { centre } = await stageCentre()
  const client = await openWebSocket(centre, '6002')

  expect((await signIn(centre, client, '6001')).retcode).toBe('000-003')
  await client.close()
})

test('an empty poll is literally so', async () => {
  const { centre } = await stageCentre()
  const client = await signedIn(centre, 'poll')
  const other = await openPoll(centre, '6001')
  other.guid = client.guid

  const answers = [await other.fetch('GET', '/agentevent/6001'), await other.fetch('GET', '/agentevent/6001')]

  for (const { text } of answers) expect(text).toBe('{"message":"","retcode":"0"}')
})

test('what the signing-in body has as text is taken', async () => {
  const { centre } = await stageCentre()
  const client = await openWebSocket(centre, '6001')

  const answer = await signIn(centre, client, '6001', { status: '3', releasephone: 'true', agenttype: '4' })

  expect(answer.retcode).toBe('0')
  expect(centre.agent('6001').state).toBe('busy')
  await client.close()
})

test.each(['untrusted', 'expired', 'wrong-host'] as const)(
  'the profile does not trust an impostor: %s',
  async (kind) => {
    const { centre } = await stageCentre({ certificate: kind })

    await expect(openWebSocket(centre, '6001')).rejects.toThrow(/certificate|altnames|self-signed|expired/i)
  },
)
