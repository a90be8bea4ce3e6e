import type { Core } from 'sip.js'

/** A session that is not refreshed in time is over (RFC 4028); who refreshes it is agreed with every exchange. */
export interface Timing {
  readonly seconds: number
  readonly refresher: 'us' | 'far-side'
}

/** RFC 4028 section 5: nobody may be asked for less. */
const shortestSeconds = 90

type Headers = Pick<Core.IncomingRequestMessage, 'getHeader' | 'getHeaders'>

interface Expiry {
  readonly seconds: number
  readonly refresher: string | undefined
}

function readExpiry(message: Headers): Expiry | null {
  const header = message.getHeader('session-expires') ?? message.getHeader('x')
  const seconds = Number.parseInt(header ?? '', 10)
  if (!(seconds > 0)) return null
  return { seconds, refresher: /;\s*refresher\s*=\s*(uac|uas)/i.exec(header ?? '')?.[1]?.toLowerCase() }
}

export function hasTag(message: Headers, name: 'supported' | 'require' | 'allow', tag: string): boolean {
  const values = [...message.getHeaders(name), ...(name === 'supported' ? message.getHeaders('k') : [])]
  return values.some((value) =>
    value
      .toLowerCase()
      .split(/\s*,\s*/)
      .includes(tag),
  )
}

/** What is answered to a request that sets up or refreshes a session (RFC 4028 section 9). */
export interface TimingAnswer {
  readonly timing: Timing | null
  readonly headers: readonly string[]
  /** 422: too short; the header says what would do. */
  readonly tooShort: boolean
}

export function answerTiming(message: Headers): TimingAnswer {
  const expiry = readExpiry(message)
  if (expiry === null) return { timing: null, headers: [], tooShort: false }
  const supported = hasTag(message, 'supported', 'timer')
  if (supported && expiry.seconds < shortestSeconds)
    return { timing: null, headers: [`Min-SE: ${shortestSeconds}`], tooShort: true }
  const theirs = supported && expiry.refresher !== 'uas'
  const headers = [`Session-Expires: ${expiry.seconds};refresher=${theirs ? 'uac' : 'uas'}`]
  const timing: Timing = { seconds: expiry.seconds, refresher: theirs ? 'far-side' : 'us' }
  return { timing, headers: theirs ? [...headers, 'Require: timer'] : headers, tooShort: false }
}

/** What a 2xx to a request of ours agrees to (RFC 4028 section 7.2). */
export function agreedTiming(message: Headers): Timing | null {
  const expiry = readExpiry(message)
  return expiry && { seconds: expiry.seconds, refresher: expiry.refresher === 'uas' ? 'far-side' : 'us' }
}

export interface SessionTimerParts {
  readonly refresh: () => void
  /** The far side has not refreshed the session, and so has left it. */
  readonly onExpired: () => void
}

export class SessionTimer {
  readonly #parts: SessionTimerParts
  #timing: Timing | null = null
  #shortest = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: SessionTimerParts) {
    this.#parts = parts
  }

  /** Agreed anew, by whichever exchange. */
  agree(timing: Timing | null): void {
    this.#timing = timing
    this.#wait()
  }

  /** The refresh was refused as too short (422): the next one asks for as much as is wanted. */
  lengthen(message: Headers): boolean {
    const shortest = Number.parseInt(message.getHeader('min-se') ?? '', 10)
    if (this.#timing === null || !(shortest > this.#timing.seconds)) return false
    this.#shortest = shortest
    this.#timing = { ...this.#timing, seconds: shortest }
    return true
  }

  /** What a request of ours that refreshes the session says (RFC 4028 section 7.4). */
  get headers(): readonly string[] {
    if (this.#timing === null) return []
    const refresher = this.#timing.refresher === 'us' ? 'uac' : 'uas'
    const expires = `Session-Expires: ${this.#timing.seconds};refresher=${refresher}`
    return this.#shortest > 0 ? [expires, `Min-SE: ${this.#shortest}`] : [expires]
  }

  stop(): void {
    this.#timing = null
    clearTimeout(this.#timer)
  }

  /** RFC 4028 section 10: refreshed at the half; given up the lesser of 32 s and a third before the end. */
  #wait(): void {
    clearTimeout(this.#timer)
    if (this.#timing === null) return
    const { seconds, refresher } = this.#timing
    if (refresher === 'us') this.#timer = setTimeout(() => this.#refresh(), seconds * 500)
    else this.#timer = setTimeout(this.#parts.onExpired, (seconds - Math.min(32, seconds / 3)) * 1_000)
  }

  #refresh(): void {
    // An answer agrees anew; without one there is time for another attempt.
    this.#wait()
    this.#parts.refresh()
  }
}
