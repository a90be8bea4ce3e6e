import type { Socket } from './transport.ts'

/** A browser's socket speaking SIP (RFC 7118 section 4). */
export function openWebSocket(url: string): Socket {
  const web = new WebSocket(url, 'sip')
  web.binaryType = 'arraybuffer'
  const socket: Socket = {
    onopen: null,
    onclose: null,
    onmessage: null,
    send: (text) => web.send(text),
    close: () => web.close(),
  }
  web.onopen = () => socket.onopen?.()
  web.onclose = () => socket.onclose?.()
  web.onmessage = ({ data }) => socket.onmessage?.({ data })
  return socket
}
