import { randomUUID } from 'node:crypto'
import {
  constructOutgoingResponse,
  type IncomingInviteRequest,
  type IncomingRequestMessage,
  type ResponseOptions,
  type UserAgentCore,
} from 'sip.js/lib/core/index.js'
import type { Media } from '../../media/media.ts'
import type { Report } from '../../report.ts'
import type { Fork, Voice } from '../../sip-side.ts'
import { session as sdpBody } from './answered.ts'

export interface ForkParts {
  readonly request: IncomingInviteRequest
  readonly media: Media
  readonly contact: string
  readonly send: (text: string) => Promise<void> | undefined
  readonly report: Report
}

/** One more that the INVITE was carried to: of another dialog, since its tag is another (RFC 3261 section 12.1.2). */
export class Another implements Fork {
  acknowledged = false
  pracked = false
  ended = false
  readonly tag = randomUUID()
  readonly #parts: ForkParts
  readonly #description: Promise<string>

  constructor(parts: ForkParts) {
    const { media, request } = parts
    this.#parts = parts
    this.#description = media.answer(request.message.body)
  }

  get voice(): Voice {
    return this.#parts.media.voice
  }

  /** 183 with its description, sent once: a WebSocket loses nothing (RFC 3262 section 3 sends it until PRACK). */
  progress(reliable: boolean): void {
    this.#say({ statusCode: 183, extraHeaders: reliable ? ['Require: 100rel', 'RSeq: 1'] : [] })
  }

  answer(): void {
    this.#say({ statusCode: 200 })
  }

  take({ method }: IncomingRequestMessage): void {
    if (method === 'ACK') this.acknowledged = true
    if (method === 'PRACK') this.pracked = true
    if (method === 'BYE') this.close()
  }

  close(): void {
    const { media, report } = this.#parts
    this.ended = true
    media.close().catch((error) => report('Closing a fork', error))
  }

  #say({ extraHeaders = [], ...options }: ResponseOptions): void {
    const { request, contact, send, report } = this.#parts
    const saying = this.#description.then((sdp) => {
      const headers = [`Contact: ${contact}`, ...extraHeaders]
      const response = { ...options, toTag: this.tag, extraHeaders: headers, body: sdpBody(sdp) }
      return send(constructOutgoingResponse(request.message, response).message)
    })
    saying.catch((error) => report('A fork', error))
  }
}

/** Those an INVITE is carried to beside the one that is talked to. */
export function createForks() {
  const forks = new Map<string, Another>()
  return {
    open(parts: ForkParts): Another {
      const fork = new Another(parts)
      forks.set(fork.tag, fork)
      return fork
    },
    /** Whether the request was for one of them; then it is answered. */
    takes(agent: UserAgentCore, message: IncomingRequestMessage): boolean {
      const fork = forks.get(message.toTag ?? '')
      if (!fork) return false
      if (message.method !== 'ACK') agent.replyStateless(message, { statusCode: 200 })
      fork.take(message)
      return true
    },
  }
}

export type Forks = ReturnType<typeof createForks>
