/** Which way the voice goes, as whoever says it sees it (RFC 3264 section 5.1). */
export type Direction = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive'

interface HeardDescription {
  readonly direction: Direction
  /** As it is to be given to the media engine, which does not know the old way of holding. */
  readonly sdp: string
}

const directionLine = /^a=(sendrecv|sendonly|recvonly|inactive)[ \t]*$/m

/** No voice is wanted from us. */
function silenced(direction: Direction): Direction {
  return direction === 'sendrecv' || direction === 'sendonly' ? 'sendonly' : 'inactive'
}

/**
 * The zero address of RFC 2543 (RFC 3264 section 8.4). With ICE it also stands where no candidate is known yet, and
 * then with port 9 (RFC 8840 section 4.1.1).
 */
function hasZeroAddress(session: string, audio: string): boolean {
  const address = /^c=IN IP4 (\S+)/m.exec(audio)?.[1] ?? /^c=IN IP4 (\S+)/m.exec(session)?.[1]
  return address === '0.0.0.0' && !/^m=audio 9 /m.test(audio) && !/^a=candidate:/m.test(audio)
}

/** What a description of the far side's says of the voice, in its first audio section. */
export function readDirection(sdp: string): HeardDescription {
  const start = sdp.search(/^m=audio /m)
  if (start < 0) return { direction: 'sendrecv', sdp }
  const next = sdp.slice(start + 1).search(/^m=/m)
  const end = next < 0 ? sdp.length : start + 1 + next
  const session = sdp.slice(0, sdp.search(/^m=/m))
  const audio = sdp.slice(start, end)
  const said = (directionLine.exec(audio) ?? directionLine.exec(session))?.[1] ?? 'sendrecv'
  const direction = said as Direction
  if (!hasZeroAddress(session, audio)) return { direction, sdp }
  const held = silenced(direction)
  const bare = audio.replace(new RegExp(directionLine.source, 'gm'), '').replace(/(?:\r?\n){2,}/g, '\r\n')
  return { direction: held, sdp: `${sdp.slice(0, start)}${bare.trimEnd()}\r\na=${held}\r\n${sdp.slice(end)}` }
}

/** Who holds whom in one dialog: each side's wish stands by itself (RFC 6337 section 5.3). */
export class Hold {
  ours = false
  onTheirs: ((held: boolean) => void) | null = null
  #theirs = false
  #offered: Direction = 'sendrecv'

  get theirs(): boolean {
    return this.#theirs
  }

  /** What an offer of ours says (RFC 3264 section 8.4: who holds what is held already makes it inactive). */
  offering(): Direction {
    this.#offered = this.ours ? (this.#theirs ? 'inactive' : 'sendonly') : 'sendrecv'
    return this.#offered
  }

  /** What an answer of ours may say; the media engine takes what the offer leaves of it. */
  answering(): Direction {
    return this.ours ? 'sendonly' : 'sendrecv'
  }

  heard(kind: 'offer' | 'answer', direction: Direction): void {
    // Nothing else can be answered to it (RFC 3264 section 6.1), so it says nothing.
    if (kind === 'answer' && this.#offered === 'inactive') return
    const held = direction === 'sendonly' || direction === 'inactive'
    if (held === this.#theirs) return
    this.#theirs = held
    this.onTheirs?.(held)
  }
}
