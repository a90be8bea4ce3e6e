import type { BodyAndContentType, SessionDescriptionHandler, SessionDescriptionHandlerOptions } from 'sip.js'

/** What SIP needs of the media of one dialog; `media/peer.ts` is it. */
export interface DialogMedia {
  readonly awaits: 'nothing' | 'our-answer' | 'their-answer'
  /** Takes the far side's offer or answer. */
  hear(kind: 'offer' | 'answer', sdp: string): Promise<void>
  offer(restartIce: boolean): Promise<string>
  answer(): Promise<string>
  rollback(): Promise<void>
  close(): void
}

export interface DescriptionOptions extends SessionDescriptionHandlerOptions {
  readonly restartIce?: boolean
}

const contentType = 'application/sdp'

/** Our session description handler: SIP.js's own waits up to five seconds for ICE. */
export class SessionDescription implements SessionDescriptionHandler {
  readonly #media: DialogMedia

  constructor(media: DialogMedia) {
    this.#media = media
  }

  hasDescription(type: string): boolean {
    return type.split(';')[0]?.trim().toLowerCase() === contentType
  }

  async getDescription(options?: DescriptionOptions): Promise<BodyAndContentType> {
    const answering = this.#media.awaits === 'our-answer'
    const body = answering ? await this.#media.answer() : await this.#media.offer(options?.restartIce === true)
    return { body, contentType }
  }

  setDescription(sdp: string): Promise<void> {
    return this.#media.hear(this.#media.awaits === 'their-answer' ? 'answer' : 'offer', sdp)
  }

  rollbackDescription(): Promise<void> {
    return this.#media.rollback()
  }

  /** DTMF goes by the media itself, not through SIP.js. */
  sendDtmf(): boolean {
    return false
  }

  close(): void {
    this.#media.close()
  }
}
