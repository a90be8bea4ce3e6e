import { tick } from 'svelte'
import type { DeskBridge } from '../../../bridge.ts'
import { onceMore } from '../../../ui/once-more.ts'
import type { Reading } from '../list/reading.svelte.ts'
import type { Conversation } from '../model/conversation.svelte.ts'

/** More hits than anybody steps through. */
const most = 500

/** What is sought in one conversation: which messages have it, the newest first, and which of them is shown. */
export class ConversationSearch {
  readonly #bridge: Pick<DeskBridge, 'request'>
  readonly #conversation: Conversation
  readonly #reading: Reading
  #text = $state('')
  #places = $state.raw<readonly number[]>([])
  #at = $state(0)
  #status = $state.raw<'none' | 'known' | 'failing'>('none')

  constructor(bridge: Pick<DeskBridge, 'request'>, conversation: Conversation, reading: Reading) {
    this.#bridge = bridge
    this.#conversation = conversation
    this.#reading = reading
  }

  get text(): string {
    return this.#text
  }

  get count(): number {
    return this.#places.length
  }

  /** From 1, as people count. */
  get at(): number {
    return this.#at + 1
  }

  get status(): 'none' | 'known' | 'failing' {
    return this.#status
  }

  get place(): number | null {
    return this.#places[this.#at] ?? null
  }

  type(text: string): Promise<void> {
    this.#text = text
    return this.#seek()
  }

  /** Up to an earlier hit (`1`), or down to a later one (`-1`), and round at the ends. */
  async step(by: 1 | -1): Promise<void> {
    const count = this.#places.length
    if (count === 0) return
    this.#at = (this.#at + by + count) % count
    await this.#show()
  }

  readonly #seek = onceMore(async () => {
    const text = this.#text.trim()
    this.#at = 0
    if (!text) {
      this.#places = []
      this.#status = 'none'
      return
    }
    try {
      const found = await this.#bridge.request('chats.search', {
        text,
        chatId: this.#conversation.chatId,
        limit: most,
      })
      this.#places = found.flatMap(({ message }) => message?.place ?? []).sort((one, other) => other - one)
      this.#status = 'known'
    } catch (error) {
      reportError(error)
      this.#places = []
      this.#status = 'failing'
    }
    await this.#show()
  })

  async #show(): Promise<void> {
    const { place } = this
    if (place === null || !(await this.#conversation.loadTo(place))) return
    await tick()
    this.#reading.show(place)
  }
}
