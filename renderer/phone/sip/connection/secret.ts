import type { Core } from 'sip.js'
import { Credentials } from './digest/credentials.ts'

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

  /** What answers the challenge that is being delivered; whatever is at hand when it is used is its secret. */
  credentials(username: string, loggers: Core.LoggerFactory): Core.DigestAuthentication | undefined {
    return this.#value === null ? undefined : new Credentials(loggers, username, () => this.#value ?? '')
  }
}
