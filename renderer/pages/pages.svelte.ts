import type { Bridge, Language, PagesState, PopSubject } from '#contract'
import { PopScreen } from '../desk/pop/pop-screen.svelte.ts'
import { type PopAsk, type PopTools, shownTab } from '../desk/pop/pop-tools.ts'
import { systemLanguage } from '../desk/ui/window/system-language.ts'

/** What main last said of the customer's pages, for the window that has nothing else. */
export class Pages implements PopTools {
  readonly ask: PopAsk
  readonly screen = new PopScreen()
  #state: PagesState = $state.raw({} as PagesState)

  readonly pop = $derived(this.#state.pop)
  readonly theme = $derived(this.#state.settings.theme)
  /** The window knows the setting only; without one it speaks as the system does. */
  readonly language = $derived.by((): Language => this.#state.settings.language ?? systemLanguage())
  /** Nobody is selected here: a page is opened for whom the one that is seen is about. */
  readonly subject: PopSubject | null = $derived.by(() => shownTab(this.#state.pop)?.subject ?? null)

  constructor(bridge: Bridge<'pages'>, current: PagesState) {
    this.ask = (name, input) => bridge.request(name, input)
    this.#state = current
  }

  take(news: Partial<PagesState>): void {
    this.#state = { ...this.#state, ...news }
  }
}

/** Subscribes before it asks, so that nothing is lost in between. */
export async function openPages(bridge: Bridge<'pages'>): Promise<Pages> {
  let pages: Pages | undefined
  let early: Partial<PagesState> = {}
  const take = (news: Partial<PagesState>) => {
    if (pages) pages.take(news)
    else early = { ...early, ...news }
  }
  bridge.subscribe('pop.changed', (pop) => take({ pop }))
  bridge.subscribe('settings.changed', (settings) => take({ settings }))
  const current = await bridge.request('pages.current', undefined)
  pages = new Pages(bridge, { ...current, ...early })
  return pages
}
