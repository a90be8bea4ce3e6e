import type { Core, UserAgent } from 'sip.js'
import type { LineAccount, RegistrationFailure } from '#contract'
import { refreshAfterMs, retryAfterMs } from './reconnect.ts'
import { grantedSeconds, refusal } from './register-answer.ts'

export interface Refused {
  readonly reason: RegistrationFailure
  readonly code?: number
  readonly retryAfterMs: number
}

export interface RegistrationParts {
  readonly account: LineAccount
  readonly agent: Pick<UserAgent, 'userAgentCore' | 'contact'>
  readonly domain: Core.URI
  readonly onRegistered: () => void
  readonly onRefused: (refused: Refused) => void
  readonly random: () => number
}

const answerMs = 5_000

/** Which answers still count: a REGISTER that was given up may be answered much later. */
interface Asked {
  readonly seconds: number
  settled: boolean
}

/**
 * One binding with the stored instance id (RFC 5626 section 4.2), so that a registrar replaces it instead of adding a
 * ghost. SIP.js's Registerer is not used: it drops answers whose Contact was rewritten, and waits 32 s for none.
 */
export class Registration {
  readonly #parts: RegistrationParts
  readonly #callId = crypto.randomUUID()
  #sequence = 0
  #seconds: number
  #asked: Asked | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: RegistrationParts) {
    this.#parts = parts
    this.#seconds = parts.account.registerSeconds
  }

  register(): void {
    this.forget()
    const asked = this.#ask(this.#seconds)
    this.#timer = setTimeout(() => this.#refuse(asked, { reason: 'no-answer', retryAfterMs: 0 }), answerMs)
    this.#send(asked, {
      onAccept: ({ message }) => this.#accept(asked, message),
      onReject: ({ message }) => this.#reject(asked, message),
      onRedirect: ({ message }) => this.#reject(asked, message),
    })
  }

  /** Resolves when the registrar has let go, or after `limitMs`. */
  unregister(limitMs: number): Promise<void> {
    this.forget()
    return new Promise((resolve) => {
      const limit = setTimeout(resolve, limitMs)
      const finish = () => {
        clearTimeout(limit)
        resolve()
      }
      this.#send(this.#ask(0), { onAccept: finish, onReject: finish, onRedirect: finish })
    })
  }

  /** No refresh, and no answer that still counts. */
  forget(): void {
    clearTimeout(this.#timer)
    if (this.#asked !== null) this.#asked.settled = true
  }

  #ask(seconds: number): Asked {
    this.#asked = { seconds, settled: false }
    return this.#asked
  }

  #send(asked: Asked, delegate: Core.OutgoingRequestDelegate): void {
    const { account, agent, domain } = this.#parts
    const core = agent.userAgentCore
    const aor = core.configuration.aor
    const contact = `Contact: ${agent.contact.toString({ register: true })};reg-id=1;+sip.instance="<${account.instanceId}>";expires=${asked.seconds}`
    const options = { callId: this.#callId, cseq: this.#sequence + 1 }
    const request = core.makeOutgoingRequestMessage('REGISTER', domain, aor, aor, options, [contact])
    core.register(request, delegate)
    // A challenge counts on from here (RFC 3261 section 22.2), hence two.
    this.#sequence += 2
  }

  #accept(asked: Asked, message: Core.IncomingResponseMessage): void {
    if (asked.settled) return
    asked.settled = true
    clearTimeout(this.#timer)
    const { account, random, onRegistered } = this.#parts
    const expires = message.getHeader('expires')
    const granted = grantedSeconds(message.getHeaders('contact'), expires, account.instanceId, asked.seconds)
    this.#timer = setTimeout(() => this.register(), refreshAfterMs(granted, random()))
    onRegistered()
  }

  #reject(asked: Asked, message: Core.IncomingResponseMessage): void {
    const code = message.statusCode ?? 0
    const shortest = Number.parseInt(message.getHeader('min-expires') ?? '', 10)
    if (code === 423 && shortest > asked.seconds && !asked.settled) this.#registerFor(shortest)
    else this.#refuse(asked, readRefusal(code, message))
  }

  /** RFC 3261 section 10.2.8. */
  #registerFor(seconds: number): void {
    this.#seconds = seconds
    this.register()
  }

  #refuse(asked: Asked, refused: Refused): void {
    if (asked.settled) return
    asked.settled = true
    clearTimeout(this.#timer)
    this.#parts.onRefused(refused)
  }
}

function readRefusal(code: number, message: Core.IncomingResponseMessage): Refused {
  const madeUp = !message.hasHeader('via')
  const retry = retryAfterMs(message.getHeader('retry-after'))
  return { reason: refusal(code, madeUp), ...(madeUp ? {} : { code }), retryAfterMs: retry }
}
