import { type IncomingInviteRequest, type Session, SessionDialog, type UserAgentServer } from 'sip.js/lib/core/index.js'
import { readDescription } from '../../media/description.ts'
import type { Media } from '../../media/media.ts'
import type { Fork, Inside, Key, Refer } from '../../sip-side.ts'
import type { LegLife } from '../leg-life.ts'
import type { Line } from '../line.ts'
import { session as sdpBody } from './answered.ts'
import { Offers } from './offers.ts'
import { readRefer } from './refer.ts'
import { sendUpdate } from './updates.ts'

export interface LegInsideParts {
  readonly media: Media
  readonly life: LegLife
  readonly line: Line
  readonly number: string
}

interface Up {
  readonly offers: Offers
  readonly dialog: SessionDialog
}

const NOT_UP = 'The leg is not up'

/** A leg's inside, from before there is a dialog until after it. */
export class LegInside implements Inside {
  held = false
  onHold: (held: boolean) => void = () => undefined
  onRefer: (refer: Refer) => void = (refer) => refer.refuse(603)
  refreshes = 0
  fork: Fork | null = null
  readonly keys: readonly Key[]
  readonly #parts: LegInsideParts
  #up: Up | null = null

  constructor(parts: LegInsideParts) {
    this.#parts = parts
    this.keys = parts.media.keys
  }

  /** The dialog stands. */
  begin(session: Session, ownsCallId: boolean): void {
    if (!(session instanceof SessionDialog)) throw new Error('SIP.js made a session of its own')
    const { line, life, number } = this.#parts
    const offers = new Offers({ ...this.#parts, session, ownsCallId })
    this.#up = { offers, dialog: session }
    line.dialogs.set(session.id, {
      offer: () => this.#watch(offers.offer()),
      onUpdate: (request) => this.#carry(request, this.#answerUpdate(request)),
    })
    void life.ended.then(() => line.dialogs.delete(session.id))
    session.delegate = {
      ...session.delegate,
      onInvite: (request) => this.#carry(request, this.#answerInvite(request)),
      onRefer: (request) => {
        const refer = readRefer({ session, line, number }, request)
        if (refer) this.onRefer(refer)
      },
    }
  }

  async hold(how: Parameters<Inside['hold']>[0]): Promise<number> {
    return this.#standing().offers.hold(how)
  }

  async offerPicture(wanted: boolean): Promise<number> {
    const { life, media } = this.#parts
    media.picture.wanted = wanted
    return this.#up && !life.isOver ? this.#up.offers.offer() : 481
  }

  async askForOffer(): Promise<number> {
    return this.#standing().offers.askForOffer()
  }

  async update(how?: 'sendonly' | 'sendrecv'): Promise<number> {
    const { line, media, number } = this.#parts
    const { offers, dialog } = this.#standing()
    if (how !== undefined) offers.say(how === 'sendrecv' ? null : how)
    const sdp = how === undefined ? null : offers.next()
    return line.core.over(line.flowOf(number), () => sendUpdate(dialog, sdp, media.heed))
  }

  forget(): void {
    this.#standing().dialog.dispose()
    this.#parts.life.end({ by: 'failure', why: 'forgotten' })
  }

  #standing(): Up {
    if (!this.#up || this.#parts.life.isOver) throw new Error(NOT_UP)
    return this.#up
  }

  /** A later offer of the softphone's: hold, retrieve, or a new network path (RFC 3261 section 14.2). */
  async #answerInvite(request: IncomingInviteRequest): Promise<void> {
    const { body } = request.message
    // An INVITE without an offer asks for ours; no softphone of this centre does that.
    if (body) request.accept({ ...refreshed(request), body: sdpBody(await this.#answer(body)) })
    else request.reject({ statusCode: 488 })
  }

  async #answerUpdate(request: UserAgentServer): Promise<void> {
    const { body } = request.message
    if (body) request.accept({ ...refreshed(request), body: sdpBody(await this.#answer(body)) })
    else {
      this.refreshes += 1
      request.accept(refreshed(request))
    }
  }

  async #answer(sdp: string): Promise<string> {
    const content = await this.#standing().offers.answer(sdp)
    const held = !readDescription(sdp).hears
    if (held !== this.held) {
      this.held = held
      this.onHold(held)
    }
    return content
  }

  #carry(request: Pick<UserAgentServer, 'reject'>, answering: Promise<void>): void {
    answering.catch((error) => {
      this.#parts.line.report('A later offer was not understood', error)
      request.reject({ statusCode: 488 })
    })
  }

  #watch(offering: Promise<number>): void {
    offering.catch((error) => this.#parts.line.report('An offer of ours', error))
  }
}

/** Agrees to how the session is refreshed (RFC 4028 section 9). */
function refreshed({ message }: Pick<UserAgentServer, 'message'>): { statusCode: number; extraHeaders: string[] } {
  const expires = message.getHeader('session-expires')
  return {
    statusCode: 200,
    extraHeaders: expires === undefined ? [] : [`Session-Expires: ${expires}`, 'Require: timer'],
  }
}

/** For a leg that never was. */
export function noInside(): Inside {
  const never = () => Promise.reject(new Error(NOT_UP))
  return {
    held: false,
    onHold: () => undefined,
    keys: [],
    hold: never,
    offerPicture: () => Promise.resolve(481),
    askForOffer: never,
    update: never,
    onRefer: () => undefined,
    refreshes: 0,
    fork: null,
    forget: () => undefined,
  }
}
