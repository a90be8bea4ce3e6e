/** Which way a picture goes, as whoever says it sees it (RFC 3264 section 5.1). */
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive'

/** What somebody said of their picture. */
export interface VideoSaid {
  readonly mid: string
  readonly direction: Direction
  /** Payload type of VP8 (RFC 7741); null if that is not among theirs. */
  readonly vp8: number | null
}

/** Up to the next section, or the end. */
const section = /^m=video [\s\S]*?(?=^m=|$(?![\s\S]))/m

/** The first video section of a description; a port of zero is none in use (RFC 3264 section 8.2). */
export function readVideoSection(sdp: string): VideoSaid | null {
  const text = section.exec(sdp)?.[0]
  if (text === undefined) return null
  const refused = /^m=video 0 /.test(text)
  const said = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m.exec(text)?.[1] ?? 'sendrecv'
  const vp8 = /^a=rtpmap:(\d+) VP8\/90000/im.exec(text)?.[1]
  return {
    mid: /^a=mid:(\S+)/m.exec(text)?.[1] ?? '1',
    direction: refused ? 'inactive' : (said as Direction),
    vp8: vp8 === undefined ? null : Number(vp8),
  }
}

/** What is left is of the voice alone. */
export function withoutVideo(sdp: string): string {
  const mid = readVideoSection(sdp)?.mid
  const bare = sdp.replace(section, '')
  if (mid === undefined) return bare
  return bare.replace(/^(a=group:BUNDLE)([^\r\n]*)/m, (_, name: string, mids: string) => {
    const left = mids.split(' ').filter((one) => one !== mid)
    return name + left.join(' ')
  })
}

export interface VideoSection extends Pick<VideoSaid, 'mid' | 'direction'> {
  /** Null: refused, or taken away. */
  readonly vp8: number | null
  readonly ssrc: number
}

const TRANSPORT = /^a=(?:ice-ufrag|ice-pwd|fingerprint|setup):.*$/gm

/** Adds a video section that shares the transport of the voice (RFC 9143); a refused one is in no group. */
export function withVideo(sdp: string, { mid, direction, vp8, ssrc }: VideoSection): string {
  if (vp8 === null)
    return `${sdp.trimEnd()}\r\n${lines('m=video 0 UDP/TLS/RTP/SAVPF 96', `a=mid:${mid}`, 'a=inactive')}`
  const grouped = sdp.replace(/^(a=group:BUNDLE[^\r\n]*)/m, `$1 ${mid}`)
  const media = lines(
    `m=video 9 UDP/TLS/RTP/SAVPF ${vp8}`,
    'c=IN IP4 0.0.0.0',
    ...[...new Set(sdp.match(TRANSPORT) ?? [])],
    `a=mid:${mid}`,
    `a=${direction}`,
    'a=rtcp-mux',
    `a=rtpmap:${vp8} VP8/90000`,
    `a=rtcp-fb:${vp8} nack pli`,
    `a=ssrc:${ssrc} cname:simulator`,
  )
  return `${grouped.trimEnd()}\r\n${media}`
}

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\r\n`).join('')
}

/** What may be answered to an offer by somebody who wants a picture both ways (RFC 3264 section 6.1). */
export function answerTo(offered: Direction): Direction {
  if (offered === 'sendonly') return 'recvonly'
  return offered === 'recvonly' ? 'sendonly' : offered
}
