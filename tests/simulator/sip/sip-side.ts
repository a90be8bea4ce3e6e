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

/** A leg's picture, as the engine and the tests see it. */
export interface Picture {
  /** Whether this end takes a picture and gives one: what is offered and answered from now on. */
  wanted: boolean
  /** Shows the softphone its own picture, as a mirror: what arrives goes back. Nothing else is ever sent. */
  mirror: boolean
  /** What both sides agreed on, as the softphone sees it. */
  readonly agreed: { readonly sends: boolean; readonly receives: boolean }
  /** The softphone's last description has a picture in it. */
  readonly offered: boolean
  onOffered: (offered: boolean) => void
  /** Packets of a picture that came, and when the last one came: the witness against an open camera. */
  readonly packets: number
  readonly lastAt: number | null
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
  readonly inside: Inside
  readonly picture: Picture
}

/** A key of the softphone's, by RTP event (RFC 4733) or by SIP INFO. */
export interface Key {
  readonly key: string
  readonly by: 'rtp' | 'info'
}

/** What goes on inside a dialog that stands. Answers are final codes. */
export interface Inside {
  /** The softphone's last offer did not want to hear (RFC 3264 section 8.4). */
  readonly held: boolean
  onHold: (held: boolean) => void
  /** The same keys as `voice.digits`, and how each came. */
  readonly keys: readonly Key[]
  /** Holds the softphone as a PBX does, or in the way of RFC 2543; null takes it back. Offers again after a glare. */
  hold(how: 'sendonly' | 'inactive' | 'zero-address' | null): Promise<number>
  /** Offers again, with or without a picture (RFC 3264 section 8). */
  offerPicture(wanted: boolean): Promise<number>
  /** INVITE without an offer: the softphone offers, our answer goes with the ACK (RFC 3261 section 14.2). */
  askForOffer(): Promise<number>
  /** UPDATE (RFC 3311), which offers a hold, or nothing. */
  update(how?: 'sendonly' | 'sendrecv'): Promise<number>
  /** The softphone hands its far side over; refused with 603 until told otherwise. */
  onRefer: (refer: Refer) => void
  /** The softphone's refreshes of the session: UPDATE without an offer (RFC 4028 section 7.4). */
  readonly refreshes: number
  /** The other one the call was carried to, with `faults.forkRings` or `faults.forkAnswers`. */
  readonly fork: Fork | null
  /** What the softphone asks in this dialog from now on is answered with 481. */
  forget(): void
}

/** Another dialog of the same INVITE, with media of its own. */
export interface Fork {
  readonly voice: Voice
  readonly pracked: boolean
  readonly acknowledged: boolean
  readonly ended: boolean
}

/** RFC 3515. */
export interface Refer {
  /** The user part of Refer-To. */
  readonly to: string
  /** The leg to be joined instead of dialled: Refer-To with Replaces (RFC 3891). */
  readonly replaces: PhoneLeg | null
  /** 202, and a first NOTIFY that says 100. */
  accept(): void
  refuse(code: number): void
  /** What becomes of it; a final code ends the subscription. */
  notify(code: number, reason: string): void
}

/** Who the softphone is told is calling. */
export interface Caller {
  readonly number: string
  readonly name?: string
  /** Whole header lines for the INVITE, such as `Alert-Info: <http://localhost>;info=alert-autoanswer`. */
  readonly headers?: readonly string[]
  /** The INVITE offers a picture. */
  readonly video?: boolean
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
  /** How who registers or dials is challenged; `both` offers SHA-256 before MD5 (RFC 8760). */
  challenge: 'MD5' | 'SHA-256' | 'both'
  /** So many next offers of the softphone's meet one of ours that was sent before they came (RFC 3261 section 14). */
  glare: number
  /** What the softphone dials rings at another first, with a 183 that describes its media (RFC 3960 section 3). */
  forkRings: 'no' | 'unreliably' | 'reliably'
  /** What the softphone dials is answered twice, as behind a forking proxy (RFC 3261 section 13.2.2.4). */
  forkAnswers: boolean
  /** 180 is sent reliably (RFC 3262), and 200 only after its PRACK. */
  reliableRinging: boolean
  /** Take and offer keys as RTP events (RFC 4733); off, only INFO is left. Of legs that begin after it is set. */
  telephoneEvents: boolean
  /** Answer with BUNDLE (RFC 9143) what the softphone dials; many a PBX does not. */
  bundle: boolean
  /** The `Session-Expires` of our 200 to what the softphone dials, such as `90;refresher=uac` (RFC 4028). */
  sessionExpires: string | null
  /** Swallow everything the phone sends (black hole, no FIN). */
  deaf: boolean
  /** Milliseconds added before each message to the phone. */
  delayMs: number
  /** Close every socket now, with a close frame or by destroying it. */
  closeSockets(how: 'close' | 'destroy'): void
  /** Write these bytes to the phone's socket as they are. */
  sendRaw(number: string, text: string): void
}
