import type { Direction } from './hold.ts'

const directionLine = /^a=(sendrecv|sendonly|recvonly|inactive)[ \t]*$/m

/** Which way a description has the picture go, in its first video section; null where there is none in use. */
export function readVideo(sdp: string): Direction | null {
  const section = /^m=video [\s\S]*?(?=^m=|$(?![\s\S]))/m.exec(sdp)?.[0]
  // A port of zero refuses or takes away (RFC 3264 sections 6 and 8.2).
  if (section === undefined || /^m=video 0 /.test(section)) return null
  const session = sdp.slice(0, sdp.search(/^m=/m))
  const said = (directionLine.exec(section) ?? directionLine.exec(session))?.[1] ?? 'sendrecv'
  return said === 'inactive' ? null : (said as Direction)
}

/** Which ways the picture goes, by what both sides have said. */
export interface AgreedVideo {
  readonly sends: boolean
  readonly receives: boolean
}

const nothing: AgreedVideo = { sends: false, receives: false }

interface Holding {
  readonly ours: boolean
  readonly theirs: boolean
}

/** Video in one dialog: whether the agent wants it, what the far side offers, and what came of it. */
export class Video {
  /** The agent wants it; without that an offer of the far side's is answered `inactive`. */
  ours = false
  onAgreed: ((agreed: AgreedVideo) => void) | null = null
  onAsked: ((asked: boolean) => void) | null = null
  #agreed = nothing
  #said: Direction | null = null
  #offered = false
  #asked = false

  get agreed(): AgreedVideo {
    return this.#agreed
  }

  /** What an offer of ours says; null where no picture is wanted. Whoever holds sees nobody either. */
  offering({ ours, theirs }: Holding): Direction | null {
    this.#said = this.ours ? (ours || theirs ? 'inactive' : 'sendrecv') : null
    return this.#said
  }

  /** What an answer of ours may say; the media engine takes what the offer leaves of it. */
  answering({ ours }: Pick<Holding, 'ours'>): Direction {
    return this.ours && !ours ? 'sendrecv' : 'inactive'
  }

  /** An offer of theirs that has a picture where there was none asks for it; without one it takes ours away as well. */
  heard(direction: Direction | null, held: boolean): void {
    const offered = direction !== null
    if (held && !offered) return
    if (!offered) this.ours = false
    if (offered !== this.#offered) this.#ask(offered && !this.ours)
    this.#offered = offered
  }

  /** What was offered and not taken is not wanted any more: nobody is to turn it on later. */
  answered(direction: Direction | null): void {
    if (this.#said === 'sendrecv' && direction === null) this.ours = false
  }

  /** What the media engine made of offer and answer. */
  settle(direction: Direction | null): void {
    const sends = direction === 'sendrecv' || direction === 'sendonly'
    const receives = direction === 'sendrecv' || direction === 'recvonly'
    if (sends || receives) this.#ask(false)
    if (sends === this.#agreed.sends && receives === this.#agreed.receives) return
    this.#agreed = { sends, receives }
    this.onAgreed?.(this.#agreed)
  }

  /** The INVITE that began the call was asked about when it rang. */
  #ask(asked: boolean): void {
    if (asked === this.#asked || (asked && this.onAsked === null)) return
    this.#asked = asked
    this.onAsked?.(asked)
  }
}
