import { tick } from 'svelte'
import { SvelteSet } from 'svelte/reactivity'
import type { Chat } from '#contract'
import type { DeskBridge } from '../../bridge.ts'
import type { Asked } from './asked.ts'
import type { BubbleTools } from './bubble/tools.ts'
import { conversationsOver } from './conversations.svelte.ts'
import { copyText } from './copy-text.ts'
import { Reading } from './list/reading.svelte.ts'
import type { Conversation } from './model/conversation.svelte.ts'
import { rowKey } from './model/rows.ts'
import { ConversationSearch } from './search/conversation-search.svelte.ts'
import { plainLine } from './text/text-parts.ts'
import { messageText } from './words/as-text.ts'

const pageSize = 500
const seenEveryMs = 500

/** One conversation on the screen: what it shows beside its messages, and what the agent does in it. */
export class ConversationPane {
  readonly conversation: Conversation
  readonly reading: Reading
  readonly search: ConversationSearch
  readonly #bridge: DeskBridge
  readonly #whole = new SvelteSet<string>()
  #asked = $state.raw<Asked | null>(null)
  #searching = $state(false)
  #told = $state('')
  #seen = 0
  #telling = false

  constructor(bridge: DeskBridge, chatId: string) {
    this.#bridge = bridge
    this.conversation = conversationsOver(bridge).of(chatId)
    this.reading = new Reading(this.conversation)
    this.search = new ConversationSearch(bridge, this.conversation, this.reading)
  }

  get asked(): Asked | null {
    return this.#asked
  }

  get searching(): boolean {
    return this.#searching
  }

  /** What was done without anything to see of it. */
  get told(): string {
    return this.#told
  }

  seek(open: boolean): void {
    this.#searching = open
    if (!open) void this.search.type('')
  }

  /** The message that was sought elsewhere, as far up as it may be. */
  async showFound(): Promise<void> {
    const { found } = this.conversation
    if (found === null || !(await this.conversation.loadTo(found.place))) return
    await tick()
    this.reading.show(found.place)
  }

  ask(asked: Asked | null): void {
    this.#asked = asked
  }

  copy(text: string, words: string): void {
    this.#told = copyText(text) ? words : ''
  }

  isWhole(key: string): boolean {
    return this.#whole.has(key)
  }

  showWhole(key: string): void {
    this.#whole.add(key)
  }

  /** Only what is on the screen of a window that the agent looks at has been seen. */
  looked(): void {
    if (document.visibilityState !== 'visible' || !document.hasFocus()) return
    const place = this.reading.lastVisible()
    if (place <= this.#seen) return
    this.#seen = place
    if (this.#telling) return
    this.#tellSeen()
  }

  /** At once, and then only so often: every telling may be a mark on the platform's wire. */
  #tellSeen(): void {
    const place = this.#seen
    this.#do(this.#bridge.request('chats.seen', { chatId: this.conversation.chatId, place }))
    this.#telling = true
    setTimeout(() => {
      this.#telling = false
      if (this.#seen > place) this.#tellSeen()
    }, seenEveryMs)
  }

  retry(messageId: string): void {
    this.#do(this.conversation.retry(messageId))
  }

  discard(messageId: string): void {
    this.#do(this.conversation.discard(messageId))
  }

  open(asked: Asked, ondial?: (number: string) => void): void {
    this.#asked = null
    if (asked.kind === 'link') this.#do(this.#bridge.request('desktop.openLink', { url: asked.url }))
    else if (ondial) ondial(asked.number)
    else this.#do(this.#bridge.request('calls.dial', { number: asked.number }))
  }

  /** Every message of it, loaded or not. */
  async asText(chat: Chat, agent: string): Promise<string> {
    const lines: string[] = []
    let before: number | undefined
    for (let more = true; more; ) {
      const asked = { chatId: chat.id, limit: pageSize, ...(before !== undefined && { before }) }
      const page = await this.#bridge.request('chats.page', asked)
      lines.unshift(...page.messages.map((message) => messageText(message, customerOf(chat), agent)))
      before = page.messages[0]?.place
      more = page.more && before !== undefined
    }
    return lines.join('\n')
  }

  #do(what: Promise<unknown>): void {
    what.catch((error: unknown) => reportError(error))
  }
}

export function customerOf({ customer }: Pick<Chat, 'customer'>): string {
  return plainLine(customer.name ?? customer.id)
}

/**
 * The tools of the messages of this chat: the same object as long as it is on the screen, so that a chat of which a
 * word is new does not draw all its messages anew.
 */
export function toolsOf(
  pane: ConversationPane,
  bridge: DeskBridge,
  now: { readonly chat: () => Chat; readonly dark: () => boolean; readonly copied: () => string },
): BubbleTools {
  return {
    bridge,
    get chat() {
      return now.chat()
    },
    get customer() {
      return customerOf(now.chat())
    },
    get sought() {
      return pane.searching ? pane.search.text.trim() : (pane.conversation.found?.text ?? '')
    },
    get found() {
      const place = pane.searching ? pane.search.place : pane.conversation.found?.place
      return place == null ? null : rowKey({ chatId: pane.conversation.chatId, place })
    },
    get dark() {
      return now.dark()
    },
    onlink: (url) => pane.ask({ kind: 'link', url }),
    onnumber: (number) => pane.ask({ kind: 'number', number }),
    onretry: (messageId) => pane.retry(messageId),
    ondiscard: (messageId) => pane.discard(messageId),
    oncopy: (text) => pane.copy(text, now.copied()),
    isWhole: (key) => pane.isWhole(key),
    showWhole: (key) => pane.showWhole(key),
  }
}
