import type { Microphone as MicrophoneFact } from '#contract'

/** A track as far as the microphone needs it; a browser's `MediaStreamTrack` is one. */
export interface VoiceTrack {
  enabled: boolean
  readonly label: string
  clone(): VoiceTrack
  stop(): void
}

/** Where a dialog's voice goes out; an `RTCRtpSender` is one. */
export interface VoiceSender {
  replaceTrack(track: VoiceTrack | null): Promise<void>
}

/** Where the sound comes from, as `capture.ts` reports it. */
export type Source<T = VoiceTrack> = { readonly status: 'held'; readonly track: T; readonly label: string } | NoSource

export interface NoSource {
  readonly status: 'at-rest' | 'missing' | 'refused' | 'unplugged' | 'failed'
  readonly label: string
}

interface Leg {
  sender: VoiceSender | null
  track: VoiceTrack | null
  established: boolean
  /** Both sides may hold at once. */
  readonly heldBy: Set<Holder>
  /** It could hear the microphone before; who speaks to it now may not know that it cannot. */
  wasOpen: boolean
}

export type Holder = 'us' | 'far-side'

export interface MicrophoneParts {
  readonly onFact: (microphone: MicrophoneFact) => void
  /** What a muted or held call does not get to hear, for as long as that lasts; it goes to no sender. */
  readonly onUnheard: (track: VoiceTrack | null) => void
  readonly onTrouble: (error: Error) => void
}

/**
 * The one place that opens the microphone. Every dialog has a track of its own, closed from the start (a disabled track
 * sends silence, so RTP goes on and the path stays open); `#settle` is all that opens and closes them. Open means:
 * this dialog is established, nobody holds it, and it is the one main wants.
 */
export class Microphone {
  readonly #parts: MicrophoneParts
  readonly #legs = new Map<string, Leg>()
  #wanted: string | null = null
  #source: Source = { status: 'at-rest', label: '' }
  #trying = false
  /** A track that goes nowhere, for trying out and for noticing who speaks unheard. */
  #spare: VoiceTrack | null = null
  #unheard: VoiceTrack | null = null
  #told = ''

  constructor(parts: MicrophoneParts) {
    this.#parts = parts
  }

  /** The one dialog that may be heard, or none. */
  openFor(dialogId: string | null): void {
    this.#wanted = dialogId
    this.#settle()
  }

  /** A dialog has something to send with. */
  attach(dialogId: string, sender: VoiceSender): void {
    const leg = this.#leg(dialogId)
    leg.sender = sender
    this.#connect(leg)
    this.#settle()
  }

  established(dialogId: string): void {
    this.#leg(dialogId).established = true
    this.#settle()
  }

  held(dialogId: string, by: Holder, held: boolean): void {
    const { heldBy } = this.#leg(dialogId)
    if (held) heldBy.add(by)
    else heldBy.delete(by)
    this.#settle()
  }

  ended(dialogId: string): void {
    const leg = this.#legs.get(dialogId)
    this.#legs.delete(dialogId)
    if (leg !== undefined) this.#cut(leg)
    this.#settle()
  }

  /** The device was taken, changed or lost. */
  use(source: Source): void {
    this.#source = source
    this.#dropSpare()
    for (const leg of this.#legs.values()) this.#connect(leg)
    this.#settle()
  }

  /** Lets the meter of the settings listen while there is no dialog at all; nobody else can hear that. */
  tryOut(on: boolean): void {
    this.#trying = on
    this.#settle()
  }

  /** For the meter: what is being sent, or what is being tried out. */
  get audible(): VoiceTrack | null {
    return this.#open() ?? (this.#legs.size === 0 ? this.#spare : null)
  }

  #open(): VoiceTrack | null {
    return [...this.#legs.values()].find((leg) => leg.track?.enabled === true)?.track ?? null
  }

  #leg(dialogId: string): Leg {
    const leg = this.#legs.get(dialogId) ?? {
      sender: null,
      track: null,
      established: false,
      heldBy: new Set(),
      wasOpen: false,
    }
    this.#legs.set(dialogId, leg)
    return leg
  }

  #connect(leg: Leg): void {
    this.#cut(leg)
    if (leg.sender === null) return
    leg.track = this.#source.status === 'held' ? this.#source.track.clone() : null
    if (leg.track !== null) leg.track.enabled = false
    leg.sender.replaceTrack(leg.track).catch(this.#parts.onTrouble)
  }

  #cut(leg: Leg): void {
    if (leg.track === null) return
    leg.track.enabled = false
    leg.track.stop()
    leg.track = null
  }

  #settle(): void {
    for (const [id, leg] of this.#legs) {
      if (leg.track === null) continue
      leg.track.enabled = leg.established && leg.heldBy.size === 0 && id === this.#wanted
      leg.wasOpen ||= leg.track.enabled
    }
    this.#settleSpare()
    this.#tell()
  }

  #settleSpare(): void {
    const muted = this.#open() === null && [...this.#legs.values()].some((leg) => leg.established && leg.wasOpen)
    const trying = this.#trying && this.#legs.size === 0
    if (this.#source.status !== 'held' || !(muted || trying)) this.#dropSpare()
    else if (this.#spare === null) {
      this.#spare = this.#source.track.clone()
      this.#spare.enabled = true
    }
    this.#tellUnheard(muted ? this.#spare : null)
  }

  #dropSpare(): void {
    this.#spare?.stop()
    this.#spare = null
  }

  #tellUnheard(track: VoiceTrack | null): void {
    if (track === this.#unheard) return
    this.#unheard = track
    this.#parts.onUnheard(track)
  }

  #tell(): void {
    const fact = this.#fact()
    const told = `${fact.status} ${fact.label}`
    if (told === this.#told) return
    this.#told = told
    this.#parts.onFact(fact)
  }

  #fact(): MicrophoneFact {
    if (this.#source.status !== 'held') return this.#source
    return { status: this.#open() === null ? 'ready' : 'open', label: this.#source.label }
  }
}
