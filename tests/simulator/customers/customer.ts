import type { CallEnd, CallPhase } from '../platform/model.ts'
import type { Hearing, PhoneLeg } from '../sip/sip-side.ts'

/** A tone in Hz, the path of a WAV file, or nothing. */
export type Utterance = number | string | null

export interface CustomerOptions {
  readonly number: string
  readonly name?: string
  readonly tone?: Utterance
  /** What they do when somebody calls them; they answer unless said otherwise. */
  readonly whenCalled?: 'answers' | 'busy' | 'no-answer'
  /** How long it rings before they answer, or before the network gives up. */
  readonly ringMs?: number
  /** Whether their telephone has a camera: a mirror, in which whoever looks sees themselves. */
  readonly camera?: boolean
}

/** Somebody with a telephone and a voice. */
export interface Customer {
  readonly number: string
  readonly name: string | null
  /** Calls a queue by its name; hangs up after `patienceMs` without anybody talking to them. */
  callQueue(queue: string, options?: { readonly patienceMs?: number; readonly video?: boolean }): CustomerCall
  /** Calls a softphone past the gateway: a plain SIP call nobody announced. */
  callPhone(softphoneNumber: string, options?: { readonly video?: boolean }): CustomerCall
  /** Every call of theirs, oldest first. */
  readonly calls: readonly CustomerCall[]
  /** The next one that begins after this moment: somebody calls them. */
  nextCall(timeoutMs?: number): Promise<CustomerCall>
}

export interface CustomerCall {
  /** The platform's call id; of a plain SIP call, its Call-ID. */
  readonly id: string
  readonly number: string
  readonly state: CallPhase
  /** True when talking began, false if the call ended without. */
  readonly talking: Promise<boolean>
  readonly ended: Promise<CallEnd>
  /** How it ended; null while it lasts. */
  readonly end: CallEnd | null
  hangUp(): void
  say(what: Utterance): void
  /** What the platform lets them hear; the raw leg hears everything. */
  readonly hears: Hearing
  /** What agents pressed on the keypad for them (`seconddialex`). */
  readonly keys: string
  /** The leg to the softphone, from the moment there is one; stays after the end. */
  readonly leg: PhoneLeg | null
}
