import type { DirectoryEntry, DirectoryFound, EntryKind } from '#contract'
import type { DeskBridge } from '../../bridge.ts'
import { onceMore } from '../../ui/once-more.ts'
import { entryAt, inPlace, isSameOrder, merged, type Pages, pageSize, pagesOf } from './pages.ts'
import { placesIn, type Row, rowsOf } from './rows.ts'

export type Filter = 'all' | 'agents' | 'queues' | 'codes' | 'contacts'

const kindsOf: { readonly [F in Filter]: readonly EntryKind[] } = {
  all: [],
  agents: ['agent'],
  queues: ['queue'],
  codes: ['access-code', 'ivr'],
  contacts: ['contact'],
}

/** What the agent looks for in the directory, and what of it has been fetched. */
export class DirectoryList {
  readonly #bridge: DeskBridge
  #text = $state('')
  #filter = $state<Filter>('all')
  #pages = $state.raw<Pages | null>(null)
  #chosen = $state.raw<DirectoryEntry | null>(null)
  #visible: readonly number[] = [0]
  #pointed = false
  /** A fetch is asked for while one is under way: it follows at once. */
  /** Rises with every other text or filter: an answer to an older one is dropped. */
  #question = 0
  #shownFor = 0
  #watched = ''

  readonly rows = $derived.by((): readonly Row[] => {
    return this.#pages ? rowsOf(this.#pages.counts, this.#text.trim() === '') : []
  })

  constructor(bridge: DeskBridge) {
    this.#bridge = bridge
  }

  get text(): string {
    return this.#text
  }

  get filter(): Filter {
    return this.#filter
  }

  /** Nothing has been heard yet. */
  get isNew(): boolean {
    return this.#pages === null
  }

  get chosen(): DirectoryEntry | null {
    return this.#chosen
  }

  at(place: number): DirectoryEntry | undefined {
    return this.#pages ? entryAt(this.#pages, place) : undefined
  }

  type(text: string): void {
    this.#text = text
    this.#ask()
  }

  choose(filter: Filter): void {
    this.#filter = filter
    this.#ask()
  }

  select(entry: DirectoryEntry | null): void {
    this.#chosen = entry
  }

  /** The rows on the screen are others. */
  see(first: number, last: number): void {
    const places = placesIn(this.rows, first, last)
    if (places.length === 0) return
    this.#visible = places
    this.#watch()
    if (places.some((place) => this.at(place) === undefined)) this.#renew()
  }

  /** While a pointer is over the rows none of them moves. */
  point(over: boolean): void {
    this.#pointed = over
    if (!over) this.#renew()
  }

  /** Somebody looks at the pane, or nobody any more. */
  look(on: boolean): void {
    this.#watched = ''
    if (on) this.#watch()
    else this.#tell(false, [])
  }

  readonly refresh: () => Promise<void> = onceMore(() => this.#fetch())

  #renew(): void {
    this.refresh().catch((error) => reportError(error))
  }

  #tell(on: boolean, queues: readonly string[]): void {
    this.#bridge.request('directory.watch', { by: 'pane', on, queues }).catch((error) => reportError(error))
  }

  #ask(): void {
    this.#question += 1
    this.#visible = [0]
    this.#renew()
  }

  async #fetch(): Promise<void> {
    const question = this.#question
    const found = await Promise.all(pagesOf(this.#visible).map((number) => this.#page(number)))
    const [first] = found
    if (question !== this.#question || !first) return
    this.#take({
      counts: first.found.counts,
      byNumber: new Map(found.map(({ number, found: { entries } }) => [number, entries])),
    })
  }

  async #page(number: number): Promise<{ readonly number: number; readonly found: DirectoryFound }> {
    const kinds = kindsOf[this.#filter]
    const place = { offset: number * pageSize, limit: pageSize }
    return { number, found: await this.#bridge.request('directory.search', { text: this.#text, kinds, ...place }) }
  }

  #take(fresh: Pages): void {
    const shown = this.#pages
    const holds = this.#pointed && shown !== null && this.#shownFor === this.#question && !isSameOrder(shown, fresh)
    this.#pages = holds ? inPlace(shown, fresh) : merged(this.#shownFor === this.#question ? shown : null, fresh)
    this.#shownFor = this.#question
    const entries = [...fresh.byNumber.values()].flat()
    const chosen = entries.find(({ id }) => id === this.#chosen?.id)
    if (chosen) this.#chosen = chosen
    this.#watch()
  }

  /** Waiting counts are asked for only where they are seen. */
  #watch(): void {
    const seen = this.#visible.map((place) => this.at(place)).filter((entry) => entry?.kind === 'queue')
    const queues = seen.flatMap((entry) => entry?.number ?? []).slice(0, 20)
    if (this.#watched === `on ${queues.join()}`) return
    this.#watched = `on ${queues.join()}`
    this.#tell(true, queues)
  }
}
