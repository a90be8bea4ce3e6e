import { once } from 'node:events'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import type { Stage } from '../stage/stage.ts'

/** The benchmark's end of a bare socket. */
export interface SocketServer {
  readonly url: string
  /** The connection of whoever comes first. */
  readonly connected: Promise<Link>
}

export interface Arrival {
  readonly text: string
  /** Epoch milliseconds. */
  readonly at: number
}

export interface Link {
  send(text: string): void
  /** What came, in its order; nothing is lost between two questions. */
  next(): Promise<Arrival>
}

export async function serveSocket(stage: Stage, protocol?: string): Promise<SocketServer> {
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    ...(protocol !== undefined && { handleProtocols: () => protocol }),
  })
  stage.keep({
    close: async () => {
      for (const client of server.clients) client.terminate()
      await new Promise((resolve) => server.close(resolve))
    },
  })
  const connected = new Promise<Link>((resolve) => server.once('connection', (socket) => resolve(linkOf(socket))))
  await once(server, 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return { url: `ws://127.0.0.1:${port}`, connected }
}

function linkOf(socket: WebSocket): Link {
  const arrivals: Arrival[] = []
  let waiting: ((arrival: Arrival) => void) | undefined
  socket.on('message', (raw) => {
    const arrival = { text: String(raw), at: epochNow() }
    if (waiting === undefined) arrivals.push(arrival)
    else waiting(arrival)
    waiting = undefined
  })
  return {
    send: (text) => socket.send(text),
    next: () => {
      const first = arrivals.shift()
      if (first !== undefined) return Promise.resolve(first)
      return new Promise((resolve) => {
        waiting = resolve
      })
    },
  }
}
