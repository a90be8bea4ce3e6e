import type { SecureContext } from 'node:tls'
import type { GatewayResult } from '../../gateway.ts'
import type { Credential } from '../credential.ts'
import { targetOf } from '../open-socket.ts'
import { createSockets } from '../sockets.ts'
import type { Connection, ConnectOptions, Transport } from '../transport.ts'
import { againMs } from '../websocket/web-socket-transport.ts'
import { exchange } from './http-exchange.ts'
import { poll } from './poll-loop.ts'

export interface PollTransportParts {
  readonly url: string
  readonly secureContext: SecureContext
  readonly credential: Credential
  readonly now: () => number
}

/**
 * HTTPS with long poll, the documented way (spec/ccgateway.md 1 and 4). There is nothing to connect: the first
 * request shows whether the gateway is there, and a poll that fails that it is not any more.
 */
export function createPollTransport(parts: PollTransportParts): Transport {
  return {
    handshakeMs: null,
    connect: (options) => Promise.resolve({ ok: true, value: overPolls(parts, options) }),
  }
}

function overPolls(parts: PollTransportParts, options: ConnectOptions): Connection {
  const { listeners, insist, timeoutMs, agentId } = options
  const target = targetOf(new URL(parts.url), parts.secureContext)
  const sockets = createSockets(target, { againMs: insist ? againMs : null, timeoutMs })
  let over = false

  const end = (tell: boolean) => {
    if (over) return
    over = true
    sockets.destroy()
    if (tell) listeners.onLost('broken')
  }
  const send: Connection['request'] = (request) =>
    over ? notConnected() : exchange({ url: parts.url, agent: sockets.agent, credential: parts.credential }, request)
  return {
    request: send,
    listen: () => poll({ agentId, send, listeners, now: parts.now, isOver: () => over }).finally(() => end(true)),
    // A poll cannot be asked whether it still stands; a new connection can, and costs three requests.
    check: () => end(true),
    close: () => end(false),
  }
}

function notConnected(): Promise<GatewayResult<never>> {
  return Promise.resolve({ ok: false, failure: { kind: 'not-connected' } })
}
