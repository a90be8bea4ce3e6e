import type { BodyAndContentType, SessionDescriptionHandler, SessionDescriptionHandlerOptions } from 'sip.js'
import { type Direction, Hold, readDirection } from './hold.ts'
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
  /** Keys as RTP events (RFC 4733); null where the far side takes none. */
  readonly tones: SendTones | null
  /** Takes the far side's offer or answer. */
  hear(kind: 'offer' | 'answer', sdp: string): Promise<void>
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

/** Our session description handler: SIP.js's own waits up to five seconds for ICE. */
export class SessionDescription implements SessionDescriptionHandler {
  readonly media: DialogMedia
  readonly hold: Hold
  readonly video = new Video()

  constructor(media: DialogMedia, hold = new Hold()) {
    this.media = media
    this.hold = hold
  }

  hasDescription(type: string): boolean {
    return type.split(';')[0]?.trim().toLowerCase() === contentType
  }

  async getDescription(options?: DescriptionOptions): Promise<BodyAndContentType> {
    const { media, hold, video } = this
    if (media.awaits === 'our-answer') {
      const body = await media.answer(hold.answering(), video.answering(hold))
      video.settle(media.video)
      return { body, contentType }
    }
    const restartIce = options?.restartIce === true
    const offer = { restartIce, direction: hold.offering(), video: video.offering(hold) }
    return { body: await media.offer(offer), contentType }
  }

  async setDescription(sdp: string): Promise<void> {
    const kind = this.media.awaits === 'their-answer' ? 'answer' : 'offer'
    const heard = readDirection(sdp)
    await this.media.hear(kind, heard.sdp)
    this.hold.heard(kind, heard.direction)
    const { hold, media, video } = this
    if (kind === 'offer') return video.heard(readVideo(sdp), hold.ours || hold.theirs)
    video.answered(readVideo(sdp))
    video.settle(media.video)
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
}
