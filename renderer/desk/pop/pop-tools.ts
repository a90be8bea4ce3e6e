import type { Pop, PopQuestion, PopRequests, PopSubject, PopTab } from '#contract'
import type { PopScreen } from './pop-screen.svelte.ts'

/** Asks main something of pages, from the desk or from the pages' own window. */
export type PopAsk = <N extends keyof PopRequests>(name: N, input: Parameters<PopRequests[N]>[0]) => Promise<unknown>

/** What every part of the pane is given. */
export interface PopTools {
  readonly pop: Pop
  readonly ask: PopAsk
  readonly screen: PopScreen
  /** Whom a page is opened for by hand. */
  readonly subject: PopSubject | null
}

export function shownTab({ tabs, shown }: Pick<Pop, 'tabs' | 'shown'>): PopTab | null {
  return tabs.find(({ id }) => id === shown) ?? null
}

/** The oldest one that waits in this tab. */
export function questionIn({ questions }: Pick<Pop, 'questions'>, tab: string): PopQuestion | null {
  return questions.find((question) => question.tab === tab) ?? null
}

/** The one beside it, round the ends; null when there is no other. */
export function tabBeside({ tabs, shown }: Pick<Pop, 'tabs' | 'shown'>, step: 1 | -1): PopTab | null {
  const at = tabs.findIndex(({ id }) => id === shown)
  if (tabs.length < 2 || at < 0) return null
  return tabs[(at + step + tabs.length) % tabs.length] ?? null
}
