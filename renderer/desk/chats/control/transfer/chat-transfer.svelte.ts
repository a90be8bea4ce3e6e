import type { Chat, ChatTransferInput, CommandResult } from '#contract'
import type { Desk } from '../../../desk.svelte.ts'
import type { SearchTarget } from '../../../ui/target/target.ts'
import { TargetChoice } from '../../../ui/target/target-choice.svelte.ts'
import type { TargetSource } from '../../../ui/target/target-source.ts'

export type ChatTargetKind = ChatTransferInput['to']['kind']
export type Purpose = 'transfer' | 'consult'

/** spec/media-and-services.md 2.2, `calldata`. */
export const mostDataBytes = 2_048

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

const kindsOf: { readonly [P in Purpose]: readonly [ChatTargetKind, ...ChatTargetKind[]] } = {
  transfer: ['queue', 'agent', 'access-code'],
  consult: ['agent'],
}

/** A transfer of a chat, or a question to a colleague about it, being prepared. */
export class ChatTransfer extends TargetChoice<SearchTarget, ChatTargetKind> {
  readonly #desk: Pick<Desk, 'bridge' | 'chats'>
  #chatId = $state<string | null>(null)
  #purpose = $state<Purpose>('transfer')
  mode = $state<ChatTransferInput['mode']>('success')
  data = $state('')

  readonly chat = $derived.by(() => this.#desk.chats.list.find(({ id }) => id === this.#chatId) ?? null)
  /** The chat can go now. */
  readonly possible = $derived.by(() => this.chat?.verbs.includes(this.#purpose) ?? false)
  readonly dataBytes = $derived(bytesOf(this.data))

  constructor(desk: Pick<Desk, 'bridge' | 'chats'>, targets: TargetSource) {
    super(targets, 'queue')
    this.#desk = desk
  }

  get isOpen(): boolean {
    return this.#chatId !== null
  }

  get purpose(): Purpose {
    return this.#purpose
  }

  get kinds(): readonly ChatTargetKind[] {
    return kindsOf[this.#purpose]
  }

  open(chat: Chat, purpose: Purpose): void {
    this.#chatId = chat.id
    this.#purpose = purpose
    this.mode = 'success'
    this.data = chat.associatedData ?? ''
    this.begin(kindsOf[purpose][0], purpose === 'consult', '')
  }

  close(): void {
    this.#chatId = null
    this.end()
  }

  submit(): Promise<void> {
    const { chat, possible, dataBytes } = this
    const goes = chat !== null && possible && dataBytes <= mostDataBytes
    return this.ask(goes ? (address) => this.#send(chat, address) : null)
  }

  #send(chat: Chat, address: string): Promise<CommandResult> {
    if (this.#purpose === 'consult')
      return this.#desk.bridge.request('chats.writeInside', { workNumber: address, about: chat.id })
    return this.#desk.bridge.request('chats.transfer', {
      chatId: chat.id,
      to: { kind: this.kind, address },
      mode: this.mode,
      ...(this.data && { associatedData: this.data }),
    })
  }
}
