import type { AddressInfo, Server, Socket } from 'node:net'
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

export function listen(server: Server, doors: Doors, port: number): Promise<OpenServer> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      resolve({ port: (server.address() as AddressInfo).port, stop: () => stop(server, doors) })
    })
  })
}

/** Upgraded connections are no longer the server's, so they are ended by hand. */
function stop(server: Server, doors: Doors): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    for (const socket of doors.sockets) socket.destroy()
  })
}
