import type { CommandResult } from '#contract'
import type { DeskBridge } from '../../bridge.ts'
import { dialledNumber, writtenNumber } from '../../ui/number/phone-number.ts'
import { onceMore } from '../../ui/once-more.ts'

export type DialKind = 'number' | 'agent' | 'queue'
export type DialRefused = Extract<CommandResult, { ok: false }> & {
  readonly what: 'call' | 'pick-up'
  readonly number: string
}

/** What was called, to call it again. */
export interface Dialled {
  readonly kind: DialKind
  readonly number: string
}

const mostRecent = 10
/** Past calls that are looked through for them: the same number is often called again. */
const mostSought = 50

const isSame = (one: Dialled, other: Dialled) => one.kind === other.kind && one.number === other.number

/** What of dialling this agent may do at this site; asked each time. */
export interface DialSite {
  /** The platform lets them call numbers outside (spec/ccgateway.md 7, `iscallout`). */
  readonly callOut: boolean
  /** Calls may have pictures, on the phone that is used now. */
  readonly video: boolean
  /** Another number: the history is other than it was. */
  readonly history: number
}

/** The number being typed or called back, how it is called, and what became of it. */
export class Dialling {
  readonly #bridge: DeskBridge
  readonly #site: DialSite
  draft = $state('')
  #kind = $state<DialKind>('number')
  /** With the camera; for the next call alone. */
  video = $state(false)
  /** The number to show; the platform's own when empty. */
  caller = $state('')
  /** The queue a call outside is booked on. */
  queueId = $state<number | null>(null)
  #pending = $state(false)
  #refused = $state.raw<DialRefused | null>(null)
  /** Called from this desk since it was opened. */
  #called = $state.raw<readonly Dialled[]>([])
  /** Called before, as the history has it. */
  #past = $state.raw<readonly Dialled[]>([])
  #recalled = -1
  #field: HTMLInputElement | null = null

  constructor(bridge: DeskBridge, site: DialSite = { callOut: true, video: false, history: 0 }) {
    this.#bridge = bridge
    this.#site = site
  }

  get mayCallOut(): boolean {
    return this.#site.callOut
  }

  get mayVideo(): boolean {
    return this.#site.video
  }

  get kind(): DialKind {
    return this.#kind === 'number' && !this.mayCallOut ? 'agent' : this.#kind
  }

  set kind(kind: DialKind) {
    this.#kind = kind
  }

  get pending(): boolean {
    return this.#pending
  }

  get refused(): DialRefused | null {
    return this.#refused
  }

  /** Newest first, each once, as far as it may be called now. */
  get recent(): readonly Dialled[] {
    const all = [...this.#called, ...this.#past].filter(({ kind }) => kind !== 'number' || this.mayCallOut)
    return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at).slice(0, mostRecent)
  }

  get history(): number {
    return this.#site.history
  }

  /** What was called outside before this desk was opened, or before Earshot was started. */
  readonly refresh: () => Promise<void> = onceMore(async () => {
    const found = await this.#bridge.request('history.search', { text: '', filter: 'outgoing', limit: mostSought })
    this.#past = found.calls.filter(({ number }) => number !== '').map(({ number }) => ({ kind: 'number', number }))
  })

  /** For `{@attach}` on the number field, so that a key can bring the agent there. */
  readonly field = (element: HTMLInputElement) => {
    this.#field = element
    return () => {
      this.#field = null
    }
  }

  focus(): void {
    this.#field?.focus()
    this.#field?.select()
  }

  /** As people write it while it is typed at its end; corrections in the middle are left as they are. */
  type(text: string, atEnd: boolean): void {
    const grows = text.length > this.draft.length
    this.#recalled = -1
    this.draft = this.kind === 'number' && atEnd && grows && dialledNumber(text) ? written(text) : text
  }

  /** The one called before what stands in the field (`1`), or after it (`-1`). */
  recall(step: 1 | -1): void {
    const { recent } = this
    const at = Math.min(recent.length - 1, this.#recalled + step)
    if (at < -1 || recent.length === 0) return
    this.#recalled = at
    const recalled = recent[at]
    this.draft = recalled ? written(recalled.number) : ''
    if (recalled) this.kind = recalled.kind
  }

  /** Calls what is typed, in the way that is chosen. */
  submit(): Promise<void> {
    return this.kind === 'number' ? this.dial(this.draft) : this.callInside(this.kind, this.draft)
  }

  again(dialled: Dialled): Promise<void> {
    return dialled.kind === 'number' ? this.dial(dialled.number) : this.callInside(dialled.kind, dialled.number)
  }

  async dial(text: string, video = this.video && this.mayVideo): Promise<void> {
    const number = dialledNumber(text)
    const caller = dialledNumber(this.caller)
    const { queueId } = this
    const how = { ...(caller && { caller }), ...(queueId !== null && { queueId }), ...(video && { video }) }
    await this.#call({ kind: 'number', number }, () => this.#bridge.request('calls.dial', { number, ...how }))
  }

  async callInside(kind: 'agent' | 'queue', text: string): Promise<void> {
    const number = dialledNumber(text)
    await this.#call({ kind, number }, () =>
      this.#bridge.request('calls.callInside', { to: { kind, address: number } }),
    )
  }

  async pickUp(workNumber: string): Promise<void> {
    await this.#ask('pick-up', workNumber, () => this.#bridge.request('calls.pickUp', { workNumber }))
  }

  dismiss(): void {
    this.#refused = null
  }

  async #call(dialled: Dialled, ask: () => Promise<CommandResult>): Promise<void> {
    if (!dialled.number || this.#pending) return
    this.#called = [dialled, ...this.#called.filter((other) => !isSame(dialled, other))].slice(0, mostRecent)
    if (!(await this.#ask('call', dialled.number, ask))) return
    this.draft = ''
    this.video = false
  }

  async #ask(what: DialRefused['what'], number: string, ask: () => Promise<CommandResult>): Promise<boolean> {
    this.#pending = true
    this.#refused = null
    try {
      const result = await ask()
      if (!result.ok) this.#refused = { ...result, what, number }
      return result.ok
    } finally {
      this.#pending = false
    }
  }
}

const written = (text: string) => {
  const number = dialledNumber(text)
  const shown = writtenNumber(number)
  return shown === number ? text : shown
}
