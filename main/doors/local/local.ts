import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { explain } from '../../log/explain.ts'
import { type AnswerParts, createAnswer, createGate } from './answer.ts'
import { createLocalEvents, type LocalEvents } from './events.ts'
import { eventsBetween, type Seen } from './told.ts'

export interface LocalParts extends AnswerParts {
  readonly onChange: () => void
}

/** The interface for programs on this machine: HTTP and a WebSocket, on the loopback address alone. */
export interface Local {
  /** Null: not. Another port while it listens moves it there. */
  listen(port: number | null): void
  status(): { readonly port: number | null; readonly failed: boolean }
  /** Something is other than it was. */
  changed(): void
  programsChanged(): void
}

const ADDRESS = '127.0.0.1'
/** Whoever says nothing for so long has gone. */
const REQUEST_MS = 10_000

interface Listening {
  readonly server: Server
  readonly events: LocalEvents
}

export function createLocal(parts: LocalParts): Local {
  let wanted: number | null = null
  let listening: Listening | null = null
  let port: number | null = null
  let failed = false
  /** Asked for when it begins to listen: those who know are made after this. */
  let seen: Seen | null = null

  const became = (next: number | null, hasFailed: boolean) => {
    port = next
    failed = hasFailed
    parts.onChange()
  }
  const stop = () => {
    listening?.events.close()
    listening?.server.close()
    listening?.server.closeAllConnections()
    listening = null
  }
  const start = (at: number) => {
    const one = open(parts)
    seen = parts.acts.seen()
    listening = one
    one.server.once('error', (error) => {
      parts.log.warn('the local interface cannot listen', { port: at, error: explain(error) })
      if (listening === one) became(null, true)
    })
    one.server.listen(at, ADDRESS, () => {
      if (listening === one) became((one.server.address() as AddressInfo).port, false)
    })
  }
  return {
    listen: (next) => {
      if (next === wanted) return
      wanted = next
      stop()
      if (next === null) became(null, false)
      else start(next)
    },
    status: () => ({ port, failed }),
    changed: () => {
      const now = parts.acts.seen()
      if (listening !== null && seen !== null) listening.events.tell(eventsBetween(seen, now))
      seen = now
    },
    programsChanged: () => listening?.events.keepOnly(new Set(parts.programs.list().map(({ id }) => id))),
  }
}

function open(parts: LocalParts): Listening {
  const gate = createGate(parts)
  const answer = createAnswer(parts, gate)
  const events = createLocalEvents(gate)
  const portOf = () => (server.address() as AddressInfo).port
  const server = createServer({ requestTimeout: REQUEST_MS, maxHeaderSize: 8_192 }, (request, response) =>
    answer(request, response, portOf()),
  )
  server.on('upgrade', (request, socket, head) => events.upgrade(request, socket, head, portOf()))
  return { server, events }
}
