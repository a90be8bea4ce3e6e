import type { RTCIceTransport, RTCPeerConnection } from 'werift'
import type { Report } from '../report.ts'

/** Applies an offer; if it restarts ICE (RFC 8445 section 9), what is returned begins the new checks. */
async function takeOffer(peer: RTCPeerConnection, sdp: string, report: Report): Promise<() => void> {
  const before = peer.iceTransports.map((transport) => ({
    transport,
    generation: transport.connection.generation,
    candidates: transport.connection.localCandidates,
  }))
  await peer.setRemoteDescription({ type: 'offer', sdp })
  const restarted = before.filter(({ transport, generation }) => transport.connection.generation !== generation)
  // werift keeps its sockets on a restart but forgets to name them again, and never checks the new pairs by itself.
  for (const { transport, candidates } of restarted) transport.connection.localCandidates = candidates
  return () => {
    for (const { transport } of restarted) begin(transport)
  }

  function begin(transport: RTCIceTransport): void {
    transport.start().catch((error) => report('ICE did not restart', error))
  }
}

/**
 * An offer from another place before there was a way to the first one. A browser would only restart ICE; werift waits
 * for the first one all the same.
 */
function comesFromElsewhere({ remoteDescription, connectionState }: RTCPeerConnection, sdp: string): boolean {
  const ufrag = (text = '') => /^a=ice-ufrag:(\S+)/m.exec(text)?.[1]
  const isNew = remoteDescription !== undefined && ufrag(remoteDescription.sdp) !== ufrag(sdp)
  return isNew && connectionState !== 'connected'
}

/** The connection of one end, and its answers. */
export function createEnd(open: () => RTCPeerConnection, report: Report) {
  let peer = open()

  function startOver(): void {
    peer.close().catch((error) => report('Closing the first connection', error))
    peer = open()
  }

  return {
    get peer() {
      return peer
    },
    async answer(sdp: string): Promise<string> {
      if (comesFromElsewhere(peer, sdp)) startOver()
      // werift as DTLS client waits 100 ms before it begins; so they are to begin (RFC 5763 section 5).
      for (const transport of peer.dtlsTransports) if (transport.role === 'auto') transport.role = 'server'
      const finishRestart = await takeOffer(peer, sdp, report)
      await peer.setLocalDescription(await peer.createAnswer())
      finishRestart()
      return peer.localDescription?.sdp ?? ''
    },
  }
}
