import { waitForCandidates } from './candidates.ts'

const limitMs = 300

/** The addresses this machine has now, as ICE finds them: no page is told of them in another way. */
export async function ownAddresses(): Promise<ReadonlySet<string>> {
  const probe = new RTCPeerConnection()
  const found = new Set<string>()
  probe.createDataChannel('')
  probe.onicecandidate = ({ candidate }) => {
    if (candidate?.address) found.add(candidate.address)
  }
  try {
    await probe.setLocalDescription()
    await waitForCandidates(probe, { enough: () => false, settleMs: 0, limitMs })
  } finally {
    probe.close()
  }
  return found
}

/** Where our side of a path begins; a candidate that somebody else has seen names its base (RFC 8839 section 5.1). */
export function baseOf(local: Pick<RTCIceCandidate, 'type' | 'address' | 'relatedAddress'>): string | null {
  const base = local.type === 'host' ? local.address : local.relatedAddress
  return base && base !== '0.0.0.0' && base !== '::' ? base : null
}
