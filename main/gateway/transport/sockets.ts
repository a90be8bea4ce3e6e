import http from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import { openSocket, type Target } from './open-socket.ts'

type Done = (error: Error | null, socket?: Duplex) => void

/** `destroy` also ends attempts under way. */
export interface Sockets {
  readonly agent: http.Agent
  destroy(): void
}

/**
 * An HTTP agent over our own sockets. Idle ones are taken in turn, oldest first, so that the poll warms both and an
 * `answer` finds one open; TCP asks after the peer each second, so that a poll notices a dead network in about ten.
 */
export function createSockets(target: Target): Sockets {
  const options = { keepAlive: true, keepAliveMsecs: 1_000, maxSockets: 4, scheduling: 'fifo' } as const
  const agent = target.secureContext ? new https.Agent(options) : new http.Agent(options)
  const given = new AbortController()
  agent.createConnection = (_options, callback) => {
    const done = callback as Done | undefined
    openSocket(target, given.signal).then(
      (socket) => done?.(null, socket.setKeepAlive(true, 1_000)),
      (error: Error) => done?.(error),
    )
    return undefined
  }
  return {
    agent,
    destroy() {
      given.abort()
      agent.destroy()
    },
  }
}
