import type { Call, CommandResult, TransferInput, TransferKind } from '#contract'
import type { Desk } from '../../desk.svelte.ts'
import { addressIn } from '../../ui/target/target.ts'
import { consultMode, type How, howsFor, kindsFor, mayHold } from './how.ts'
import { looksOutside, type Target, type TargetSource } from './target.ts'

type Refused = Extract<CommandResult, { ok: false }>

/** A transfer or consult being prepared: to whom, how, and what goes along. */
export class Handover {
  readonly #desk: Pick<Desk, 'bridge' | 'calls'>
  readonly #targets: TargetSource
  #callId = $state<string | null>(null)
  #text = $state('')
  #kind = $state<TransferKind>('agent')
  #kindChosen = false
  #how = $state<How | null>(null)
  #picked = $state.raw<Target | null>(null)
  #found = $state.raw<readonly Target[]>([])
  #pending = $state(false)
  #refused = $state.raw<Refused | null>(null)
  #faultShown = $state(false)
  holdCustomer = $state(true)
  caller = $state('')
  associatedData = $state('')

  /** The call it is about, while it can be handed over and when it no longer can. */
  readonly call = $derived.by(() => this.#desk.calls.list.find(({ id }) => id === this.#callId) ?? null)
  readonly kinds = $derived(this.call ? kindsFor(this.call) : [])
  /** The kind that is chosen, or the first there is while the chosen one is not offered. */
  readonly kind = $derived(this.kinds.includes(this.#kind) ? this.#kind : (this.kinds[0] ?? 'agent'))
  readonly hows = $derived(this.call ? howsFor(this.call, this.kind) : [])
  readonly how = $derived(this.#how && this.hows.includes(this.#how) ? this.#how : (this.hows[0] ?? null))
  readonly address = $derived(this.#picked?.address ?? addressIn(this.#text, this.kind))

  constructor(desk: Pick<Desk, 'bridge' | 'calls'>, targets: TargetSource) {
    this.#desk = desk
    this.#targets = targets
  }

  get isOpen(): boolean {
    return this.#callId !== null
  }

  get text(): string {
    return this.#text
  }

  get picked(): Target | null {
    return this.#picked
  }

  get found(): readonly Target[] {
    return this.#found
  }

  get pending(): boolean {
    return this.#pending
  }

  get refused(): Refused | null {
    return this.#refused
  }

  /** What is wrong with the address; told once it was tried, and gone with the next key. */
  get fault(): 'none' | 'wrong' | null {
    if (!this.#faultShown || this.address !== null) return null
    return this.#text.trim() === '' ? 'none' : 'wrong'
  }

  open(call: Call, wish: { readonly text?: string; readonly consult?: boolean } = {}): void {
    this.#callId = call.id
    this.#kind = 'agent'
    this.#kindChosen = false
    this.#how = wish.consult ? 'consult-two-party' : null
    this.#refused = null
    this.holdCustomer = true
    this.caller = ''
    this.associatedData = call.associatedData ?? ''
    this.type(wish.text ?? '')
  }

  close(): void {
    this.#callId = null
    this.#found = []
    this.#targets.watch(false, []).catch((error) => reportError(error))
  }

  /** What the directory knew when it was last asked; another one asks again. */
  get revision(): number {
    return this.#targets.revision
  }

  refresh(): void {
    this.#look(this.#text).catch((error) => reportError(error))
  }

  type(text: string): void {
    this.#text = text
    this.#picked = null
    this.#faultShown = false
    if (!this.#kindChosen) this.#kind = looksOutside(text) ? 'outside' : 'agent'
    this.refresh()
  }

  choose(kind: TransferKind): void {
    this.#kind = kind
    this.#kindChosen = true
    this.#picked = null
    this.refresh()
  }

  chooseHow(how: How): void {
    this.#how = how
  }

  pick(target: Target): void {
    this.#picked = target
    this.#kind = target.kind
    this.#text = target.name
    this.#how = target.how ?? this.#how
    this.#faultShown = false
  }

  async submit(): Promise<void> {
    const { how, call, address } = this
    this.#faultShown = true
    if (!call || !how || address === null || this.#pending) return
    this.#pending = true
    this.#refused = null
    try {
      const result = await this.#ask(call, how, address)
      if (result.ok) this.close()
      else this.#refused = result
    } finally {
      this.#pending = false
    }
  }

  #ask(call: Call, how: How, address: string): Promise<CommandResult> {
    const { kind, associatedData } = this
    const shared = {
      callId: call.id,
      ...(mayHold(how) && { holdCustomer: this.holdCustomer }),
      ...(associatedData && { associatedData }),
    }
    const consult = consultMode(how)
    if (consult && (kind === 'agent' || kind === 'queue'))
      return this.#desk.bridge.request('calls.consult', { ...shared, to: { kind, address }, mode: consult })
    const caller = kind === 'outside' && how !== 'release' ? this.caller.trim() : ''
    const mode = how as TransferInput['mode']
    return this.#desk.bridge.request('calls.transfer', {
      ...shared,
      to: { kind, address },
      mode,
      ...(caller && { caller }),
    })
  }

  /** Only the answer to what stands in the field now counts. */
  async #look(text: string): Promise<void> {
    const kinds = this.#kindChosen ? [this.#kind] : this.kinds
    const found = await this.#targets.find(text.trim(), kinds)
    if (text !== this.#text || this.#picked || !this.isOpen) return
    this.#found = found.filter(({ address }) => address !== this.call?.number)
    const known = found.filter(({ address }) => address === addressIn(text, 'outside'))
    if (!this.#kindChosen && known.length === 1 && known[0]) this.#kind = known[0].kind
    const queues = found.filter(({ kind }) => kind === 'queue').map(({ address }) => address)
    await this.#targets.watch(true, queues)
  }
}
