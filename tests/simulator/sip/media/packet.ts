/** An RTP packet, as far as a voice cares (RFC 3550 section 5.1). */
export interface Packet {
  readonly payloadType: number
  readonly sequence: number
  readonly timestamp: number
  readonly marker: boolean
  readonly payload: Buffer
}

/** How far `to` is ahead of `from` around the circle of `size` numbers; negative if it is behind. */
export function ahead(from: number, to: number, size: number): number {
  const forward = (to - from + size) % size
  return forward < size / 2 ? forward : forward - size
}
