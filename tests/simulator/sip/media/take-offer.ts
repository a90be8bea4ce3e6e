import type { RTCIceTransport, RTCPeerConnection } from 'werift'
import type { Report } from '../report.ts'

/** Applies an offer; if it restarts ICE (RFC 8445 section 9), what is returned begins the new checks. */
export async function takeOffer(peer: RTCPeerConnection, sdp: string, report: Report): Promise<() => void> {
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
