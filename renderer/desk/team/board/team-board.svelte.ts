import type { ColleagueState, DirectoryEntry, EntryKind, SeenAgent } from '#contract'
import type { Desk } from '../../desk.svelte.ts'
import { onceMore } from '../../ui/once-more.ts'
import { arranged, type Order, sorted } from './order.ts'

/** What one page of the directory holds at most. */
const pageSize = 500
const mostPages = 4
/** Waiting counts are asked for one queue at a time (spec/ccgateway.md 7). */
const countedQueues = 20

type Holder = 'pointer' | 'focus' | 'menu'

export type StateFilter = ColleagueState | 'all' | 'signed-in'

/** The team as the directory has it, what of it is looked at, and in which order it stands. */
export class TeamBoard {
  readonly #desk: Desk
  #agents = $state.raw<readonly DirectoryEntry[] | null>(null)
  #queues = $state.raw<readonly DirectoryEntry[]>([])
  /** The ids as they stand; what is new is at the end until it is put in order. */
  #standing = $state.raw<readonly string[]>([])
  #order = $state<Order>('state')
  readonly #holders = new Set<Holder>()
  #looked = false
  text = $state('')
  state = $state<StateFilter>('signed-in')
  queue = $state<string | null>(null)

  readonly #present = $derived.by(() => (this.#agents ?? []).map((one) => withSeen(one, this.#desk.team.seen)))
  readonly #wanted = $derived.by(() => sorted(this.#present, this.#order).map(({ id }) => id))
  readonly #all = $derived.by(() => arranged(this.#present, this.#standing))
  readonly rows = $derived.by(() => this.#all.filter((one) => this.#isShown(one)))
  /** The rows stand otherwise than they would be put now. */
  readonly isStale = $derived.by(() => {
    const shown = new Set(this.rows.map(({ id }) => id))
    const wanted = this.#wanted.filter((id) => shown.has(id))
    return this.rows.some(({ id }, at) => wanted[at] !== id)
  })

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Nothing has been heard yet. */
  get isNew(): boolean {
    return this.#agents === null
  }

  get count(): number {
    return this.#present.length
  }

  get queues(): readonly DirectoryEntry[] {
    return this.#queues
  }

  get order(): Order {
    return this.#order
  }

  /** Names of groups, to publish a bulletin to. */
  get groups(): readonly string[] {
    return [...new Set(this.#present.map(({ detail }) => detail).filter((name) => name !== ''))]
  }

  setOrder(order: Order): void {
    this.#order = order
    this.putInOrder()
  }

  putInOrder(): void {
    this.#standing = this.#wanted
  }

  /** While a pointer is over the board, the focus on a row, or its menu open, none of them moves. */
  hold(by: Holder, held: boolean): void {
    if (held) this.#holders.add(by)
    else if (this.#holders.delete(by) && this.#holders.size === 0) this.putInOrder()
  }

  chooseQueue(id: string): void {
    this.queue = this.queue === id ? null : id
  }

  /** Somebody looks at the board, or nobody any more. */
  look(on: boolean): void {
    this.#looked = on
    this.#watch(on)
    this.#monitor(on)
  }

  #watch(on: boolean): void {
    const queues = on ? this.#queues.slice(0, countedQueues).map(({ number }) => number) : []
    void this.#desk.bridge.request('directory.watch', { by: 'team', on, queues })
  }

  readonly refresh: () => Promise<void> = onceMore(() => this.#fetch())

  async #fetch(): Promise<void> {
    const [agents, queues] = [await this.#every('agent'), await this.#every('queue')]
    const others = isOther(this.#queues, queues)
    const people = isOther(this.#agents ?? [], agents)
    this.#agents = agents
    this.#queues = queues
    if (this.#holders.size === 0 || this.#standing.length === 0) this.putInOrder()
    if (others && this.#looked) this.#watch(true)
    if (people && this.#looked) this.#monitor(true)
  }

  #monitor(on: boolean): void {
    const workNumbers = on ? (this.#agents ?? []).map(({ number }) => number) : []
    void this.#desk.bridge.request('team.monitor', { workNumbers })
  }

  async #every(kind: EntryKind): Promise<readonly DirectoryEntry[]> {
    const all: DirectoryEntry[] = []
    for (let page = 0; page < mostPages; page += 1) {
      const place = { offset: page * pageSize, limit: pageSize }
      const found = await this.#desk.bridge.request('directory.search', { text: '', kinds: [kind], ...place })
      all.push(...found.entries.filter((one) => one.kind === kind))
      if (found.entries.length < pageSize) break
    }
    return all
  }

  #isShown(one: DirectoryEntry): boolean {
    const words = `${one.name} ${one.number} ${one.detail}`.toLowerCase()
    const inQueue = this.queue === null || one.queues?.includes(this.queue) === true
    return inQueue && isIn(one, this.state) && words.includes(this.text.trim().toLowerCase())
  }
}

function isIn({ state = 'offline' }: DirectoryEntry, filter: StateFilter): boolean {
  if (filter === 'all') return true
  return filter === 'signed-in' ? state !== 'offline' : state === filter
}

function isOther(before: readonly DirectoryEntry[], after: readonly DirectoryEntry[]): boolean {
  return before.length !== after.length || before.some(({ id }, at) => after[at]?.id !== id)
}

/** Who has just gone is offline before the directory is asked again (spec/ccgateway.md 15.6). */
function withSeen(one: DirectoryEntry, seen: readonly SeenAgent[]): DirectoryEntry {
  const gone = seen.find(({ workNumber, present }) => workNumber === one.number && !present)
  if (!gone || (one.since !== undefined && one.since > gone.at)) return one
  const { since: _, ...rest } = one
  return { ...rest, state: 'offline' }
}
