import type { IncomingMessage } from 'node:http'
import type { SecureContext } from 'node:tls'
import { WebSocket } from 'ws'
import type { GatewayFailure, GatewayResult } from '../../gateway.ts'
import { insist } from '../insist.ts'
import { targetOf } from '../open-socket.ts'
import { createSockets, type Sockets } from '../sockets.ts'
import type { Connection, ConnectionListeners, Transport } from '../transport.ts'
import { codeOf, failureOf } from '../trust.ts'
import { overWebSocket, type WebSocketParts } from './web-socket-connection.ts'

/** spec/ccgateway.md 3.6, 5.3. */
const handshakeMs = 30_000

const maxFrameBytes = 4 * 1024 * 1024
const agentIdPlace = /\{agentId\}|%7BagentId%7D/gi

export interface WebSocketTransportParts extends WebSocketParts {
  /** May hold `{agentId}`. */
  readonly url: string
  readonly secureContext: SecureContext
}

/** Everything over one socket, commands and events; nothing is polled (5.3, inferred). */
export function createWebSocketTransport(parts: WebSocketTransportParts): Transport {
  return {
    handshakeMs,
    async connect({ agentId, listeners, ...patience }) {
      const url = new URL(parts.url.replace(agentIdPlace, encodeURIComponent(agentId)))
      const target = targetOf(url, parts.secureContext)
      return insist((given) => open(url, createSockets(target), parts, listeners, given), patience)
    },
  }
}

type Opened = GatewayResult<Connection>

function open(
  url: URL,
  sockets: Sockets,
  parts: WebSocketTransportParts,
  listeners: ConnectionListeners,
  given: AbortSignal,
): Promise<Opened> {
  const cookie = parts.credential.cookies.header()
  const socket = new WebSocket(url, {
    agent: sockets.agent,
    perMessageDeflate: false,
    maxPayload: maxFrameBytes,
    ...(cookie && { headers: { cookie } }),
  })
  return new Promise<Opened>((resolve) => {
    let connection: Connection | null = null
    let failed = false
    const fail = (failure: GatewayFailure, why: string) => {
      if (failed) return
      failed = true
      if (!given.aborted) parts.log.warn('WebSocket not opened', { failure: failure.kind, why })
      resolve({ ok: false, failure })
      drop(socket, sockets)
    }
    // Once it is open an error is followed by `close`, which is what counts.
    socket.on('error', (error) => connection ?? fail(failureOf(error, false), codeOf(error)))
    socket.once('upgrade', (response) => parts.credential.cookies.keep(response.headers['set-cookie']))
    socket.once('unexpected-response', (_request, response) =>
      fail(refusedUpgrade(response), `status ${response.statusCode}`),
    )
    socket.once('open', () => {
      connection = overWebSocket(socket, parts, listeners)
      resolve({ ok: true, value: connection })
    })
    given.addEventListener('abort', () => (connection ? connection.close() : drop(socket, sockets)))
  })
}

function drop(socket: WebSocket, sockets: Sockets): void {
  sockets.destroy()
  socket.terminate()
}

/** 502 to 504: a proxy whose gateway is down. Anything else is a server that has no such WebSocket. */
function refusedUpgrade({ statusCode = 0 }: IncomingMessage): GatewayFailure {
  return { kind: statusCode >= 502 && statusCode <= 504 ? 'not-connected' : 'garbled' }
}
