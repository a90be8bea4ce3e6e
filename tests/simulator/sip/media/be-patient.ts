import type { CandidatePair } from 'werift'

/** Doubling from 50 ms, the ninth try comes after 13 seconds; werift gives a pair up after one and a half. */
const RETRANSMISSIONS = 8
const patient = new WeakSet<CandidatePair['protocol']>()

/** Makes the checks of a pair outlast a stall of a busy machine. Always true: it is asked as a filter of pairs. */
export function bePatient({ protocol }: CandidatePair): boolean {
  if (patient.has(protocol)) return true
  patient.add(protocol)
  const request = protocol.request.bind(protocol)
  protocol.request = (message, address, key) => request(message, address, key, RETRANSMISSIONS)
  return true
}
