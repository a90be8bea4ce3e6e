import { SvelteMap } from 'svelte/reactivity'
import type { ChatMessage, MessageFailure } from '#contract'
import type { Drafts } from './drafts/drafts.svelte.ts'

/** A text that the platform would not take as it is, so that writing it otherwise is what helps. */
export interface Refusal {
  readonly messageId: string
  readonly text: string
  readonly reason: Extract<MessageFailure, 'sensitive-word' | 'too-long'>
  readonly retcode?: string
  /** The text stands in the field again; its message goes when another is sent in its place. */
  readonly takenBack: boolean
  /** It is being written otherwise, so that nobody needs to be told any more. */
  readonly heeded: boolean
}

type Discard = (chatId: string, messageId: string) => Promise<void>

/** The newest refusal of each chat, until it is written otherwise, sent again or put away. */
export class Refusals {
  readonly #discard: Discard
  readonly #drafts: Drafts
  readonly #refusals = new SvelteMap<string, Refusal>()

  constructor(drafts: Drafts, discard: Discard) {
    this.#discard = discard
    this.#drafts = drafts
  }

  of(chatId: string): Refusal | null {
    return this.#refusals.get(chatId) ?? null
  }

  forget(chatId: string): void {
    this.#refusals.delete(chatId)
  }

  hear(messages: readonly ChatMessage[]): void {
    for (const message of messages) {
      const { chatId, id } = message
      const refusal = refusalIn(message)
      const known = this.of(chatId)?.messageId === id
      if (refusal && !known) this.#take(chatId, refusal)
      else if (!refusal && known) this.forget(chatId)
    }
  }

  /** What was refused stands before what has been written since. */
  takeBack(chatId: string): void {
    const refusal = this.of(chatId)
    if (!refusal || refusal.takenBack) return
    this.#refusals.set(chatId, { ...refusal, takenBack: true })
    this.#drafts.putBack(chatId, refusal.text)
  }

  heed(chatId: string): void {
    const refusal = this.of(chatId)
    if (refusal?.takenBack) this.#refusals.set(chatId, { ...refusal, heeded: true })
  }

  /** What was written in its place has been sent: the failed message has nothing more to say. */
  settle(chatId: string): void {
    const refusal = this.of(chatId)
    if (!refusal?.takenBack) return
    this.forget(chatId)
    this.#discard(chatId, refusal.messageId).catch((error) => reportError(error))
  }

  #take(chatId: string, refusal: Refusal): void {
    this.#refusals.set(chatId, refusal)
    if (this.#drafts.textOf(chatId) === '') this.takeBack(chatId)
  }
}

function refusalIn({ id, side, state, content }: ChatMessage): Refusal | null {
  if (side !== 'agent' || state.name !== 'failed' || content.kind !== 'text') return null
  const { reason, retcode } = state
  if (reason !== 'sensitive-word' && reason !== 'too-long') return null
  return { messageId: id, text: content.text, reason, takenBack: false, heeded: false, ...(retcode && { retcode }) }
}
