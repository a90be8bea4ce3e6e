import type { IncomingResponse } from 'sip.js/lib/core/index.js'
import { SDP } from '../dialog.ts'

export function codeOf({ message }: IncomingResponse): number {
  return message.statusCode ?? 0
}

export function session(content: string) {
  return { ...SDP, content }
}

/** One direction for another, as whoever holds or takes back says it (RFC 3264 section 8.4). */
export function withDirection(sdp: string, direction: string): string {
  return sdp.replace(/^a=(?:sendrecv|sendonly|recvonly|inactive)/gm, `a=${direction}`)
}

/** The zero address of RFC 2543, without the candidates that would belie it. */
export function withZeroAddress(sdp: string): string {
  return sdp
    .replace(/^m=audio \d+/gm, 'm=audio 4000')
    .replace(/^c=IN IP4 \S+/gm, 'c=IN IP4 0.0.0.0')
    .replace(/^a=(?:candidate:|end-of-candidates).*\r?\n/gm, '')
}

/** A description that differs from the one before has the next version (RFC 3264 section 8), and names no DTLS role. */
export function nextVersion(sdp: string, version: number): string {
  return sdp.replace(/^(o=\S+ \S+) \S+/m, `$1 ${version}`).replace(/^a=setup:\w+/gm, 'a=setup:actpass')
}
