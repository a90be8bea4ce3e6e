/**
 * The seam between the call engine and the SIP side of the simulated platform. The engine decides who talks to whom;
 * the SIP side carries it to the softphones over WSS, DTLS and SRTP.
 */

/** Milliseconds since the epoch. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What was heard, as stretches of one tone or of silence. */
export interface Heard extends Span {
  /** Dominant frequency in Hz, null for silence, 0 for sound that is not a tone. */
  readonly hz: number | null
}

/** What was heard, as stretches of tones that sound together: who is in a room, one tone each. */
export interface Chord extends Span {
  /** In Hz, lowest first, 100 Hz and more apart; none is silence, a single 0 sound that is no tone. */
  readonly tones: readonly number[]
}

/** An ear: a tone detector that never forgets. */
export interface Hearing {
  /** Everything heard so far, oldest first, the last one still running. */
  readonly heard: readonly Heard[]
  /** Resolves as soon as this tone (±3 %), or silence (null), has lasted `forMs` (default 200). */
  waitFor(hz: number | null, options?: { readonly forMs?: number; readonly timeoutMs?: number }): Promise<Heard>
  /** True if the tone was heard at all between two moments. */
  heardBetween(hz: number, from: number, to: number): boolean
  /** Longest stretch without that tone between two moments, in milliseconds. */
  longestGap(hz: number, from: number, to: number): number
  /** The same, as tones that sound together. */
  readonly chords: readonly Chord[]
  /** Resolves as soon as these tones, all of them and no others, have sounded together for `forMs` (default 200). */
  waitForChord(
    tones: readonly number[],
    options?: { readonly forMs?: number; readonly timeoutMs?: number },
  ): Promise<Chord>
  /** Whether the tone sounded between two moments, alone or among others; a gap of up to 60 ms is none. */
  amongTones(hz: number, from: number, to: number): 'throughout' | 'partly' | 'never'
}

/** Where sound comes from: 20 ms frames of 160 samples, 16-bit, 8 kHz. Called once a frame; null is silence. */
export type Source = () => Int16Array | null

/** Both directions of one leg to a softphone. */
export interface Voice {
  /** What the softphone is made to hear from now on; null sends silence (RTP keeps flowing). */
  say(source: Source | null): void
  /** Everything the softphone sends, bridged or not, from its first packet: the witness against a hot microphone. */
  readonly hearing: Hearing
  /** Every decoded 20 ms frame from the softphone, while set, and when it came. */
  onFrame: ((frame: Int16Array, at?: number) => void) | null
  /** Keys the softphone dialled during the call (RFC 4733 events or SIP INFO), in order. */
  readonly digits: string
}

export type LegEnd =
  | { readonly by: 'phone'; readonly code?: number; readonly reason?: string }
  | { readonly by: 'centre' }
  | { readonly by: 'failure'; readonly why: string }

/** One SIP dialog with a softphone, whichever side began it. */
export interface PhoneLeg {
  readonly callId: string
  readonly number: string
  /** Resolves true at 200 OK (we called) or when the phone's ACK came (it called); false if it ended before. */
  readonly answered: Promise<boolean>
  readonly ended: Promise<LegEnd>
  readonly voice: Voice
  /** When INVITE was written and 200 OK read, epoch ms with fractions, as far as it has happened. */
  readonly times: { readonly invite?: number; readonly ringing?: number; readonly ok?: number; readonly ended?: number }
  /** BYE or CANCEL, whichever fits. */
  hangUp(): void
  /** Only for a leg the phone began: 180, then 200 OK. */
  ring(): void
  accept(): Promise<void>
  refuse(code: number, reason: string): void
}

/** Who the softphone is told is calling. */
export interface Caller {
  readonly number: string
  readonly name?: string
  /** Whole header lines for the INVITE, such as `Alert-Info: <http://localhost>;info=alert-autoanswer`. */
  readonly headers?: readonly string[]
}

export interface SipAccount {
  readonly number: string
  readonly password: string
}

export interface SipSide {
  /** `wss://localhost:PORT/ws` */
  readonly url: string
  isRegistered(number: string): boolean
  /** Calls a registered softphone at once. Without a registration the leg fails with `no registration`. */
  invite(number: string, from: Caller): PhoneLeg
  /** A registered softphone dials out. Default refuses with 404. */
  onDial: (leg: PhoneLeg, called: string) => void
  onRegistration: (number: string, registered: boolean) => void
  readonly faults: SipFaults
  stop(): Promise<void>
}

/** Things that go wrong on demand. Each stays until changed back. */
export interface SipFaults {
  /** Answer every REGISTER with this code (403, 503, …); null: behave. */
  refuseRegister: number | null
  /** Swallow everything the phone sends (black hole, no FIN). */
  deaf: boolean
  /** Milliseconds added before each message to the phone. */
  delayMs: number
  /** Close every socket now, with a close frame or by destroying it. */
  closeSockets(how: 'close' | 'destroy'): void
  /** Write these bytes to the phone's socket as they are. */
  sendRaw(number: string, text: string): void
}
