import { flushSync } from 'svelte'
import type { ChatMessage } from '#contract'
import type { DeskBridge } from '../../../bridge.ts'
import { Earlier } from './earlier.svelte.ts'
import { type Thread, withNews, withPage } from './merge.ts'
import { type Row, rowsOf, rowsWithMore, type Section } from './rows.ts'

export type ConversationBridge = Pick<DeskBridge, 'request'>

/** Where the agent was reading: at the end, or with this row at the top and so much of it out of sight. */
export type ReadingPlace = 'end' | { readonly key: string; readonly offset: number }

/** What the list draws. `shift`: rows were added at the top, and what is on the screen stays where it is. */
export interface View {
  readonly rows: readonly Row[]
  readonly shift: boolean
}

/** A message that was sought elsewhere, and by which words. */
export interface Found {
  readonly text: string
  readonly place: number
}

const firstPage = 60
const nextPage = 200
/** A conversation out of sight keeps so many messages; the others are asked for again. */
const keptUnseen = 200

/** One conversation as far as it is loaded; it hears of new messages whether it is on the screen or not. */
export class Conversation {
  readonly chatId: string
  readonly earlier: Earlier
  readonly #bridge: ConversationBridge
  #thread = $state.raw<Thread>({ messages: [], more: true })
  #status = $state.raw<'new' | 'known' | 'failing'>('new')
  #view = $state.raw<View>({ rows: [], shift: false })
  #loading = $state(false)
  #found = $state.raw<Found | null>(null)
  #failedAbove = $state(false)
  #missed: ChatMessage[] = []
  #startedAt = 0
  place: ReadingPlace = 'end'

  constructor(bridge: ConversationBridge, chatId: string) {
    this.#bridge = bridge
    this.chatId = chatId
    this.earlier = new Earlier(bridge, chatId)
  }

  get messages(): readonly ChatMessage[] {
    return this.#thread.messages
  }

  get status(): 'new' | 'known' | 'failing' {
    return this.#status
  }

  /** What is to be shown of it before anything else. */
  get found(): Found | null {
    return this.#found
  }

  find(found: Found | null): void {
    this.#found = found
  }

  get loading(): boolean {
    return this.#loading
  }

  /** The page above what is loaded was asked for in vain. */
  get failedAbove(): boolean {
    return this.#failedAbove
  }

  get view(): View {
    return this.#view
  }

  /** There is more above: of this conversation, or of an earlier one. */
  get more(): boolean {
    return this.#thread.more || this.earlier.more
  }

  /** Asks for the newest page, once. */
  async open(startedAt: number): Promise<void> {
    this.#startedAt = startedAt
    if (this.#status === 'known' || this.#loading) return
    await this.#load(async () => {
      const page = await this.#bridge.request('chats.page', { chatId: this.chatId, limit: firstPage })
      this.#thread = { messages: withNews(page, this.#missed), more: page.more }
      this.#missed = []
      this.#status = 'known'
      this.#show(false)
    })
  }

  /** One page more at the top. */
  async loadMore(): Promise<void> {
    if (this.#loading || this.#status !== 'known' || !this.more) return
    await this.#load(async () => {
      if (this.#thread.more) this.#thread = withPage(this.#thread, await this.#page(nextPage))
      else await this.earlier.load()
      this.#show(true)
      // Drawn at once, so that nothing is added at the end in the same breath.
      flushSync()
    })
  }

  /** False: there is no such message. */
  async loadTo(place: number): Promise<boolean> {
    while (this.#thread.more && (this.messages[0]?.place ?? 0) > place && this.#status === 'known') {
      const before = this.messages.length
      await this.loadMore()
      if (this.messages.length === before) return false
    }
    return this.messages.some((message) => message.place === place)
  }

  /** New or changed messages, in any order; those of other chats are not for here. */
  take(news: readonly ChatMessage[]): void {
    if (this.#status !== 'known') {
      this.#missed.push(...news)
      return
    }
    const before = this.messages
    this.#thread = { ...this.#thread, messages: withNews(this.#thread, news) }
    const onlyMore = before.every((message, index) => message === this.messages[index])
    if (onlyMore && before.length > 0) this.#add(before.length)
    else this.#show(false)
  }

  async retry(messageId: string): Promise<void> {
    await this.#bridge.request('chats.retry', { chatId: this.chatId, messageId })
  }

  async discard(messageId: string): Promise<void> {
    await this.#bridge.request('chats.discard', { chatId: this.chatId, messageId })
    this.#thread = { ...this.#thread, messages: this.messages.filter(({ id }) => id !== messageId) }
    this.#show(false)
  }

  /** It is not on the screen any more, and its end was read: what is far above is let go. */
  rest(): void {
    this.#found = null
    if (this.place !== 'end' || this.messages.length <= keptUnseen) return
    this.#thread = { messages: this.messages.slice(-keptUnseen), more: true }
    this.#show(false)
  }

  #page(limit: number) {
    const before = this.messages[0]?.place
    return this.#bridge.request('chats.page', {
      chatId: this.chatId,
      limit,
      ...(before !== undefined && { before }),
    })
  }

  async #load(load: () => Promise<void>): Promise<void> {
    this.#loading = true
    try {
      this.#failedAbove = false
      await load()
    } catch (error) {
      reportError(error)
      if (this.#status === 'known') this.#failedAbove = true
      else this.#status = 'failing'
    } finally {
      this.#loading = false
    }
  }

  #section(): Section {
    const headed = !this.#thread.more && this.earlier.chats.length > 0
    return { chatId: this.chatId, startedAt: this.#startedAt, past: null, headed, ...this.#thread }
  }

  #show(shift: boolean): void {
    const above = this.earlier.chats.map((chat) => rowsOf({ ...sectionOf(chat), ...chat }))
    this.#view = { rows: [...above.flat(), ...rowsOf(this.#section())], shift }
  }

  #add(known: number): void {
    this.#view = { rows: rowsWithMore(this.#view.rows, known, this.#section()), shift: false }
  }
}

const sectionOf = ({ past }: { readonly past: NonNullable<Section['past']> }) => ({
  chatId: past.id,
  startedAt: past.startedAt,
  headed: true,
})
