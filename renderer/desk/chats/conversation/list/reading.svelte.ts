import { tick } from 'svelte'
import type { VirtualizerHandle } from 'virtua/svelte'
import type { Conversation } from '../model/conversation.svelte.ts'
import { rowKey } from '../model/rows.ts'
import { watchHand } from './hand.ts'

/** What stands above the rows. virtua scrolls to a row with it, and tells a row's place without it. */
export const topHeight = 48
/** So near to the end is at the end. */
const atEnd = 32
/** So near to the top the next page is asked for. */
const nearTop = 800

/** Where the agent reads: it stays at the end when it is there, and otherwise nothing moves but by their hand. */
export class Reading {
  readonly hand = watchHand()
  readonly #conversation: Conversation
  #handle: VirtualizerHandle | null = null
  #scroller: HTMLElement | null = null
  #stuck = $state(true)
  #leftAt = $state(0)
  #last = 0
  /** The row at the end that is longer than the pane, once its beginning was shown. */
  #begun: string | null = null

  /** What others have written since the agent left the end. */
  readonly newer = $derived.by(() => {
    if (this.#stuck) return 0
    const { messages } = this.#conversation
    const from = messages.findLastIndex(({ place }) => place <= this.#leftAt) + 1
    return messages.slice(from).filter(({ side }) => side !== 'agent').length
  })

  constructor(conversation: Conversation) {
    this.#conversation = conversation
    this.#stuck = conversation.place === 'end'
    this.#leftAt = this.#stuck ? 0 : Number.MAX_SAFE_INTEGER
  }

  get stuck(): boolean {
    return this.#stuck
  }

  /** The list is there: back to where it was left. */
  async begin(handle: VirtualizerHandle, scroller: HTMLElement): Promise<void> {
    this.#handle = handle
    this.#scroller = scroller
    const { place, found } = this.#conversation
    await tick()
    if (found && this.show(found.place)) return
    if (place === 'end') return this.toEnd()
    this.#leftAt = this.#conversation.messages.at(-1)?.place ?? 0
    const index = this.#conversation.view.rows.findIndex(({ key }) => key === place.key)
    if (index >= 0) handle.scrollToIndex(index, { align: 'start', offset: place.offset })
    else this.toEnd()
  }

  toEnd(): void {
    this.#stuck = true
    this.#conversation.place = 'end'
    const handle = this.#handle
    const last = this.#conversation.view.rows.length - 1
    if (!handle || last < 0) return
    // An e-mail longer than the pane is read from its beginning.
    const long = handle.getItemSize(last) > handle.getViewportSize()
    this.#begun = long ? this.#lastKey() : null
    handle.scrollToIndex(last, { align: long ? 'start' : 'end' })
  }

  #lastKey(): string | null {
    return this.#conversation.view.rows.at(-1)?.key ?? null
  }

  /** Rows or their sizes are other than they were. Where an e-mail that is being read unfolds, nothing moves. */
  settle(): void {
    const reads = this.#begun !== null && this.#begun === this.#lastKey()
    if (this.#stuck && !reads && !this.hand.wantsUp()) this.toEnd()
  }

  scrolled(offset: number): void {
    const scroller = this.#scroller
    const handle = this.#handle
    if (!scroller || !handle) return
    const below = scroller.scrollHeight - offset - scroller.clientHeight
    const up = offset < this.#last - 1
    this.#last = offset
    if (this.hand.isMoving() && (up || below > atEnd)) this.#leave()
    else if (below <= atEnd) this.#arrive()
    if (!this.#stuck) this.#remember(handle, offset)
    if (offset < nearTop && up && !this.#stuck) void this.#conversation.loadMore()
  }

  /** The place of the last message that is on the screen at least in part. */
  lastVisible(): number {
    const { view, messages } = this.#conversation
    if (this.#stuck || !this.#handle || !this.#scroller) return messages.at(-1)?.place ?? 0
    const bottom = this.#scroller.scrollTop + this.#scroller.clientHeight - 1
    const row = view.rows.slice(0, this.#handle.findItemIndex(bottom) + 1).findLast(({ kind }) => kind === 'message')
    const ours = row?.kind === 'message' && row.message.chatId === this.#conversation.chatId
    return ours ? row.message.place : 0
  }

  /** False: the message is not loaded. */
  show(place: number): boolean {
    const key = rowKey({ chatId: this.#conversation.chatId, place })
    const index = this.#conversation.view.rows.findIndex((row) => row.key === key)
    if (index < 0) return false
    this.#leave()
    this.#handle?.scrollToIndex(index, { align: 'center' })
    return true
  }

  /** Brings a row on the screen, by no more than it takes. */
  reveal(index: number): void {
    if (index < this.#conversation.view.rows.length - 1) this.#leave()
    this.#handle?.scrollToIndex(index, { align: 'nearest' })
  }

  #arrive(): void {
    this.#stuck = true
    this.#conversation.place = 'end'
  }

  #leave(): void {
    if (!this.#stuck) return
    this.#stuck = false
    this.#leftAt = this.#conversation.messages.at(-1)?.place ?? 0
  }

  #remember(handle: VirtualizerHandle, offset: number): void {
    const index = handle.findItemIndex(offset)
    const row = this.#conversation.view.rows[index]
    if (row) this.#conversation.place = { key: row.key, offset: offset - topHeight - handle.getItemOffset(index) }
  }
}
