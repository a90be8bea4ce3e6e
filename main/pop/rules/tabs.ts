import type { PopSubject, PopTab } from '#contract'
import { changeTab, MOST_TABS, type PopState, tabNamed } from '../state.ts'
import { isSame, keyOf, type Subject } from '../subjects.ts'

type Begun = Pick<PopTab, 'id' | 'page' | 'opener' | 'subject' | 'host' | 'secure'>

export function isFull({ tabs }: PopState): boolean {
  return tabs.length >= MOST_TABS
}

export function subjectNamed(state: PopState, subject: PopSubject | null): Subject | null {
  return state.subjects.find((one) => isSame(one.subject, subject)) ?? null
}

/** The page's own tab for this call or chat: not a window that it opened. */
export function ownTab({ tabs }: PopState, page: string, subject: PopSubject | null): PopTab | undefined {
  return tabs.find((tab) => tab.page === page && tab.opener === null && isOf(tab, subject))
}

/** Also for nobody: the tabs that the agent opened for no call. */
export function isOf({ subject }: PopTab, other: PopSubject | null): boolean {
  return other === null ? subject === null : isSame(subject, other)
}

export function addTab(state: PopState, begun: Begun): PopState {
  const about = subjectNamed(state, begun.subject)
  const tab: PopTab = {
    ...begun,
    over: about?.stage === 'over',
    person: about?.person ?? null,
    unseen: true,
    title: '',
    state: { name: 'loading' },
    canGoBack: false,
    canGoForward: false,
    zoom: 100,
    silenced: false,
    find: null,
    windowsRefused: 0,
  }
  return { ...state, tabs: [...state.tabs, tab] }
}

/** Puts it in front. While the pages are put away nobody looks at it. */
export function show(state: PopState, id: string): PopState {
  const tab = tabNamed(state, id)
  if (!tab) return state
  const lastShown = tab.subject ? new Map(state.lastShown).set(keyOf(tab.subject), id) : state.lastShown
  return look({ ...state, shown: id, lastShown })
}

/** The agent sees what is in front. */
export function look(state: PopState): PopState {
  const tab = tabNamed(state, state.shown)
  if (!tab || state.place === 'closed' || (!tab.unseen && tab.windowsRefused === 0)) return state
  return changeTab(state, tab.id, (one) => ({ ...one, unseen: false, windowsRefused: 0 }))
}

/** The tab of this call or chat that was seen last, or its first one. */
export function tabOf(state: PopState, subject: PopSubject | null): PopTab | undefined {
  if (subject === null) return undefined
  return tabNamed(state, state.lastShown.get(keyOf(subject)) ?? null) ?? state.tabs.find((tab) => isOf(tab, subject))
}

/** It leaves no question behind; what it fetches goes on in the tab that opened it, or ends with it. */
export function removeTab(state: PopState, id: string): PopState {
  const tab = tabNamed(state, id)
  if (!tab) return state
  const heir = tabNamed(state, tab.opener)?.id
  const orphans = heir === undefined ? state.downloads.filter((one) => one.tab === id && one.state === 'going') : []
  const left: PopState = {
    ...state,
    tabs: state.tabs.filter((one) => one !== tab),
    lastShown: new Map([...state.lastShown].filter(([, shown]) => shown !== id)),
    questions: state.questions.filter((question) => question.tab !== id),
    downloads: state.downloads.flatMap((one) => (one.tab === id ? (heir ? [{ ...one, tab: heir }] : []) : [one])),
    orders: [...state.orders, ...orphans.map((one) => ({ do: 'cancel-download', id: one.id }) as const)],
  }
  return state.shown === id ? showNext(left, tab, state.tabs.indexOf(tab)) : left
}

/** Who opened it, else another of its call, else what the agent has selected, else its neighbour. */
function showNext(state: PopState, gone: PopTab, place: number): PopState {
  const next =
    tabNamed(state, gone.opener) ??
    tabOf(state, gone.subject) ??
    tabOf(state, state.followed) ??
    state.tabs[Math.min(place, state.tabs.length - 1)]
  return next ? show(state, next.id) : { ...state, shown: null }
}
