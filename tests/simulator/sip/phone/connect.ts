import { WebSocket } from 'ws'

/** A socket to the SIP side, whose certificate the simulator made itself. */
export async function connect(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, 'sip', { rejectUnauthorized: false })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return socket
}
