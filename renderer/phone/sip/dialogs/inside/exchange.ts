import type { Core } from 'sip.js'
import type { SessionDescription } from '../../session-description.ts'
import { type Answered, contactHeader, isGone, readAnswered } from './ask.ts'

export interface Wish {
  /** Hold or retrieve; null leaves it as it is. */
  readonly held: boolean | null
  /** Adds video or takes it away; null leaves it as it is. */
  readonly video: boolean | null
  readonly restartIce: boolean
}

export const nothingNew: Wish = { held: null, video: null, restartIce: false }

export interface ExchangeParts {
  readonly dialog: Core.SessionDialog
  readonly description: SessionDescription
  /** Who chose the Call-ID waits longer when both sides offered at once. */
  readonly ownsCallId: boolean
  readonly random: () => number
  readonly headers: () => readonly string[]
  readonly onAgreed: (message: Core.IncomingResponseMessage) => void
  /** 422: whether the next attempt says something better. */
  readonly onTooShort: (message: Core.IncomingResponseMessage) => boolean
  /** Nothing can be agreed on any more: BYE. */
  readonly onBroken: (code: number) => void
  /** The far side has no such dialog. */
  readonly onGone: () => void
}

interface Waiting extends Wish {
  tries: number
  /** How it was when it was first tried: what a refusal goes back to. */
  before: { readonly held: boolean; readonly video: boolean } | null
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

const mostTries = 6

/** As long as the far side sends its 200 again for want of an ACK (RFC 3261 section 13.3.1.4). */
const ackMs = 32_000

export const allow = 'Allow: ACK,BYE,CANCEL,INFO,INVITE,MESSAGE,NOTIFY,OPTIONS,PRACK,REFER,UPDATE'

type Response =
  | { readonly accepted: Core.AckableIncomingResponseWithSession }
  | { readonly refused: Core.IncomingResponseMessage }

/**
 * Offers and answers inside an established dialog, one at a time and from one side at a time (RFC 3261 section 14):
 * ours wait their turn, and those of the far side that meet one of ours are told to come again.
 */
export class Exchange {
  readonly #parts: ExchangeParts
  readonly #waiting: Waiting[] = []
  /** Whose exchange is under way; that which set the call up counts as theirs until its ACK. */
  #whose: 'nobody' | 'ours' | 'theirs'
  /** Tells the attempt that counts from those that were given up. */
  #turn = 0
  #ackTimer: ReturnType<typeof setTimeout> | undefined
  /** Runs while ours waits to be tried again. */
  #againTimer: ReturnType<typeof setTimeout> | undefined
  #over = false

  constructor(parts: ExchangeParts) {
    this.#parts = parts
    this.#whose = parts.ownsCallId ? 'nobody' : 'theirs'
  }

  /** Resolves when the far side has agreed. */
  ask(wish: Wish): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...wish, tries: 0, before: null, resolve, reject })
      this.#next()
    })
  }

  /** Whether an offer of the far side's may come in now; if not, what it is to be told (RFC 3261 section 14.2). */
  admit(): 491 | 500 | null {
    if (this.#whose === 'ours') return 491
    if (this.#whose === 'theirs') return 500
    this.#whose = 'theirs'
    clearTimeout(this.#ackTimer)
    this.#ackTimer = setTimeout(() => this.#parts.onBroken(408), ackMs)
    return null
  }

  /** Theirs is acknowledged, or refused. */
  settled(): void {
    if (this.#whose !== 'theirs') return
    this.#whose = 'nobody'
    clearTimeout(this.#ackTimer)
    this.#next()
  }

  /** The connection was lost, and with it whatever was under way; what we had asked is asked again. */
  async startOver(): Promise<void> {
    const { dialog, description } = this.#parts
    const offered = this.#whose === 'ours'
    this.#turn += 1
    this.#clearTimers()
    dialog.reinviteUserAgentClient?.dispose()
    if (offered || dialog.reinviteUserAgentServer !== undefined) dialog.signalingStateRollback()
    dialog.reinviteUserAgentClient = undefined
    dialog.reinviteUserAgentServer = undefined
    if (offered || description.media.awaits !== 'nothing') await description.rollbackDescription()
    this.#whose = 'nobody'
    this.#next()
  }

  /** What was still wanted of the call is over with it. */
  end(): void {
    this.#over = true
    this.#turn += 1
    this.#clearTimers()
    this.#waiting.length = 0
  }

  #next(): void {
    const [wish] = this.#waiting
    if (this.#over || this.#whose !== 'nobody' || this.#againTimer !== undefined || wish === undefined) return
    this.#whose = 'ours'
    this.#turn += 1
    wish.tries += 1
    const turn = this.#turn
    this.#attempt(wish, turn).catch((error: Error) => {
      if (turn === this.#turn) this.#done(() => wish.reject(error))
    })
  }

  #clearTimers(): void {
    clearTimeout(this.#ackTimer)
    clearTimeout(this.#againTimer)
    this.#againTimer = undefined
  }

  async #attempt(wish: Waiting, turn: number): Promise<void> {
    const { hold, video } = this.#parts.description
    wish.before ??= { held: hold.ours, video: video.ours }
    if (wish.held !== null) hold.ours = wish.held
    if (wish.video !== null) video.ours = wish.video
    try {
      const response = await this.#offer(wish.restartIce, turn)
      if (response === null || turn !== this.#turn) return
      if ('accepted' in response) return await this.#accept(wish, response.accepted)
      this.#goBack(wish)
      await this.#refuse(wish, readAnswered(response.refused))
    } catch (error) {
      this.#goBack(wish)
      throw error
    }
  }

  #goBack({ held, video, before }: Waiting): void {
    const { description } = this.#parts
    if (before === null) return
    if (held !== null) description.hold.ours = before.held
    if (video !== null) description.video.ours = before.video
  }

  /** Null: given up before it was sent. */
  async #offer(restartIce: boolean, turn: number): Promise<Response | null> {
    const { dialog, description, headers } = this.#parts
    const { body } = await description.getDescription({ restartIce })
    if (turn !== this.#turn) return null
    return new Promise((resolve) => {
      const refuse = ({ message }: Core.IncomingResponse) => resolve({ refused: message })
      dialog.invite(
        { onAccept: (accepted) => resolve({ accepted }), onReject: refuse, onRedirect: refuse },
        {
          extraHeaders: [contactHeader(dialog), allow, ...headers()],
          body: { contentDisposition: 'session', contentType: 'application/sdp', content: body },
        },
      )
    })
  }

  async #accept(wish: Waiting, { message, ack }: Core.AckableIncomingResponseWithSession): Promise<void> {
    const { description, onAgreed, onBroken } = this.#parts
    ack()
    try {
      await description.setDescription(message.body)
    } catch (error) {
      onBroken(488)
      throw error
    }
    onAgreed(message)
    this.#done(wish.resolve)
  }

  async #refuse(wish: Waiting, answered: Answered): Promise<void> {
    const { description, onGone, onTooShort } = this.#parts
    await description.rollbackDescription()
    const { code, message } = answered
    if (isGone(answered)) onGone()
    else if (wish.tries < mostTries && code === 491) this.#later(this.#glareMs())
    else if (wish.tries < mostTries && code === 422 && onTooShort(message)) this.#later(0)
    else if (wish.tries < mostTries && code === 500 && message.hasHeader('retry-after')) this.#later(this.#glareMs())
    else this.#done(() => wish.reject(new Error(`refused with ${code}`)))
  }

  /** RFC 3261 section 14.1. */
  #glareMs(): number {
    const { ownsCallId, random } = this.#parts
    return ownsCallId ? 2_100 + 1_900 * random() : 2_000 * random()
  }

  #later(delayMs: number): void {
    this.#whose = 'nobody'
    this.#againTimer = setTimeout(() => {
      this.#againTimer = undefined
      this.#next()
    }, delayMs)
  }

  /** The first in the line is settled, one way or the other. */
  #done(tell: () => void): void {
    this.#waiting.shift()
    this.#whose = 'nobody'
    tell()
    this.#next()
  }
}
