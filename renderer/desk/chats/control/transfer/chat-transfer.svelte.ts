import type { Chat, ChatTransferInput, CommandResult, TransferKind } from '#contract'
import type { Desk } from '../../../desk.svelte.ts'
import { addressIn, type SearchTarget, type TargetSearch } from '../../../ui/target/target.ts'

type Refused = Extract<CommandResult, { ok: false }>
export type ChatTargetKind = ChatTransferInput['to']['kind']
export type Purpose = 'transfer' | 'consult'

/** What the directory offers; the same as for calls. */
export interface ChatTargetSource {
  readonly revision: number
  find(text: string, kinds: readonly TransferKind[]): Promise<readonly SearchTarget[]>
  watch(on: boolean, queues: readonly string[]): Promise<void>
}

/** spec/media-and-services.md 2.2, `calldata`. */
export const mostDataBytes = 2_048

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

const transferKinds: readonly ChatTargetKind[] = ['queue', 'agent', 'access-code']

/** A transfer of a chat, or a question to a colleague about it, being prepared. */
export class ChatTransfer implements TargetSearch {
  readonly #desk: Pick<Desk, 'bridge' | 'chats'>
  readonly #targets: ChatTargetSource
  #chatId = $state<string | null>(null)
  #purpose = $state<Purpose>('transfer')
  #text = $state('')
  #kind = $state<ChatTargetKind>('queue')
  #kindChosen = false
  #picked = $state.raw<SearchTarget | null>(null)
  #found = $state.raw<readonly SearchTarget[]>([])
  #pending = $state(false)
  #refused = $state.raw<Refused | null>(null)
  #faultShown = $state(false)
  mode = $state<ChatTransferInput['mode']>('success')
  data = $state('')

  readonly chat = $derived.by(() => this.#desk.chats.list.find(({ id }) => id === this.#chatId) ?? null)
  /** The chat can go now. */
  readonly possible = $derived.by(() => this.chat?.verbs.includes(this.#purpose) ?? false)
  readonly address = $derived(this.#picked?.address ?? addressIn(this.#text, this.#kind))
  readonly dataBytes = $derived(bytesOf(this.data))

  constructor(desk: Pick<Desk, 'bridge' | 'chats'>, targets: ChatTargetSource) {
    this.#desk = desk
    this.#targets = targets
  }

  get isOpen(): boolean {
    return this.#chatId !== null
  }

  get purpose(): Purpose {
    return this.#purpose
  }

  get kinds(): readonly ChatTargetKind[] {
    return this.#purpose === 'consult' ? ['agent'] : transferKinds
  }

  get kind(): ChatTargetKind {
    return this.#kind
  }

  get text(): string {
    return this.#text
  }

  get picked(): SearchTarget | null {
    return this.#picked
  }

  get found(): readonly SearchTarget[] {
    return this.#found
  }

  get pending(): boolean {
    return this.#pending
  }

  get refused(): Refused | null {
    return this.#refused
  }

  get revision(): number {
    return this.#targets.revision
  }

  /** What is wrong with the address; told once it was tried, and gone with the next key. */
  get fault(): 'none' | 'wrong' | null {
    if (!this.#faultShown || this.address !== null) return null
    return this.#text.trim() === '' ? 'none' : 'wrong'
  }

  open(chat: Chat, purpose: Purpose): void {
    this.#chatId = chat.id
    this.#purpose = purpose
    this.#kind = purpose === 'consult' ? 'agent' : 'queue'
    this.#kindChosen = purpose === 'consult'
    this.#refused = null
    this.mode = 'success'
    this.data = chat.associatedData ?? ''
    this.type('')
  }

  close(): void {
    this.#chatId = null
    this.#found = []
    this.#targets.watch(false, []).catch((error) => reportError(error))
  }

  refresh(): void {
    this.#look(this.#text).catch((error) => reportError(error))
  }

  type(text: string): void {
    this.#text = text
    this.#picked = null
    this.#faultShown = false
    this.refresh()
  }

  choose(kind: ChatTargetKind): void {
    this.#kind = kind
    this.#kindChosen = true
    this.#picked = null
    this.refresh()
  }

  pick(target: SearchTarget): void {
    const kind = transferKinds.find((known) => known === target.kind)
    if (!kind) return
    this.#picked = target
    this.#kind = kind
    this.#text = target.name
    this.#faultShown = false
  }

  async submit(): Promise<void> {
    const { chat, address, possible, dataBytes } = this
    this.#faultShown = true
    if (!chat || !possible || address === null || dataBytes > mostDataBytes || this.#pending) return
    this.#pending = true
    this.#refused = null
    try {
      const result = await this.#ask(chat, address)
      if (result.ok) this.close()
      else this.#refused = result
    } finally {
      this.#pending = false
    }
  }

  #ask(chat: Chat, address: string): Promise<CommandResult> {
    if (this.#purpose === 'consult')
      return this.#desk.bridge.request('chats.writeInside', { workNumber: address, about: chat.id })
    return this.#desk.bridge.request('chats.transfer', {
      chatId: chat.id,
      to: { kind: this.#kind, address },
      mode: this.mode,
      ...(this.data && { associatedData: this.data }),
    })
  }

  /** Only the answer to what stands in the field now counts. */
  async #look(text: string): Promise<void> {
    const kinds = this.#kindChosen ? [this.#kind] : this.kinds
    const found = await this.#targets.find(text.trim(), kinds)
    if (text !== this.#text || this.#picked || !this.isOpen) return
    this.#found = found
    const queues = found.filter(({ kind }) => kind === 'queue').map(({ address }) => address)
    await this.#targets.watch(true, queues)
  }
}
