import { request } from 'node:http'
import { expect, test } from 'vitest'
import { ALL, ask, CRM, listen } from '#support/local-interface.ts'

test('a program drives a call from its ring to its end', async () => {
  const { port, token, acts, becomes } = await listen()
  const mine = token()
  expect(await ask(port, { path: '/v1/state', token: mine })).toMatchObject({
    status: 200,
    body: { agent: { workNo: '6001', state: 'idle' }, calls: [{ id: 'call-1', phase: 'ringing' }] },
  })
  expect(await ask(port, { method: 'POST', path: '/v1/calls/call-1/answer', token: mine })).toMatchObject({
    status: 202,
  })
  expect(acts.onCall).toHaveBeenCalledExactlyOnceWith('answer', 'call-1')
  expect(await ask(port, { method: 'POST', path: '/v1/calls/call-1/hold', token: mine })).toMatchObject({
    status: 409,
    body: { title: 'not-possible-now' },
  })
  expect(await ask(port, { method: 'POST', path: '/v1/calls/gone/answer', token: mine })).toMatchObject({ status: 404 })
  becomes({ calls: { list: [], missed: [] } })
  expect(await ask(port, { method: 'POST', path: '/v1/calls', token: mine, body: '{"number":"10086"}' })).toMatchObject(
    {
      status: 202,
    },
  )
  expect(acts.dial).toHaveBeenCalledExactlyOnceWith('10086', 'CRM')
})

test('the platform’s own code comes with its refusal', async () => {
  const { port, token } = await listen()
  const answer = await ask(port, { method: 'PUT', path: '/v1/agent/state', token: token(), body: '{"state":"busy"}' })
  expect(answer).toMatchObject({ status: 409, body: { title: 'refused', retcode: '100-014' } })
})

test('it listens on the loopback address alone', async () => {
  const { port } = await listen()
  await expect(
    new Promise((resolve, reject) => {
      const socket = request({ host: '127.0.0.2', port, path: '/' }, resolve)
      socket.on('error', reject)
      socket.end()
    }),
  ).rejects.toThrow('ECONNREFUSED')
})

test('without a token, with a wrong one, and with one that was revoked nobody comes in', async () => {
  const { port, token, programs } = await listen()
  expect(await ask(port, { path: '/v1/state' })).toMatchObject({ status: 401, body: { title: 'unknown-token' } })
  expect(await ask(port, { path: '/v1/state', token: 'x'.repeat(43) })).toMatchObject({ status: 401 })
  const mine = token()
  expect(await ask(port, { path: '/v1/state', token: mine })).toMatchObject({ status: 200 })
  for (const { id } of programs.list()) programs.revoke(id)
  expect(await ask(port, { path: '/v1/state', token: mine })).toMatchObject({ status: 401 })
})

test('the token itself is kept nowhere', async () => {
  const { token, kept } = await listen()
  const mine = token()
  expect(JSON.stringify(kept())).not.toContain(mine)
})

test('whoever tries tokens is soon not listened to', async () => {
  const { port, wait } = await listen()
  const tries = await Promise.all(
    Array.from({ length: 30 }, () => ask(port, { path: '/v1/state', token: 'y'.repeat(43) })),
  )
  expect(tries.filter(({ status }) => status === 401)).toHaveLength(10)
  expect(tries.filter(({ status }) => status === 429)).toHaveLength(20)
  wait(60_000)
  expect(await ask(port, { path: '/v1/state', token: 'y'.repeat(43) })).toMatchObject({ status: 401 })
})

test('a program that asks too often waits', async () => {
  const { port, token } = await listen()
  const mine = token()
  const all = await Promise.all(Array.from({ length: 60 }, () => ask(port, { path: '/v1/state', token: mine })))
  expect(all.filter(({ status }) => status === 200)).toHaveLength(40)
  expect(all.find(({ status }) => status === 429)?.headers['retry-after']).toBe('1')
})

test.each([
  ['GET', '/v1/state', 'read', undefined],
  ['POST', '/v1/calls', 'dial', '{"number":"1"}'],
  ['POST', '/v1/calls/call-1/answer', 'calls', undefined],
  ['PUT', '/v1/agent/state', 'agent', '{"state":"idle"}'],
] as const)('%s %s needs the scope %s', async (method, path, scope, body) => {
  const { port, token, acts } = await listen()
  const others = ALL.filter((one) => one !== scope)
  const answer = await ask(port, { method, path, token: token(others), ...(body !== undefined && { body }) })
  expect(answer).toMatchObject({ status: 403, body: { title: 'scope-missing' } })
  expect(acts.dial).not.toHaveBeenCalled()
  expect(acts.onCall).not.toHaveBeenCalled()
})

test('DNS rebinding: another name for this address is refused before anything else', async () => {
  const { port, token } = await listen()
  const headers = { host: `evil.example:${port}` }
  expect(await ask(port, { path: '/v1/state', token: token(), headers })).toMatchObject({ status: 421 })
  expect(await ask(port, { path: '/openapi.json', headers })).toMatchObject({ status: 421 })
})

test('a page uses a token only from an origin of that token’s', async () => {
  const { port, token } = await listen()
  const mine = token(ALL, [CRM])
  const from = (origin: string) => ask(port, { path: '/v1/state', token: mine, headers: { origin } })
  const answer = await from(CRM)
  expect(answer).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': CRM } })
  const stranger = await from('https://evil.example')
  expect(stranger).toMatchObject({ status: 403, body: { title: 'origin-not-allowed' } })
  expect(stranger.headers).not.toHaveProperty('access-control-allow-origin')
  expect(await from('null')).toMatchObject({ status: 403 })
})

test('a browser’s question before a request is answered to known origins only', async () => {
  const { port, token } = await listen()
  token(ALL, [CRM])
  const preflight = (origin: string) => ask(port, { method: 'OPTIONS', path: '/v1/calls', headers: { origin } })
  expect(await preflight(CRM)).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': CRM } })
  expect(await preflight('https://evil.example')).toMatchObject({ status: 403 })
})

test.each([
  ['a form', { body: 'number=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
  ['no JSON', { body: '{' }, 400],
  ['another shape', { body: '{"number":"1","also":1}' }, 400],
  ['a number that is none', { body: '{"number":"10086<script>"}' }, 400],
  ['too much', { body: JSON.stringify({ number: '1'.repeat(20_000) }) }, 413],
])('%s is refused in words', async (_, given, status) => {
  const { port, token, acts } = await listen()
  const answer = await ask(port, { method: 'POST', path: '/v1/calls', token: token(), ...given })
  expect(answer).toMatchObject({ status, headers: { 'content-type': 'application/problem+json' } })
  expect(acts.dial).not.toHaveBeenCalled()
})

test.each([
  ['GET', '/v1/nothing', 404],
  ['DELETE', '/v1/state', 405],
  ['GET', '/v1/../v1/state', 404],
  ['GET', '//v1/state', 404],
])('%s %s is %d', async (method, path, status) => {
  const { port, token } = await listen()
  expect(await ask(port, { method, path, token: token() })).toMatchObject({ status })
})

test('what the interface is, is told to whoever asks, in OpenAPI and AsyncAPI', async () => {
  const { port } = await listen()
  const { body } = await ask(port, { path: '/openapi.json' })
  expect(body).toMatchObject({ openapi: '3.1.0', paths: { '/v1/calls/{id}/hang-up': { post: {} } } })
  expect(await ask(port, { path: '/asyncapi.json' })).toMatchObject({ body: { asyncapi: '3.0.0' } })
})
