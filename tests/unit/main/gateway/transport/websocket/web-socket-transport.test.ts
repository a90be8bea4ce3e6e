import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { createCredential } from '#main/gateway/transport/credential.ts'
import { secureContextFor } from '#main/gateway/transport/trust.ts'
import { createWebSocketTransport } from '#main/gateway/transport/websocket/web-socket-transport.ts'
import { frameCodec } from '#main/gateway/wire/frame-codec.ts'
import type { CertificateKind } from '#simulator/tls/certificates.ts'
import { keepLog } from '../../support/collect.ts'
import { hearTransport } from '../../support/hear-transport.ts'
import { smallServer } from '../../support/small-server.ts'

const patience = { againMs: null, timeoutMs: 5_000 }

interface Frame {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly headers?: { readonly guid?: string }
  readonly body?: unknown
}

/** A WebSocket gateway of a few lines, and a transport that leads to it. */
async function start(options: { readonly kind?: CertificateKind; readonly trusting?: boolean } = {}) {
  const { server, port, ca } = await smallServer(options.kind)
  const gateway = new WebSocketServer({ server, path: '/agentgateway/websocket/6002' })
  onTestFinished(() => gateway.close())
  gateway.on('headers', (headers) => headers.push('Set-Cookie: route=node1; Path=/'))
  const sockets: WebSocket[] = []
  const cookies: (string | undefined)[] = []
  gateway.on('connection', (socket, request) => {
    sockets.push(socket)
    cookies.push(request.headers.cookie)
  })
  const credential = createCredential()
  const log = keepLog()
  const transport = createWebSocketTransport({
    url: `wss://localhost:${port}/agentgateway/websocket/{agentId}`,
    secureContext: secureContextFor(options.trusting === false ? undefined : ca),
    credential,
    codec: frameCodec,
    log,
    now: Date.now,
  })
  return { gateway, transport, credential, log, sockets, cookies }
}

async function connected(stage: Awaited<ReturnType<typeof start>>) {
  const heard = hearTransport()
  const opened = await stage.transport.connect({ agentId: '6002', listeners: heard.listeners, ...patience })
  if (!opened.ok) throw new Error(`not connected: ${opened.failure.kind}`)
  onTestFinished(() => opened.value.close())
  const socket = stage.sockets.at(-1)
  if (!socket) throw new Error('nobody came')
  return { connection: opened.value, heard, socket }
}

async function nextFrame(socket: WebSocket): Promise<Frame> {
  const [raw] = await once(socket, 'message')
  return JSON.parse(String(raw))
}

const query = { method: 'GET', path: '/onlineagent/6002/agentstatus', timeoutMs: 2_000 } as const

test('a request carries the newest credential, and its answer may bring a newer one', async () => {
  const stage = await start()
  const { connection, socket } = await connected(stage)
  stage.credential.adopt('first')

  const asked = connection.request({ ...query, method: 'PUT', body: { a: 1 } })
  const frame = await nextFrame(socket)
  socket.send(JSON.stringify({ id: frame.id, message: '', retcode: '0', result: { b: 2 }, guid: 'second' }))

  expect(frame).toMatchObject({ method: 'PUT', path: query.path, headers: { guid: 'first' }, body: { a: 1 } })
  expect(await asked).toMatchObject({ ok: true, value: { retcode: '0', result: { b: 2 } } })
  expect(stage.credential.guid()).toBe('second')
})

test('events come unasked, also between a request and its answer', async () => {
  const { connection, socket, heard } = await connected(await start())
  const event = { eventType: 'AgentState_Ready', workNo: '6002', content: null }

  const asked = connection.request(query)
  await nextFrame(socket)
  socket.send(JSON.stringify({ message: '', retcode: '0', event }))
  socket.send(JSON.stringify({ message: '', retcode: '100-009' }))

  expect(await asked).toMatchObject({ value: { retcode: '100-009' } })
  expect(heard.events).toEqual([event])
})

test('what is not a frame is one line in the log and costs nothing', async () => {
  const stage = await start()
  const { socket, heard } = await connected(stage)

  for (const rubbish of ['not json', '[1', '{}', '"x"', 'null']) socket.send(rubbish)
  socket.send(Buffer.from([0, 1, 2]))
  socket.send(JSON.stringify({ retcode: '0', event: { eventType: 'AgentState_Work' } }))

  await heard.until(1)
  expect(stage.log.lines).toHaveLength(6)
})

test('a refusal nobody asked for is about the session', async () => {
  const { socket, heard } = await connected(await start())

  socket.send(JSON.stringify({ message: '', retcode: '100-006' }))
  socket.close()

  expect(await heard.lost).toBe('closed')
  expect(heard.refused).toEqual(['100-006'])
})

test('a connection that breaks leaves its requests unanswered', async () => {
  const { connection, socket, heard } = await connected(await start())
  const asked = connection.request(query)
  await nextFrame(socket)

  socket.terminate()

  expect(await asked).toEqual({ ok: false, failure: { kind: 'no-answer' } })
  expect(await heard.lost).toBe('broken')
  expect(await connection.request(query)).toEqual({ ok: false, failure: { kind: 'not-connected' } })
})

test('a peer that says nothing any more is noticed', async () => {
  const { heard, socket } = await connected(await start())
  await once(socket, 'ping')

  socket.pause()

  expect(await heard.lost).toBe('silent')
})

test('a cookie of the upgrade is sent with the next one', async () => {
  const stage = await start()
  await connected(stage)
  await connected(stage)

  expect(stage.cookies).toEqual([undefined, 'route=node1'])
})

test('a server that has no such WebSocket is said to be so', async () => {
  const stage = await start()
  const { listeners } = hearTransport()

  const opened = await stage.transport.connect({ agentId: '1', listeners, ...patience })

  expect(opened).toEqual({ ok: false, failure: { kind: 'garbled' } })
})

test.each<CertificateKind>(['untrusted', 'expired', 'wrong-host'])(
  'a certificate that is %s is refused',
  async (kind) => {
    const { transport } = await start({ kind })
    const { listeners } = hearTransport()

    expect(await transport.connect({ agentId: '6002', listeners, ...patience })).toEqual({
      ok: false,
      failure: { kind: 'untrusted' },
    })
  },
)

test('the profile’s authority is what makes it trusted', async () => {
  const { transport } = await start({ trusting: false })
  const { listeners } = hearTransport()

  expect(await transport.connect({ agentId: '6002', listeners, ...patience })).toEqual({
    ok: false,
    failure: { kind: 'untrusted' },
  })
})

test('a coming back does not wait for an attempt that went into a dead network', async () => {
  const { server, port, ca } = await smallServer()
  const gateway = new WebSocketServer({ noServer: true })
  let upgrades = 0
  server.on('upgrade', (request, socket, head) => {
    upgrades += 1
    if (upgrades > 1) gateway.handleUpgrade(request, socket, head, () => undefined)
  })
  const transport = createWebSocketTransport({
    url: `wss://localhost:${port}/`,
    secureContext: secureContextFor(ca),
    credential: createCredential(),
    codec: frameCodec,
    log: keepLog(),
    now: Date.now,
  })
  const { listeners } = hearTransport()

  const opened = await transport.connect({ agentId: '6002', listeners, againMs: 50, timeoutMs: 5_000 })

  expect(opened.ok).toBe(true)
  if (opened.ok) opened.value.close()
})
