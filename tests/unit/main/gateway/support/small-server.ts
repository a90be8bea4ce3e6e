import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import {
  type Authority,
  type CertificateKind,
  createAuthority,
  createServerCertificate,
} from '#simulator/tls/certificates.ts'

export interface SmallServer {
  readonly server: Server
  readonly port: number
  readonly ca: string
  readonly sockets: Set<Socket>
}

let authority: Promise<Authority> | undefined

/** An HTTPS server of a few lines on loopback, gone when the test is. */
export async function smallServer(kind: CertificateKind = 'trusted'): Promise<SmallServer> {
  authority ??= createAuthority()
  const known = await authority
  const server = createServer({ ...(await createServerCertificate(known, kind)) })
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return { server, port: (server.address() as AddressInfo).port, ca: known.pem, sockets }
}
