import type { AgentLine, Telephone } from '../platform/model.ts'
import { createDeferred } from '../sip/legs/deferred.ts'
import type { Hearing, LegEnd, Source } from '../sip/sip-side.ts'
import type { Utterance } from './customer.ts'
import { createListening } from './listening.ts'
import { sourceOf } from './telephone.ts'

export interface DeskPhoneOptions {
  readonly number: string
  readonly tone?: Utterance
  /** Its person is beside it, unless a test picks up by hand. */
  readonly picksUp?: 'at-once' | 'by-hand'
}

/** An agent's phone that is no softphone: a mobile, a landline, a desk phone, with its person. */
export interface DeskPhone {
  readonly number: string
  readonly state: 'at-rest' | 'rings' | 'off-hook'
  /** Resolves when it rings, at once if it does. */
  rings(): Promise<void>
  pickUp(): void
  /** Of a phone that rings: its person does not want the call. */
  hangUp(): void
  say(what: Utterance): void
  readonly hears: Hearing
}

interface Calling {
  readonly answer: (taken: boolean) => void
  readonly end: (end: LegEnd) => void
}

export interface DeskPhoneLine extends DeskPhone, Telephone {
  stop(): void
}

export function createDeskPhone(options: DeskPhoneOptions): DeskPhoneLine {
  const { ear, hear, stop } = createListening()
  let source = sourceOf(options.tone ?? null)
  let calling: Calling | null = null
  let state: DeskPhone['state'] = 'at-rest'
  let waiting: (() => void)[] = []

  const say: Source = () => source?.() ?? null
  const finish = (end: LegEnd) => {
    calling?.answer(false)
    calling?.end(end)
    calling = null
    state = 'at-rest'
  }
  const pickUp = () => {
    if (state !== 'rings') throw new Error(`The telephone ${options.number} does not ring`)
    state = 'off-hook'
    calling?.answer(true)
  }
  const ring = (): AgentLine => {
    const answered = createDeferred<boolean>()
    const ended = createDeferred<LegEnd>()
    calling = { answer: answered.resolve, end: ended.resolve }
    state = 'rings'
    for (const wake of waiting.splice(0)) wake()
    if (options.picksUp !== 'by-hand') pickUp()
    const hangUp = () => finish({ by: 'centre' })
    return { end: { say, hear }, dialog: null, answered: answered.promise, ended: ended.promise, hangUp }
  }
  return {
    number: options.number,
    ring,
    stop,
    get state() {
      return state
    },
    rings: () =>
      new Promise((resolve) => {
        if (state === 'rings') resolve()
        else waiting = [...waiting, resolve]
      }),
    pickUp,
    hangUp: () => finish({ by: 'phone' }),
    say: (what) => {
      source = sourceOf(what)
    },
    hears: ear,
  }
}
