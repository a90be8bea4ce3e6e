import { Core } from 'sip.js'

/**
 * The softphone's secret, for one challenge at a time: asked for when a challenge arrives, read by SIP.js while that
 * challenge is delivered, and gone when the answer is on its way.
 */
export class Secret {
  readonly #ask: () => Promise<string | null>
  #value: string | null = null

  constructor(ask: () => Promise<string | null>) {
    this.#ask = ask
  }

  /** Delivers a challenge with the secret at hand; without one it is delivered bare, and refused by SIP.js. */
  async during(deliver: () => void): Promise<void> {
    const value = await this.#ask()
    this.#value = value
    try {
      deliver()
    } finally {
      this.#value = null
    }
  }

  /** Credentials that hold no copy: their password is whatever is at hand when they are used (RFC 3261 section 22). */
  credentials(username: string, loggers: Core.LoggerFactory): Core.DigestAuthentication | undefined {
    if (this.#value === null) return undefined
    const credentials = new Core.DigestAuthentication(loggers, undefined, username, undefined)
    Object.defineProperty(credentials, 'password', { get: () => this.#value ?? '' })
    return credentials
  }
}
