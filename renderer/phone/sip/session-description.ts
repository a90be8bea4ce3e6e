import type { BodyAndContentType, SessionDescriptionHandler, SessionDescriptionHandlerOptions } from 'sip.js'
import { type Direction, Hold, readDirection } from './hold.ts'
import { Origin } from './origin.ts'
import { readVideo, Video } from './video.ts'

export interface OfferOptions {
  readonly restartIce: boolean
  readonly direction: Direction
  /** Null: no picture is wanted. */
  readonly video: Direction | null
}

/** Resolves when the last of the keys is out. */
export type SendTones = (keys: string, toneMs: number, gapMs: number) => Promise<void>

/** What SIP needs of the media of one dialog; `media/peer.ts` is it. */
export interface DialogMedia {
  readonly awaits: 'nothing' | 'our-answer' | 'their-answer'
  /** The two ends could not agree on keys, which no restart of ICE mends. */
  readonly broken: boolean
  /** Keys as RTP events (RFC 4733); null where the far side takes none. */
  readonly tones: SendTones | null
  /** Whether the path begins at an address that is still this machine's; ICE itself takes 15 s to find out. */
  stands(): Promise<boolean>
  /** Takes the far side's offer or answer; after an early one the answer itself is still awaited. */
  hear(kind: 'offer' | 'answer' | 'early-answer', sdp: string): Promise<void>
  offer(options: OfferOptions): Promise<string>
  answer(direction: Direction, video: Direction): Promise<string>
  /** Which way both sides have agreed that the picture goes. */
  readonly video: Direction | null
  rollback(): Promise<void>
  close(): void
}

export interface DescriptionOptions extends SessionDescriptionHandlerOptions {
  readonly restartIce?: boolean
}

const contentType = 'application/sdp'

/** What no two ends share: where to they check (RFC 8839 section 5.4) and by what they are known (RFC 8122 section 5). */
function readEnd(sdp: string): string {
  const value = (name: string) => new RegExp(`^a=${name}:(.*)$`, 'm').exec(sdp)?.[1]?.trim() ?? ''
  return `${value('ice-ufrag')} ${value('fingerprint').toLowerCase()}`
}

/** Our session description handler: SIP.js's own waits up to five seconds for ICE, and takes one answer only. */
export class SessionDescription implements SessionDescriptionHandler {
  readonly hold: Hold
  readonly video = new Video()
  readonly #open: () => DialogMedia
  readonly #origin = new Origin()
  #media: DialogMedia
  /** Whose early answer the media runs by. */
  #early: string | null = null
  #answered = { end: '', direction: '' }
  #owesOffer = false
  #described = ''
  /** A section that was there stays, in use or not (RFC 3264 section 8). */
  #keepsVideo = false

  constructor(open: () => DialogMedia, hold = new Hold()) {
    this.#open = open
    this.#media = open()
    this.hold = hold
  }

  get media(): DialogMedia {
    return this.#media
  }

  /** The far side has answered an offer whose connection went to somebody else, and is to get one of its own. */
  get owesOffer(): boolean {
    return this.#owesOffer
  }

  hasDescription(type: string): boolean {
    return type.split(';')[0]?.trim().toLowerCase() === contentType
  }

  async getDescription(options?: DescriptionOptions): Promise<BodyAndContentType> {
    const restartIce = options?.restartIce === true
    if (restartIce && this.media.broken) this.#startOver()
    const { media, hold, video } = this
    if (media.awaits === 'our-answer') {
      const body = await media.answer(hold.answering(), video.answering(hold))
      video.settle(media.video)
      return this.#say(body)
    }
    const picture = video.offering(hold) ?? (this.#keepsVideo ? 'inactive' : null)
    return this.#say(await media.offer({ restartIce, direction: hold.offering(), video: picture }))
  }

  /** An answer that binds nobody yet: the first of them is heard (RFC 3960 section 3.1), whoever takes the call. */
  async preview(sdp: string): Promise<void> {
    if (this.#early !== null || this.media.awaits !== 'their-answer') return
    this.#early = readEnd(sdp)
    try {
      await this.media.hear('early-answer', readDirection(sdp).sdp)
    } catch (error) {
      this.#early = null
      throw error
    }
  }

  async setDescription(sdp: string): Promise<void> {
    const kind = this.media.awaits === 'their-answer' ? 'answer' : 'offer'
    const heard = readDirection(sdp)
    const early = this.#early
    this.#early = null
    if (kind === 'answer') this.#answered = { end: readEnd(sdp), direction: heard.direction }
    if (kind === 'answer' && early !== null && early !== readEnd(sdp)) this.#startOver()
    else await this.media.hear(kind, heard.sdp)
    if (early !== null && this.media.broken) this.#startOver()
    this.hold.heard(kind, heard.direction)
    const { hold, media, video } = this
    if (kind === 'offer') return video.heard(readVideo(sdp), hold.ours || hold.theirs)
    video.answered(readVideo(sdp))
    video.settle(media.video)
  }

  /** Who takes the call with another answer than they rang with, which they may not (RFC 3261 section 13.2.1), means it. */
  confirm(sdp: string): void {
    const { end, direction } = this.#answered
    const heard = readDirection(sdp)
    if (end !== readEnd(sdp)) this.#startOver()
    if (direction === heard.direction) return
    this.hold.heard('answer', heard.direction)
    this.#owesOffer = true
  }

  rollbackDescription(): Promise<void> {
    return this.media.rollback()
  }

  /** DTMF goes by the media itself, not through SIP.js. */
  sendDtmf(): boolean {
    return false
  }

  close(): void {
    this.media.close()
  }

  #say(described: string): BodyAndContentType {
    this.#owesOffer = false
    this.#described = described
    return { body: this.#origin.continue(described), contentType }
  }

  /** Nothing of it can be given to another end: neither the keys agreed on nor the path. */
  #startOver(): void {
    this.#keepsVideo = /^m=video /m.test(this.#described)
    this.#owesOffer = true
    this.#media = this.#open()
  }
}
