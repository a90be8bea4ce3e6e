import type { Call, Channel, Chat } from '#contract'
import { inOrder, type Place, passes, type WorkItem, type WorkRow, waitingItems, workItems } from './work-items.ts'

export interface WorkSource {
  /** Longest first. */
  readonly calls: readonly Call[]
  readonly chats: readonly Chat[]
  /** Stays in the list whatever it is filtered by. */
  readonly selected: string | null
}

type Holder = 'pointer' | 'keyboard'

/** Calls and chats in one list that never moves under the pointer, nor under the keyboard. */
export class WorkList {
  readonly #source: WorkSource
  #channel = $state.raw<Channel | null>(null)
  #unreadOnly = $state(false)
  #holders = $state.raw<ReadonlySet<Holder>>(new Set())
  /** The order that is held, while it is. */
  #order = $state.raw<readonly Place[] | null>(null)

  readonly all: readonly WorkItem[] = $derived.by(() => workItems(this.#source.calls, this.#source.chats))
  readonly #wanted: readonly WorkItem[] = $derived.by(() => {
    const filter = { channel: this.#channel, unreadOnly: this.#unreadOnly }
    return this.all.filter((item) => passes(item, filter) || item.id === this.#source.selected)
  })
  readonly rows: readonly WorkRow[] = $derived.by(() =>
    this.#order ? inOrder(this.#order, this.all, this.#wanted) : this.#wanted,
  )
  /** What can be chosen by its place. */
  readonly items: readonly WorkItem[] = $derived.by(() => this.rows.filter((row) => row.kind !== 'gone'))
  readonly waiting: readonly WorkItem[] = $derived.by(() => waitingItems(this.all))
  /** Came while the order was held, and stands at the end for now. */
  readonly come: number = $derived.by(() => this.rows.length - (this.#order?.length ?? this.rows.length))
  readonly hidden: number = $derived.by(() => this.all.length - this.#wanted.length)
  readonly channels: readonly Channel[] = $derived.by(() => [
    ...new Set(this.#source.chats.map(({ channel }) => channel)),
  ])

  constructor(source: WorkSource) {
    this.#source = source
  }

  get channel(): Channel | null {
    return this.#channel
  }

  get unreadOnly(): boolean {
    return this.#unreadOnly
  }

  /** The pointer is over it, or the keyboard in it: what stands somewhere stays there. */
  hold(by: Holder, on: boolean): void {
    if (this.#holders.has(by) === on) return
    const holders = new Set(this.#holders)
    if (on) holders.add(by)
    else holders.delete(by)
    if (holders.size === 0) this.#order = null
    else this.#order ??= this.#wanted.map(({ kind, id }) => ({ kind, id }))
    this.#holders = holders
  }

  showChannel(channel: Channel | null): void {
    this.#channel = channel
    this.settle()
  }

  showUnreadOnly(on: boolean): void {
    this.#unreadOnly = on
    this.settle()
  }

  showAll(): void {
    this.#channel = null
    this.showUnreadOnly(false)
  }

  /** In its true order at once; whoever holds it holds that one. */
  settle(): void {
    this.#order = this.#holders.size === 0 ? null : this.#wanted.map(({ kind, id }) => ({ kind, id }))
  }
}
