import { randomUUID } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Log } from '../../../log/log.ts'
import type { Envelope } from '../../wire/envelope.ts'
import type { FrameCodec } from '../../wire/frame-codec.ts'
import type { Credential } from '../credential.ts'
import type { Connection, ConnectionListeners, Loss, WireRequest } from '../transport.ts'
import { createHeart } from './heart.ts'
import { createOutstanding, type Outstanding } from './outstanding.ts'

export interface WebSocketParts {
  readonly codec: FrameCodec
  readonly credential: Credential
  readonly log: Log
  readonly now: () => number
}

/** The status of a close frame that never came (RFC 6455, 7.1.5). */
const abnormalClosure = 1006

/** How long the peer may take to answer our close frame. */
const goodbyeMs = 1_000

/** An open socket as a connection: requests and answers, events, and the watch over its life. */
export function overWebSocket(socket: WebSocket, parts: WebSocketParts, listeners: ConnectionListeners): Connection {
  const outstanding = createOutstanding()
  const heart = createHeart({ ping: () => ping(socket), onDead: () => end('silent'), now: parts.now })
  let over = false

  const end = (loss: Loss | null) => {
    if (over) return
    over = true
    heart.stop()
    outstanding.lose()
    if (loss === null) sayGoodbye(socket)
    else socket.terminate()
    if (loss !== null) listeners.onLost(loss)
  }
  const receive = (frame: string) => {
    heart.beat()
    if (!over) take(parts.codec.decode(frame), parts, outstanding, listeners)
  }
  socket.on('message', (frame: Buffer) => receive(frame.toString()))
  socket.on('pong', heart.beat)
  socket.on('ping', heart.beat)
  socket.on('close', (code: number) => end(code === abnormalClosure ? 'broken' : 'closed'))
  return {
    request: (request) => send(socket, request, parts, outstanding),
    listen: () => undefined,
    check: heart.check,
    close: () => end(null),
  }
}

function ping(socket: WebSocket): void {
  if (socket.readyState === socket.OPEN) socket.ping()
}

function sayGoodbye(socket: WebSocket): void {
  socket.close(1000)
  setTimeout(() => socket.terminate(), goodbyeMs).unref()
}

function send(socket: WebSocket, request: WireRequest, parts: WebSocketParts, outstanding: Outstanding) {
  if (socket.readyState !== socket.OPEN) {
    return Promise.resolve({ ok: false, failure: { kind: 'not-connected' } } as const)
  }
  const { method, path, body, timeoutMs } = request
  const id = randomUUID()
  const answer = outstanding.add(id, timeoutMs)
  const guid = parts.credential.guid()
  socket.send(parts.codec.encode({ id, method, path, guid, ...(body !== undefined && { body }) }), (error) => {
    if (error) outstanding.fail(id, { kind: 'no-answer' })
  })
  return answer
}

/** Events are told; what is not an event answers a request; a refusal nobody asked for is about the session. */
function take(
  envelope: Envelope | null,
  { credential, log }: WebSocketParts,
  outstanding: Outstanding,
  listeners: ConnectionListeners,
): void {
  if (!envelope) {
    log.warn('Frame from the gateway not understood')
    return
  }
  credential.adopt(envelope.guid)
  const { events, id, retcode } = envelope
  if (events.length > 0) listeners.onEvents(events)
  if (events.length > 0 && id === undefined) return
  if (outstanding.settle(envelope) || events.length > 0) return
  if (id !== undefined) log.info('Answer from the gateway came too late', { retcode })
  else if (retcode !== '0') listeners.onRefused(retcode)
}
