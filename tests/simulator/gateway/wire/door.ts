import type { Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { Wire } from '../gateway.ts'

/** Everything connected to the gateways, and whether more may come. */
export interface Doors {
  readonly wires: Set<Wire>
  readonly sockets: Set<Socket>
  /** New connections are reset as soon as they come. */
  shut: boolean
  /** Nothing is heard on any connection, and nothing said. */
  deaf: boolean
}

export interface OpenServer {
  readonly port: number
  stop(): Promise<void>
}

export function createDoors(): Doors {
  return { wires: new Set(), sockets: new Set(), shut: false, deaf: false }
}

export function gateDoor(server: Server, doors: Doors): void {
  server.on('connection', (socket: Socket) => {
    if (doors.shut) {
      socket.resetAndDestroy()
      return
    }
    doors.sockets.add(socket)
    socket.on('close', () => doors.sockets.delete(socket))
  })
}

export function listen(server: Server, port: number): Promise<OpenServer> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve({ port: (server.address() as AddressInfo).port, stop: () => stop(server) })
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
