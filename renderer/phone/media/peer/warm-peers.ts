import type { LineAccount } from '#contract'

/** The part of an RTCCertificate that tells how long it is good for. */
export interface Certificate {
  readonly expires: number
}

export interface WarmPeersParts<P, C extends Certificate> {
  readonly make: (account: LineAccount, certificate: C | null) => P
  readonly certify: () => Promise<C>
  readonly discard: (peer: P) => void
  readonly now: () => number
}

/** Gathered candidates grow old with the network they were gathered on. */
const freshMs = 300_000
const dayMs = 86_400_000

/** One peer connection made ahead of the call that will need it: certificate made, candidates gathered. */
export class WarmPeers<P, C extends Certificate> {
  readonly #parts: WarmPeersParts<P, C>
  #account: LineAccount | null = null
  #warm = false
  #certificate: C | null = null
  #ready: P | null = null
  #age: ReturnType<typeof setTimeout> | undefined

  constructor(parts: WarmPeersParts<P, C>) {
    this.#parts = parts
  }

  /** What peers are for, and whether one is to be ready. */
  want(account: LineAccount | null, warm: boolean): void {
    const changed = JSON.stringify(account) !== JSON.stringify(this.#account)
    this.#account = account
    this.#warm = warm && account !== null
    if (changed || !this.#warm) this.#drop()
    void this.refill()
  }

  /** The ready one, or else one made on the spot. */
  take(): P {
    clearTimeout(this.#age)
    const peer = this.#ready ?? this.#make()
    this.#ready = null
    return peer
  }

  /** Makes the next one; called when a call has been set up, so as not to hold it up. */
  async refill(): Promise<void> {
    if (!this.#warm || this.#ready !== null) return
    await this.#certify()
    if (!this.#warm || this.#ready !== null) return
    this.#ready = this.#make()
    this.#age = setTimeout(() => this.renew(), freshMs)
  }

  /** The network changed: what was gathered on the old one is of no use. */
  renew(): void {
    this.#drop()
    void this.refill()
  }

  #drop(): void {
    clearTimeout(this.#age)
    if (this.#ready !== null) this.#parts.discard(this.#ready)
    this.#ready = null
  }

  async #certify(): Promise<void> {
    const left = (this.#certificate?.expires ?? 0) - this.#parts.now()
    if (left < dayMs) this.#certificate = await this.#parts.certify()
  }

  #make(): P {
    if (this.#account === null) throw new Error('no account to make a connection for')
    return this.#parts.make(this.#account, this.#certificate)
  }
}
