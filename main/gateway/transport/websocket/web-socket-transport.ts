import type { IncomingMessage } from 'node:http'
import type { SecureContext } from 'node:tls'
import { WebSocket } from 'ws'
import type { GatewayFailure, GatewayResult } from '../../gateway.ts'
import { targetOf } from '../open-socket.ts'
import { createSockets, type Sockets } from '../sockets.ts'
import type { Connection, ConnectOptions, Transport } from '../transport.ts'
import { codeOf, failureOf } from '../trust.ts'
import { overWebSocket, type WebSocketParts } from './web-socket-connection.ts'

/** Twice the period at which it would be missed (spec/ccgateway.md 3.6, 5.3). */
const handshakeMs = 30_000

const maxFrameBytes = 4 * 1024 * 1024
export const againMs = 700
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
    async connect(options) {
      const url = new URL(parts.url.replace(agentIdPlace, encodeURIComponent(options.agentId)))
      const patience = { againMs: options.insist ? againMs : null, timeoutMs: options.timeoutMs }
      const sockets = createSockets(targetOf(url, parts.secureContext), patience)
      const opened = await open(url, sockets, parts, options)
      if (!opened.ok) sockets.destroy()
      return opened
    },
  }
}

function open(
  url: URL,
  { agent }: Sockets,
  parts: WebSocketTransportParts,
  options: ConnectOptions,
): Promise<GatewayResult<Connection>> {
  const cookie = parts.credential.cookies.header()
  const socket = new WebSocket(url, {
    agent,
    perMessageDeflate: false,
    maxPayload: maxFrameBytes,
    ...(cookie && { headers: { cookie } }),
  })
  return new Promise((resolve) => {
    let settled = false
    const settle = (result: GatewayResult<Connection>, why = 'open') => {
      if (settled) return
      settled = true
      clearTimeout(limit)
      if (!result.ok) parts.log.warn('WebSocket not opened', { failure: result.failure.kind, why })
      resolve(result)
      if (!result.ok) socket.terminate()
    }
    const fail = (failure: GatewayFailure, why: string) => settle({ ok: false, failure }, why)
    const limit = setTimeout(() => fail({ kind: 'not-connected' }, 'silent'), options.timeoutMs)
    // Stays for the socket's whole life: after the opening an error is followed by `close`, which is what counts.
    socket.on('error', (error) => fail(failureOf(error, false), codeOf(error)))
    socket.once('upgrade', (response) => parts.credential.cookies.keep(response.headers['set-cookie']))
    socket.once('unexpected-response', (_request, response) =>
      fail(refusedUpgrade(response), `status ${response.statusCode}`),
    )
    socket.once('open', () => settle({ ok: true, value: overWebSocket(socket, parts, options.listeners) }))
  })
}

/** 502 to 504: a proxy whose gateway is down. Anything else is a server that has no such WebSocket. */
function refusedUpgrade({ statusCode = 0 }: IncomingMessage): GatewayFailure {
  return { kind: statusCode >= 502 && statusCode <= 504 ? 'not-connected' : 'garbled' }
}
