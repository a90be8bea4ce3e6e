import { Core } from 'sip.js'
import { sha256 } from './sha-256.ts'

/** A challenge as SIP.js's grammar reads it. */
interface Challenge {
  readonly algorithm?: string
  readonly realm?: string
  readonly nonce?: string
  readonly opaque?: string
  readonly qop?: readonly string[]
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Answers challenges by SHA-256 (RFC 8760) and, as SIP.js does, by MD5. It holds no copy of the secret: that is
 * whatever is at hand when it is used (RFC 3261 section 22).
 */
export class Credentials extends Core.DigestAuthentication {
  readonly #number: string
  readonly #secret: () => string
  #answer: string | null = null

  constructor(loggers: Core.LoggerFactory, number: string, secret: () => string) {
    super(loggers, undefined, number, undefined)
    this.#number = number
    this.#secret = secret
    Object.defineProperty(this, 'password', { get: secret })
  }

  override authenticate(request: Core.OutgoingRequestMessage, challenge: Challenge, body?: string): boolean {
    this.#answer = null
    if (challenge.algorithm !== 'SHA-256') return super.authenticate(request, challenge, body)
    const { realm, nonce, qop } = challenge
    if (realm === undefined || nonce === undefined || (qop !== undefined && !qop.includes('auth'))) return false
    this.#answer = this.#respond(`${request.ruri}`, request.method, { ...challenge, realm, nonce })
    return true
  }

  override toString(): string {
    return this.#answer ?? super.toString()
  }

  /** RFC 7616 section 3.4; a nonce is used once, so its count is always one. */
  #respond(
    uri: string,
    method: string,
    challenge: Challenge & { readonly realm: string; readonly nonce: string },
  ): string {
    const { realm, nonce, opaque, qop } = challenge
    const clientNonce = hex(crypto.getRandomValues(new Uint8Array(12)))
    const secret = sha256(`${this.#number}:${realm}:${this.#secret()}`)
    const asked = sha256(`${method}:${uri}`)
    const parts = qop === undefined ? [secret, nonce, asked] : [secret, nonce, count, clientNonce, 'auth', asked]
    return [
      `Digest algorithm=SHA-256, username="${this.#number}", realm="${realm}", nonce="${nonce}", uri="${uri}"`,
      `response="${sha256(parts.join(':'))}"`,
      ...(opaque === undefined ? [] : [`opaque="${opaque}"`]),
      ...(qop === undefined ? [] : [`qop=auth, cnonce="${clientNonce}", nc=${count}`]),
    ].join(', ')
  }
}

const count = '00000001'
