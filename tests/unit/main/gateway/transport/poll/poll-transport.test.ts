import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { createCredential } from '#main/gateway/transport/credential.ts'
import { createPollTransport } from '#main/gateway/transport/poll/poll-transport.ts'
import { secureContextFor } from '#main/gateway/transport/trust.ts'
import type { CertificateKind } from '#simulator/tls/certificates.ts'
import { keepLog } from '../../support/collect.ts'
import { hearTransport } from '../../support/hear-transport.ts'
import { smallServer } from '../../support/small-server.ts'

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void

/** An HTTPS gateway of a few lines, and a connection to it. */
async function start(answer: Answer, kind?: CertificateKind) {
  const { server, port, ca, sockets } = await smallServer(kind)
  const seen: IncomingMessage[] = []
  server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
    seen.push(request)
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    answer(request, response, Buffer.concat(chunks).toString())
  })
  const credential = createCredential()
  const transport = createPollTransport({
    url: `https://localhost:${port}/agentgateway`,
    secureContext: secureContextFor(ca),
    credential,
    now: Date.now,
    log: keepLog(),
  })
  const heard = hearTransport()
  const opened = await transport.connect({
    agentId: '6002',
    listeners: heard.listeners,
    againMs: null,
    timeoutMs: 5_000,
  })
  if (!opened.ok) throw new Error('a poll needs no connecting')
  onTestFinished(() => opened.value.close())
  return { connection: opened.value, transport, credential, heard, seen, sockets }
}

const ok = JSON.stringify({ message: '', retcode: '0', result: { a: 1 } })
const query = { method: 'GET', path: '/onlineagent/6002/agentstatus', timeoutMs: 2_000 } as const

test('a request goes below the resource root, with type and length also when it is empty', async () => {
  const { connection, seen } = await start((_request, response) => response.end(ok))

  const result = await connection.request({ ...query, method: 'POST', path: '/voicecall/6002/hold?x=%23' })

  expect(result).toMatchObject({ ok: true, value: { retcode: '0', result: { a: 1 } } })
  expect(seen[0]?.url).toBe('/agentgateway/resource/voicecall/6002/hold?x=%23')
  expect(seen[0]?.headers).toMatchObject({ 'content-type': 'application/json; charset=UTF-8', 'content-length': '0' })
})

test('the credential and the cookies of any answer go with the next request', async () => {
  const { connection, seen } = await start((_request, response) => {
    response.setHeader('Set-GUID', `JSESSIONID=guid${seen.length}.AgentGateway0`)
    response.setHeader('Set-Cookie', ['route=node1; Path=/'])
    response.end(ok)
  })

  await connection.request({ ...query, method: 'PUT', body: { password: 'x' } })
  await connection.request(query)

  expect(seen[0]?.headers.guid).toBeUndefined()
  expect(seen[1]?.headers).toMatchObject({ guid: 'guid1.AgentGateway0', cookie: 'route=node1' })
})

test('the retcode decides, whatever the status', async () => {
  const { connection } = await start((_request, response) => {
    response.statusCode = 500
    response.end(JSON.stringify({ msg: 'no', retcode: '100-007' }))
  })

  expect(await connection.request(query)).toMatchObject({ ok: true, value: { retcode: '100-007', message: 'no' } })
})

test.each([
  [200, '<html>login</html>', 'garbled'],
  [404, '', 'garbled'],
  [502, '<html>Bad Gateway</html>', 'no-answer'],
])('a page (%i) is not an answer', async (status, page, kind) => {
  const { connection } = await start((_request, response) => {
    response.statusCode = status
    response.end(page)
  })

  expect(await connection.request(query)).toEqual({ ok: false, failure: { kind } })
})

test('events are polled one after the other, beside a command', async () => {
  const waiting: ServerResponse[] = []
  const { connection, heard, seen } = await start((request, response) => {
    if (!request.url?.includes('/agentevent/')) response.end(ok)
    else if (waiting.push(response) < 4) {
      response.end(JSON.stringify({ retcode: '0', event: { eventType: `Event${waiting.length}` } }))
    }
  })

  connection.listen()
  await heard.until(3)
  await connection.request(query)

  expect(heard.events).toEqual([{ eventType: 'Event1' }, { eventType: 'Event2' }, { eventType: 'Event3' }])
  expect(seen.filter(({ url }) => url?.includes('/agentevent/')).length).toBeLessThanOrEqual(4)
})

test('a poll that breaks is a lost connection', async () => {
  const { connection, heard, sockets } = await start(() => {
    for (const socket of sockets) socket.destroy()
  })

  connection.listen()

  expect(await heard.lost).toBe('broken')
  expect(await connection.request(query)).toEqual({ ok: false, failure: { kind: 'not-connected' } })
})

test('a request that is not answered in its time is unanswered', async () => {
  const { connection } = await start(() => undefined)

  const result = await connection.request({ ...query, timeoutMs: 300 })

  expect(result).toEqual({ ok: false, failure: { kind: 'no-answer' } })
})

test.each<CertificateKind>(['untrusted', 'expired', 'wrong-host'])(
  'a certificate that is %s is refused',
  async (kind) => {
    const { connection } = await start((_request, response) => response.end(ok), kind)

    expect(await connection.request(query)).toEqual({ ok: false, failure: { kind: 'untrusted' } })
  },
)

test('nobody there is nobody reached', async () => {
  const transport = createPollTransport({
    url: 'https://127.0.0.1:1/agentgateway',
    secureContext: secureContextFor(undefined),
    credential: createCredential(),
    now: Date.now,
    log: keepLog(),
  })
  const { listeners } = hearTransport()

  const first = await transport.connect({ agentId: '6002', listeners, againMs: null, timeoutMs: 1_000 })
  const again = await transport.connect({ agentId: '6002', listeners, againMs: 700, timeoutMs: 1_000 })

  expect(first.ok && (await first.value.request(query))).toEqual({ ok: false, failure: { kind: 'not-connected' } })
  expect(again).toEqual({ ok: false, failure: { kind: 'not-connected' } })
})

test('a coming back is probed with a request that is no command', async () => {
  const { transport, seen } = await start((_request, response) => {
    response.statusCode = 404
    response.end()
  })
  const { listeners } = hearTransport()

  const opened = await transport.connect({ agentId: '6002', listeners, againMs: 700, timeoutMs: 5_000 })

  expect(opened.ok).toBe(true)
  expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /agentgateway'])
  if (opened.ok) opened.value.close()
})
