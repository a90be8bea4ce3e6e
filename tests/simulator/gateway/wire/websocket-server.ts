import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { addressOf } from '../../address.ts'
import type { ServerCertificate } from '../../tls/certificates.ts'
import type { Gateway, Wire } from '../gateway.ts'
import { serve } from '../serve.ts'
import { detach } from '../session/seat.ts'
import { type Doors, gateDoor, listen, type OpenServer } from './door.ts'
import { parseFrame, writeReply } from './frame.ts'

/** spec/ccgateway.md 5.3 [inferred]; a gateway that serves this serves nothing else (1). */
const path = /^\/agentgateway\/websocket\/(\d{3,6})$/
const largestFrame = 1_048_576

export async function serveWebSocket(
  gateway: Gateway,
  tls: ServerCertificate,
  doors: Doors,
  port: number,
): Promise<OpenServer> {
  const server = createServer({ ...tls }, (_request, response) => response.writeHead(404).end())
  const sockets = new WebSocketServer({ noServer: true, autoPong: false, maxPayload: largestFrame })
  server.on('upgrade', (request, socket, head) => {
    // From here on the connection is nobody's but ours, and so is its loss.
    socket.on('error', (error) => note(gateway, path.exec(pathOf(request))?.[1] ?? '', 'error', error.message))
    if (doors.deaf || !admitUpgrade(gateway, request, socket)) return
    sockets.handleUpgrade(request, socket, head, (websocket) => {
      const agent = path.exec(pathOf(request))?.[1] ?? ''
      accept(gateway, doors, websocket, agent, socket)
    })
  })
  gateDoor(server, doors)
  return listen(server, doors, port)
}

function pathOf(request: IncomingMessage): string {
  return addressOf(request.url)?.pathname ?? ''
}

function admitUpgrade(gateway: Gateway, request: IncomingMessage, socket: Duplex): boolean {
  const agent = path.exec(pathOf(request))?.[1]
  const effect = agent === undefined ? null : gateway.faults.take('connect', agent, 'websocket')
  if (agent === undefined) refuse(socket, 404, 'Not Found')
  else if (effect?.do === 'text') refuse(socket, effect.status ?? 503, 'Service Unavailable', effect.text)
  else if (effect?.do === 'destroy' || effect?.do === 'close') socket.destroy()
  else if (effect === null) return true
  // Anything else: never answered.
  return false
}

function refuse(socket: Duplex, status: number, reason: string, body = ''): void {
  const length = Buffer.byteLength(body)
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: text/html\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${body}`,
  )
}

function accept(gateway: Gateway, doors: Doors, websocket: WebSocket, agent: string, socket: Duplex): void {
  const wire = createWire(websocket, agent, socket)
  doors.wires.add(wire)
  note(gateway, agent, 'open')
  websocket.on('ping', (payload) => websocket.pong(payload))
  websocket.on('message', (raw) => onText(gateway, wire, raw.toString()))
  // A frame that breaks RFC 6455 ends the connection by itself.
  websocket.on('error', (error) => note(gateway, agent, 'error', error.message))
  websocket.on('close', (code) => {
    doors.wires.delete(wire)
    detach(gateway, wire)
    note(gateway, agent, 'close', { code })
  })
}

function createWire(websocket: WebSocket, agent: string, socket: Duplex): Wire {
  let deaf = false
  return {
    agent,
    send: (text) => {
      const open = !deaf && websocket.readyState === websocket.OPEN
      if (open) websocket.send(text)
      return open
    },
    // A black hole sends no close frame either.
    close: () => {
      if (!deaf) websocket.close(1000)
    },
    destroy: () => socket.destroy(),
    setDeaf: (wanted) => {
      deaf = wanted
      if (wanted) websocket.pause()
      else websocket.resume()
    },
  }
}

function note(gateway: Gateway, agent: string, name: string, detail: unknown = null): void {
  gateway.platform.journal.add({ plane: 'gateway', direction: 'in', agent, kind: 'connection', name, detail })
}

function onText(gateway: Gateway, wire: Wire, text: string): void {
  const frame = parseFrame(text, wire)
  if ('malformed' in frame) {
    note(gateway, wire.agent, 'malformed', frame.seen)
    wire.send(JSON.stringify(frame.malformed))
  } else {
    serve(gateway, frame.request, (reply) => writeReply(wire, frame.id, reply))
  }
}
