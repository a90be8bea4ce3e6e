import type {
  PageEvent,
  Pop,
  PopAnswer,
  PopDownload,
  PopQuestion,
  PopRefusal,
  PopSubject,
  PopTab,
  Time,
} from '#contract'
import type { SitePage } from './site-page.ts'
import type { Subject } from './subjects.ts'
import type { PopAgent } from './values.ts'
import type { PageAddress } from './views.ts'

/** What is to be done because of the last event. */
export type PopOrder =
  | { readonly do: 'open'; readonly tab: string; readonly page: string; readonly address: PageAddress }
  | { readonly do: 'browse'; readonly url: string }
  | { readonly do: 'close'; readonly tab: string }
  | { readonly do: 'tell'; readonly tab: string; readonly event: PageEvent }
  | { readonly do: 'answer'; readonly question: PopQuestion; readonly answer: PopAnswer }
  | { readonly do: 'cancel-download'; readonly id: string }
  | { readonly do: 'call-out'; readonly wish: PageWish }

/** A number that a page wants to be dialled. */
export interface PageWish {
  /** The profile's name of the page. */
  readonly page: string
  readonly number: string
  readonly video: boolean
  /** By the agent's own hand just now, as main has seen and no page can say. */
  readonly clicked: boolean
  /** What the site says of it. */
  readonly dial: SitePage['dial']
}

export interface PopState {
  readonly pages: readonly SitePage[]
  /** Null: nobody is signed in, and no page is there. */
  readonly agent: PopAgent | null
  /** Known since the sign-in; those that have gone are over. */
  readonly subjects: readonly Subject[]
  /** Keys of page and subject together: what was opened, or refused, is not opened again by itself. */
  readonly settled: ReadonlySet<string>
  /** Pages that wait for what is still to come of their call, and until when. */
  readonly waits: ReadonlyMap<string, Time>
  /** What the agent has selected. */
  readonly followed: PopSubject | null
  /** The chat that was selected last, also before a call. */
  readonly lastChat: PopSubject | null
  /** By subject, the tab of it that was seen last. */
  readonly lastShown: ReadonlyMap<string, string>
  readonly tabs: readonly PopTab[]
  readonly shown: string | null
  readonly place: Pop['place']
  readonly questions: readonly PopQuestion[]
  readonly downloads: readonly PopDownload[]
  readonly refusals: readonly PopRefusal[]
  readonly made: number
  readonly orders: readonly PopOrder[]
}

export function noPop(pages: readonly SitePage[], place: Pop['place']): PopState {
  return {
    pages,
    agent: null,
    subjects: [],
    settled: new Set(),
    waits: new Map(),
    followed: null,
    lastChat: null,
    lastShown: new Map(),
    tabs: [],
    shown: null,
    place,
    questions: [],
    downloads: [],
    refusals: [],
    made: 0,
    orders: [],
  }
}

/** Each is a process of its own. */
export const MOST_TABS = 60
/** Of one tab, which a page could fill without end. */
export const MOST_QUESTIONS = 20
export const MOST_DOWNLOADS = 100
export const MOST_REFUSALS = 20
/** How many calls and chats that are over are remembered without a tab. */
export const MOST_OVER = 100
/** How long a page that asks by name for what is not there yet waits for it. */
export const AWAITED_MS = 2_000

/** What the windows show. */
export function snapshot({ pages, tabs, shown, place, questions, downloads, refusals }: PopState): Pop {
  return { pages: pages.map(({ name }) => name), tabs, shown, place, questions, downloads, refusals }
}

export function ordered(state: PopState, ...orders: readonly PopOrder[]): PopState {
  return { ...state, orders: [...state.orders, ...orders] }
}

export function tabNamed(state: PopState, id: string | null): PopTab | undefined {
  return state.tabs.find((tab) => tab.id === id)
}

export function changeTab(state: PopState, id: string, edit: (tab: PopTab) => PopTab): PopState {
  return { ...state, tabs: state.tabs.map((tab) => (tab.id === id ? edit(tab) : tab)) }
}
