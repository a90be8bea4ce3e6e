import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

export interface Listening {
  readonly port: number
  stop(): Promise<void>
}

/** Accepts WebSockets at `/ws` that speak the `sip` sub-protocol (RFC 7118 section 4), and no others. */
export async function listen(
  { tls, host, port }: { readonly tls: { key: string; cert: string }; readonly host: string; readonly port: number },
  onSocket: (socket: WebSocket) => void,
): Promise<Listening> {
  const https = createServer(tls)
  const sockets = new WebSocketServer({
    server: https,
    path: '/ws',
    verifyClient: ({ req }: { req: { headers: NodeJS.Dict<string | string[]> } }) =>
      `${req.headers['sec-websocket-protocol'] ?? ''}`.split(/\s*,\s*/).includes('sip'),
    handleProtocols: () => 'sip',
  })
  sockets.on('connection', onSocket)
  await new Promise<void>((resolve, reject) => {
    https.once('error', reject)
    // It tells of the server's errors once more, and one that nobody hears ends the process.
    sockets.on('error', reject)
    https.listen(port, host, resolve)
  })
  return {
    port: (https.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate()
        https.close(() => resolve())
        https.closeAllConnections()
      }),
  }
}
