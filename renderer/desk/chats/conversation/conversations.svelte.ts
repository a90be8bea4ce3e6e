import type { ChatMessage } from '#contract'
import type { DeskBridge } from '../../bridge.ts'
import { Conversation } from './model/conversation.svelte.ts'

/** So many conversations are kept loaded: all of an agent's at once, and some that are over. */
const most = 64

const kept = new WeakMap<DeskBridge, Conversations>()

/** One for each bridge, so that a pane that comes back finds everything where it was. */
export function conversationsOver(bridge: DeskBridge): Conversations {
  const known = kept.get(bridge)
  if (known) return known
  const made = new Conversations(bridge)
  kept.set(bridge, made)
  return made
}

/** The conversations that were looked at, each at its reading place and told of what is new in it. */
export class Conversations {
  readonly #bridge: DeskBridge
  readonly #known = new Map<string, Conversation>()

  constructor(bridge: DeskBridge) {
    this.#bridge = bridge
    bridge.subscribe('chats.messages', (messages) => this.#take(messages))
  }

  of(chatId: string): Conversation {
    const known = this.#known.get(chatId) ?? new Conversation(this.#bridge, chatId)
    // Put at the end again: the one that was looked at longest ago goes first.
    this.#known.delete(chatId)
    this.#known.set(chatId, known)
    if (this.#known.size > most) this.#known.delete(this.#known.keys().next().value ?? '')
    return known
  }

  #take(messages: readonly ChatMessage[]): void {
    const byChat = new Map<string, ChatMessage[]>()
    for (const message of messages) {
      const those = byChat.get(message.chatId)
      if (those) those.push(message)
      else byChat.set(message.chatId, [message])
    }
    for (const [chatId, news] of byChat) this.#known.get(chatId)?.take(news)
  }
}
