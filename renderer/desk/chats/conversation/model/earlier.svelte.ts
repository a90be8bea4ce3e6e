import type { ChatPage, PastChat } from '#contract'
import type { DeskBridge } from '../../../bridge.ts'
import { type Thread, withPage } from './merge.ts'

/** Conversations of the same customer before this one, as far up as the agent has scrolled; the oldest first. */
export interface EarlierChat extends Thread {
  readonly past: PastChat
}

const pageSize = 100
const chatsAtOnce = 10

/** Gives the page of messages that stands right above what is loaded, whichever conversation it is of. */
export class Earlier {
  readonly #bridge: Pick<DeskBridge, 'request'>
  readonly #chatId: string
  #chats = $state.raw<readonly EarlierChat[]>([])
  #more = $state(true)
  /** Known and not loaded yet, the newest first. */
  #waiting: PastChat[] = []

  constructor(bridge: Pick<DeskBridge, 'request'>, chatId: string) {
    this.#bridge = bridge
    this.#chatId = chatId
  }

  get chats(): readonly EarlierChat[] {
    return this.#chats
  }

  /** There may be more above. */
  get more(): boolean {
    return this.#more
  }

  /** How many rows' worth was loaded; nothing is left when it is 0. */
  async load(): Promise<void> {
    const top = this.#chats[0]
    if (top?.more) return this.#pageOf(top)
    const past = await this.#next()
    if (past) await this.#pageOf({ past, messages: [], more: past.messages > 0 })
    else this.#more = false
  }

  async #next(): Promise<PastChat | undefined> {
    if (this.#waiting.length === 0) {
      const before = this.#chats[0]?.past.place
      const asked = { chatId: this.#chatId, limit: chatsAtOnce, ...(before !== undefined && { before }) }
      this.#waiting = [...(await this.#bridge.request('chats.earlier', asked)).chats]
    }
    return this.#waiting.shift()
  }

  async #pageOf(chat: EarlierChat): Promise<void> {
    const loaded = { ...chat, ...withPage(chat, chat.more ? await this.#page(chat) : chat) }
    this.#chats = [loaded, ...this.#chats.filter(({ past }) => past.id !== chat.past.id)]
  }

  #page({ past, messages }: EarlierChat): Promise<ChatPage> {
    const before = messages[0]?.place
    return this.#bridge.request('chats.page', {
      chatId: past.id,
      limit: pageSize,
      ...(before !== undefined && { before }),
    })
  }
}
