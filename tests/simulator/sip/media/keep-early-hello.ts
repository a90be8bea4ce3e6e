import type { RTCDtlsTransport } from 'werift'

/**
 * Hands DTLS the ClientHello that came while ICE was not quite done. werift does not listen before, and a browser
 * sends it again only after 50 ms, which would be added to every answer.
 */
export function keepEarlyHello(transport: RTCDtlsTransport): void {
  const { connection } = transport.iceTransport
  let hello: Buffer | null = null
  const { unSubscribe } = connection.onData.subscribe((packet) => {
    hello = packet
  })
  transport.onStateChange.once(() => {
    unSubscribe()
    // The state changes just before the server is made, in the same turn.
    queueMicrotask(() => {
      if (hello) connection.onData.execute(hello)
    })
  })
}
