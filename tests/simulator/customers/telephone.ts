import type { CallEnd, CallPhase, Party } from '../platform/model.ts'
import type { PhoneLeg, Source } from '../sip/sip-side.ts'
import { tone } from '../voice/tone.ts'
import { wav } from '../voice/wav.ts'
import type { CustomerCall, Utterance } from './customer.ts'
import { createListening } from './listening.ts'

/** The ear goes on after the end, so that its silence can be witnessed. */
const afterwardsMs = 1_000

export interface TelephoneOptions {
  readonly number: string
  readonly name: string | null
  readonly camera: boolean
  readonly says: Utterance
  readonly phase: CallPhase
  readonly id: () => string
  readonly hangUp: (party: Party) => void
  readonly leg: (party: Party) => PhoneLeg | null
}

/** A customer's end of one call: mouth, ear, and what becomes of it. */
export interface Telephone {
  readonly call: CustomerCall
  readonly party: Party
}

export function openTelephone(options: TelephoneOptions): Telephone {
  const { ear, hear, stop } = createListening()
  const life = createLife({ phase: options.phase, leg: () => options.leg(party) })
  void life.ended.then(() => setTimeout(stop, afterwardsMs).unref())

  let source = sourceOf(options.says)
  let keys = ''
  const call: CustomerCall = {
    get id() {
      return options.id()
    },
    number: options.number,
    get state() {
      return life.state()
    },
    talking: life.talking,
    ended: life.ended,
    get end() {
      return life.end()
    },
    hangUp: () => options.hangUp(party),
    say: (what) => {
      source = sourceOf(what)
    },
    hears: ear,
    get keys() {
      return keys
    },
    get leg() {
      return life.leg()
    },
  }
  const party: Party = {
    number: options.number,
    ...(options.name !== null && { name: options.name }),
    camera: options.camera,
    say: () => source?.() ?? null,
    hear,
    onPhase: life.onPhase,
    onKeys: (more) => {
      keys += more
    },
  }
  return { call, party }
}

/** What becomes of the call, as the customer can tell. */
function createLife(options: { readonly phase: CallPhase; readonly leg: () => PhoneLeg | null }) {
  const talking = deferred<boolean>()
  const ended = deferred<CallEnd>()
  let state = options.phase
  let ending: CallEnd | null = null
  let seen: PhoneLeg | null = null
  const leg = () => {
    seen = options.leg() ?? seen
    return seen
  }
  const onPhase = (phase: CallPhase, end: CallEnd | null) => {
    state = phase
    leg()
    if (phase === 'talking') talking.resolve(true)
    if (phase !== 'ended') return
    ending = end ?? 'ended-by-platform'
    talking.resolve(false)
    ended.resolve(ending)
  }
  return { talking: talking.promise, ended: ended.promise, state: () => state, end: () => ending, leg, onPhase }
}

export function sourceOf(what: Utterance): Source | null {
  if (what === null) return null
  return typeof what === 'number' ? tone(what) : wav(what)
}

function deferred<T>(): { readonly promise: Promise<T>; resolve(value: T): void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve: (value) => resolve(value) }
}
