import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Program } from '#contract'
import { bearerOf, type Gate, isProblem } from './answer.ts'
import { isOwnHost } from './guard.ts'
import type { ToldEvent } from './told.ts'

export const PATH = '/v1/events'
/** Offered by pages, which can send no header: with it goes `earshot.bearer.<token>`. */
const PROTOCOL = 'earshot.v1'
/** A program that reads nothing is not waited for. */
const MOST_WAITING_BYTES = 1_000_000
const MOST_SOCKETS = 8
const TRY_AGAIN_LATER = 1013

export interface LocalEvents {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void
  tell(events: readonly ToldEvent[]): void
  /** Of programs that are there no more. */
  keepOnly(ids: ReadonlySet<string>): void
  close(): void
}

/** The socket of events: what happens here, to every program that may read it. */
export function createLocalEvents(gate: Gate): LocalEvents {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 1_024,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  })
  const open = new Map<WebSocket, string>()
  const welcome = (socket: WebSocket, { id }: Program) => {
    open.set(socket, id)
    socket.once('close', () => open.delete(socket))
    // A frame that is no frame, or too long: `ws` closes the socket by itself.
    socket.on('error', () => socket.terminate())
  }
  return {
    upgrade: (request, socket, head, port) => {
      const program = admitted(gate, request, port)
      if (typeof program === 'number') return refuse(socket, program)
      const theirs = [...open.values()].filter((id) => id === program.id)
      if (theirs.length >= MOST_SOCKETS) return refuse(socket, 429)
      server.handleUpgrade(request, socket, head, (ready) => welcome(ready, program))
    },
    tell: (events) => {
      const texts = events.map((event) => JSON.stringify({ message: '', retcode: '0', event }))
      for (const socket of open.keys()) for (const text of texts) tellOne(socket, text)
    },
    keepOnly: (ids) => {
      for (const [socket, id] of open) if (!ids.has(id)) socket.terminate()
    },
    close: () => {
      for (const socket of open.keys()) socket.terminate()
      server.close()
    },
  }
}

/** The program, or the status that it is refused with. */
function admitted(gate: Gate, { headers, url }: IncomingMessage, port: number): Program | number {
  if (!isOwnHost(headers.host, port)) return 421
  if (url?.split('?')[0] !== PATH) return 404
  const program = gate.admit(tokenOf(headers), headers.origin)
  if (isProblem(program)) return program.status
  return program.scopes.includes('read') ? program : 403
}

function tokenOf(headers: IncomingMessage['headers']): string | null {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((word) => word.trim())
  const named = offered.find((word) => word.startsWith('earshot.bearer.'))
  return named ? bearerOf(`Bearer ${named.slice('earshot.bearer.'.length)}`) : bearerOf(headers.authorization)
}

function tellOne(socket: WebSocket, text: string): void {
  if (socket.bufferedAmount > MOST_WAITING_BYTES) socket.close(TRY_AGAIN_LATER)
  else socket.send(text)
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
