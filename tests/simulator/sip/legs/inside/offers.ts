import {
  type AckableIncomingResponseWithSession,
  type IncomingResponse,
  type Session,
  SessionDialog,
} from 'sip.js/lib/core/index.js'
import type { Media } from '../../media/media.ts'
import type { Inside } from '../../sip-side.ts'
import type { LegLife } from '../leg-life.ts'
import type { Line } from '../line.ts'
import { codeOf, nextVersion, session as sdpBody, withDirection, withZeroAddress } from './answered.ts'

export interface OffersParts {
  readonly session: Session
  readonly media: Media
  readonly life: LegLife
  readonly line: Line
  readonly number: string
  /** Who chose the Call-ID. */
  readonly ownsCallId: boolean
}

type How = Parameters<Inside['hold']>[0]

/** How long to wait for another exchange that is not over. */
const BUSY_MS = 50

/** Offers of the centre's own inside a dialog. */
export class Offers {
  readonly #parts: OffersParts
  #how: How = null
  #version = 1_000

  constructor(parts: OffersParts) {
    this.#parts = parts
  }

  say(how: How): void {
    this.#how = how
  }

  hold(how: How): Promise<number> {
    this.#how = how
    return this.offer()
  }

  /** What is said of this end from now on. */
  next(): string {
    this.#version += 1
    const own = nextVersion(this.#parts.media.own, this.#version)
    if (this.#how === 'zero-address') return withZeroAddress(withDirection(own, 'sendrecv'))
    return withDirection(own, this.#how ?? 'sendrecv')
  }

  /** Our answer to an offer of the softphone's, which holds if we do. */
  async answer(sdp: string): Promise<string> {
    const answer = await this.#parts.media.answer(sdp)
    return this.#how === null ? answer : answer.replace('a=sendrecv', 'a=sendonly').replace('a=recvonly', 'a=inactive')
  }

  /** One INVITE with an offer; when both offered at once it is sent again (RFC 3261 section 14.1). */
  async offer(): Promise<number> {
    const { media, life } = this.#parts
    const code = await this.#invite(sdpBody(this.next()), (response) => {
      response.ack()
      media.heed(response.message.body)
    })
    if (code !== 491 || life.isOver) return code
    await this.#afterGlare()
    return life.isOver ? code : this.offer()
  }

  /** INVITE without one: theirs comes with the 200, our answer goes with the ACK (RFC 3261 section 13.2.1). */
  askForOffer(): Promise<number> {
    return this.#invite(null, async (response) =>
      response.ack({ body: sdpBody(await this.answer(response.message.body)) }),
    )
  }

  async #afterGlare(): Promise<void> {
    const { session, ownsCallId, life } = this.#parts
    await pause(ownsCallId ? 2_100 + 1_900 * Math.random() : 2_000 * Math.random())
    while (!life.isOver && session instanceof SessionDialog && session.reinviteUserAgentServer) await pause(BUSY_MS)
  }

  #invite(
    body: ReturnType<typeof sdpBody> | null,
    acknowledge: (response: AckableIncomingResponseWithSession) => unknown,
  ): Promise<number> {
    const { session, line, number } = this.#parts
    const extraHeaders = [`Contact: ${line.core.agent.configuration.contact.toString()}`]
    return new Promise((resolve, reject) => {
      const delegate = {
        onAccept: (response: AckableIncomingResponseWithSession) =>
          Promise.resolve(acknowledge(response)).then(() => resolve(codeOf(response)), reject),
        onReject: (response: IncomingResponse) => resolve(codeOf(response)),
      }
      line.core.over(line.flowOf(number), () => session.invite(delegate, { extraHeaders, ...(body && { body }) }))
    })
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref())
}
