import type { CommandResult, TransferKind } from '#contract'
import { addressIn, type SearchTarget, type TargetSearch } from './target.ts'
import type { TargetSource } from './target-source.ts'

type Refused = Extract<CommandResult, { ok: false }>

/** Whom a call or a chat is to go to, looked for and then asked for: what all that is handed on has in common. */
export abstract class TargetChoice<T extends SearchTarget, K extends TransferKind> implements TargetSearch<T> {
  readonly #targets: TargetSource<T>
  #text = $state('')
  #kind: K
  #kindChosen = $state(false)
  #picked = $state.raw<T | null>(null)
  #found = $state.raw<readonly T[]>([])
  #pending = $state(false)
  #refused = $state.raw<Refused | null>(null)
  #faultShown = $state(false)
  readonly address = $derived.by(() => this.#picked?.address ?? addressIn(this.#text, this.kind))

  constructor(targets: TargetSource<T>, kind: K) {
    this.#targets = targets
    this.#kind = $state(kind)
  }

  abstract get isOpen(): boolean
  /** Those that are offered. */
  abstract get kinds(): readonly K[]
  abstract close(): void

  /** The kind that what was typed looks like, as long as nobody has chosen one; null: nothing speaks for any. */
  protected kindTyped(_text: string): K | null {
    return null
  }

  /** The kind that what was found speaks for. */
  protected kindFound(_text: string, _found: readonly T[]): K | null {
    return null
  }

  /** Those of what was found to which it can go. */
  protected suited(found: readonly T[]): readonly T[] {
    return found
  }

  /** The kind that is chosen, or the first there is while the chosen one is not offered. */
  get kind(): K {
    return this.kinds.includes(this.#kind) ? this.#kind : (this.kinds[0] ?? this.#kind)
  }

  get text(): string {
    return this.#text
  }

  get picked(): T | null {
    return this.#picked
  }

  get found(): readonly T[] {
    return this.#found
  }

  get pending(): boolean {
    return this.#pending
  }

  get refused(): Refused | null {
    return this.#refused
  }

  /** What the directory knew when it was last asked; another one asks again. */
  get revision(): number {
    return this.#targets.revision
  }

  /** What is wrong with the address; told once it was tried, and gone with the next key. */
  get fault(): 'none' | 'wrong' | null {
    if (!this.#faultShown || this.address !== null) return null
    return this.#text.trim() === '' ? 'none' : 'wrong'
  }

  refresh(): void {
    this.#look(this.#text).catch((error) => reportError(error))
  }

  type(text: string): void {
    this.#text = text
    this.#picked = null
    this.#faultShown = false
    const kind = this.#kindChosen ? null : this.kindTyped(text)
    if (kind !== null) this.#kind = kind
    this.refresh()
  }

  choose(kind: K): void {
    this.#kind = kind
    this.#kindChosen = true
    this.#picked = null
    this.refresh()
  }

  pick(target: T): void {
    const kind = this.kinds.find((known) => known === target.kind)
    if (kind === undefined) return
    this.#picked = target
    this.#kind = kind
    this.#text = target.name
    this.#faultShown = false
  }

  /** `chosen`: no other kind comes into question. */
  protected begin(kind: K, chosen: boolean, text: string): void {
    this.#kind = kind
    this.#kindChosen = chosen
    this.#refused = null
    this.type(text)
  }

  protected end(): void {
    this.#found = []
    this.#targets.watch(false, []).catch((error) => reportError(error))
  }

  /** Once at a time; `ask` is null while nothing can be asked. */
  protected async ask(ask: ((address: string) => Promise<CommandResult>) | null): Promise<void> {
    const { address } = this
    this.#faultShown = true
    if (ask === null || address === null || this.#pending) return
    this.#pending = true
    this.#refused = null
    try {
      const result = await ask(address)
      if (result.ok) this.close()
      else this.#refused = result
    } finally {
      this.#pending = false
    }
  }

  /** Only the answer to what stands in the field now counts. */
  async #look(text: string): Promise<void> {
    const found = await this.#targets.find(text.trim(), this.#kindChosen ? [this.#kind] : this.kinds)
    if (text !== this.#text || this.#picked || !this.isOpen) return
    this.#found = this.suited(found)
    const kind = this.#kindChosen ? null : this.kindFound(text, found)
    if (kind !== null) this.#kind = kind
    const queues = found.flatMap((target) => (target.kind === 'queue' ? [target.address] : []))
    await this.#targets.watch(true, queues)
  }
}
