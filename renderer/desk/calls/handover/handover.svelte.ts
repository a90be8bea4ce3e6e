import type { Call, CommandResult, TransferInput, TransferKind } from '#contract'
import type { Desk } from '../../desk.svelte.ts'
import { addressIn } from '../../ui/target/target.ts'
import { TargetChoice } from '../../ui/target/target-choice.svelte.ts'
import type { TargetSource } from '../../ui/target/target-source.ts'
import { consultMode, type How, howsFor, kindsFor, mayHold } from './how.ts'
import { looksOutside, type Target } from './target.ts'

/** A transfer or consult being prepared: to whom, how, and what goes along. */
export class Handover extends TargetChoice<Target, TransferKind> {
  readonly #desk: Pick<Desk, 'bridge' | 'calls'>
  #callId = $state<string | null>(null)
  #how = $state<How | null>(null)
  holdCustomer = $state(true)
  caller = $state('')
  associatedData = $state('')

  /** The call it is about, while it can be handed over and when it no longer can. */
  readonly call = $derived.by(() => this.#desk.calls.list.find(({ id }) => id === this.#callId) ?? null)
  readonly #kinds = $derived(this.call ? kindsFor(this.call) : [])
  readonly hows = $derived(this.call ? howsFor(this.call, this.kind) : [])
  readonly how = $derived(this.#how && this.hows.includes(this.#how) ? this.#how : (this.hows[0] ?? null))

  constructor(desk: Pick<Desk, 'bridge' | 'calls'>, targets: TargetSource<Target>) {
    super(targets, 'agent')
    this.#desk = desk
  }

  get isOpen(): boolean {
    return this.#callId !== null
  }

  get kinds(): readonly TransferKind[] {
    return this.#kinds
  }

  open(call: Call, wish: { readonly text?: string; readonly consult?: boolean } = {}): void {
    this.#callId = call.id
    this.#how = wish.consult ? 'consult-two-party' : null
    this.holdCustomer = true
    this.caller = ''
    this.associatedData = call.associatedData ?? ''
    this.begin('agent', false, wish.text ?? '')
  }

  close(): void {
    this.#callId = null
    this.end()
  }

  chooseHow(how: How): void {
    this.#how = how
  }

  override pick(target: Target): void {
    super.pick(target)
    this.#how = target.how ?? this.#how
  }

  submit(): Promise<void> {
    const { how, call } = this
    return this.ask(call && how && ((address) => this.#handOver(call, how, address)))
  }

  protected override kindTyped(text: string): TransferKind {
    return looksOutside(text) ? 'outside' : 'agent'
  }

  /** A number that one in the directory has is theirs. */
  protected override kindFound(text: string, found: readonly Target[]): TransferKind | null {
    const known = found.filter(({ address }) => address === addressIn(text, 'outside'))
    return known.length === 1 ? (known[0]?.kind ?? null) : null
  }

  protected override suited(found: readonly Target[]): readonly Target[] {
    return found.filter(({ address }) => address !== this.call?.number)
  }

  #handOver(call: Call, how: How, address: string): Promise<CommandResult> {
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
}
