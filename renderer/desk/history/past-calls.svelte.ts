import type { HistoryFilter, HistoryPage, HistorySearch, PastCall } from '#contract'
import type { DeskBridge } from '../bridge.ts'

const PAGE = 100
const LARGEST_PAGE = 500

/** The past calls that match what is typed, as far down as the agent has scrolled. */
export class PastCalls {
  readonly #bridge: Pick<DeskBridge, 'request'>
  #text = $state('')
  #filter = $state<HistoryFilter>('all')
  #calls = $state.raw<readonly PastCall[]>([])
  #status = $state.raw<'new' | 'known' | 'failing'>('new')
  #more = $state(false)
  #chosen = $state<string | null>(null)
  /** Only the newest asking counts; one is under way, and one more waits for it. */
  #asked = 0
  #limit = PAGE
  #busy = false
  #field: HTMLInputElement | null = null

  readonly chosen = $derived.by(() => this.#calls.find(({ id }) => id === this.#chosen) ?? null)

  constructor(bridge: Pick<DeskBridge, 'request'>) {
    this.#bridge = bridge
  }

  get text(): string {
    return this.#text
  }

  get filter(): HistoryFilter {
    return this.#filter
  }

  get calls(): readonly PastCall[] {
    return this.#calls
  }

  get status(): 'new' | 'known' | 'failing' {
    return this.#status
  }

  get more(): boolean {
    return this.#more
  }

  /** For `{@attach}` on the search field, so that a key can bring the agent there. */
  readonly field = (element: HTMLInputElement) => {
    this.#field = element
    return () => {
      this.#field = null
    }
  }

  focus(): void {
    this.#field?.focus()
    this.#field?.select()
  }

  type(text: string): Promise<void> {
    this.#text = text
    return this.refresh(PAGE)
  }

  choose(filter: HistoryFilter): Promise<void> {
    this.#filter = filter
    return this.refresh(PAGE)
  }

  select(call: PastCall): void {
    this.#chosen = call.id
  }

  /** The same again, since something has happened to the history or to what is sought. */
  async refresh(limit = Math.min(LARGEST_PAGE, Math.max(PAGE, this.#calls.length))): Promise<void> {
    this.#asked += 1
    this.#limit = limit
    if (this.#busy) return
    this.#busy = true
    let answered = 0
    while (answered !== this.#asked) {
      answered = this.#asked
      const page = await this.#ask({ limit: this.#limit })
      if (answered === this.#asked) this.#show(page)
    }
    this.#busy = false
  }

  #show(page: HistoryPage | null): void {
    this.#status = page ? 'known' : 'failing'
    if (!page) return
    this.#calls = page.calls
    this.#more = page.more
  }

  /** The end of the list is near. */
  async fetchMore(): Promise<void> {
    const last = this.#calls.at(-1)
    if (!this.#more || this.#busy || !last) return
    this.#busy = true
    const asked = this.#asked
    const page = await this.#ask({ limit: PAGE, before: last.place })
    this.#busy = false
    if (asked !== this.#asked) return this.refresh(this.#limit)
    this.#show(page && { ...page, calls: [...this.#calls, ...page.calls] })
  }

  async #ask(part: Pick<HistorySearch, 'limit' | 'before'>): Promise<HistoryPage | null> {
    try {
      return await this.#bridge.request('history.search', { text: this.#text, filter: this.#filter, ...part })
    } catch (error) {
      reportError(error)
      return null
    }
  }

  /** False: it could not be removed. */
  async remove(call: PastCall): Promise<boolean> {
    const removed = await this.#tryTo(() => this.#bridge.request('history.remove', { callId: call.id }))
    if (removed) this.#calls = this.#calls.filter(({ id }) => id !== call.id)
    return removed
  }

  clear(): Promise<boolean> {
    return this.#tryTo(() => this.#bridge.request('history.clear', undefined))
  }

  async #tryTo(act: () => Promise<void>): Promise<boolean> {
    try {
      await act()
      return true
    } catch (error) {
      reportError(error)
      return false
    }
  }
}
