export interface Description {
  /** Payload type of the first G.711 codec, the one both sides use; null if there is none. */
  readonly payloadType: 0 | 8 | null
  /** Payload types of telephone-event (RFC 4733). */
  readonly eventTypes: readonly number[]
  /** Whether the one who wrote it wants to hear and to speak (RFC 3264 section 5.1). */
  readonly hears: boolean
  readonly speaks: boolean
}

/** What matters to a voice in the first audio section of a session description (RFC 8866). */
export function readDescription(sdp: string): Description {
  const section = /^m=audio [\s\S]*?(?=^m=|$(?![\s\S]))/m.exec(sdp)?.[0] ?? ''
  const offered = /^m=audio \d+ \S+ ([\d ]+)/.exec(section)?.[1]?.split(' ').map(Number) ?? []
  const payloadType = offered.find((type): type is 0 | 8 => type === 0 || type === 8) ?? null
  const eventTypes = [...section.matchAll(/^a=rtpmap:(\d+) telephone-event\/8000/gm)].map((match) => Number(match[1]))
  const direction = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(section)?.[1] ?? 'sendrecv'
  return {
    payloadType,
    eventTypes,
    hears: direction === 'sendrecv' || direction === 'recvonly',
    speaks: direction === 'sendrecv' || direction === 'sendonly',
  }
}
