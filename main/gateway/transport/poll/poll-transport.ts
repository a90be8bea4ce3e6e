import type { SecureContext } from 'node:tls'
import type { Log } from '../../../log/log.ts'
import type { GatewayResult } from '../../gateway.ts'
import type { Credential } from '../credential.ts'
import { insist } from '../insist.ts'
import { targetOf } from '../open-socket.ts'
import { createSockets, type Sockets } from '../sockets.ts'
import type { Connection, ConnectionListeners, Transport } from '../transport.ts'
import { exchange } from './http-exchange.ts'
import { poll } from './poll-loop.ts'
import { probe } from './probe.ts'

export interface PollTransportParts {
  readonly url: string
  readonly secureContext: SecureContext
  readonly credential: Credential
  readonly now: () => number
  readonly log: Log
}

/**
 * HTTPS with long poll, the documented way (spec/ccgateway.md 1 and 4). There is nothing to connect: the first
 * request shows whether the gateway is there, and a poll that fails that it is not any more. Only coming back is
 * probed for, because a request of the session must not be sent twice.
 */
export function createPollTransport(parts: PollTransportParts): Transport {
  const target = targetOf(new URL(parts.url), parts.secureContext)
  return {
    handshakeMs: null,
    async connect({ agentId, listeners, ...patience }) {
      const reached =
        patience.againMs === null
          ? ({ ok: true, value: createSockets(target) } as const)
          : await insist((given) => probe(parts.url, createSockets(target), given), patience)
      return reached.ok ? { ok: true, value: overPolls(parts, reached.value, agentId, listeners) } : reached
    },
  }
}

function overPolls(
  parts: PollTransportParts,
  sockets: Sockets,
  agentId: string,
  listeners: ConnectionListeners,
): Connection {
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
    listen: () => poll({ ...parts, agentId, send, listeners, isOver: () => over }).finally(() => end(true)),
    // A poll cannot be asked whether it still stands; a new connection can, and costs a few requests.
    check: () => end(true),
    close: () => end(false),
  }
}

function notConnected(): Promise<GatewayResult<never>> {
  return Promise.resolve({ ok: false, failure: { kind: 'not-connected' } })
}
