import { randomUUID } from 'node:crypto'
import { WebContentsView } from 'electron'
import { limitWindows, type PageWindows } from '../limits/windows.ts'
import { pagePreferences } from '../page/preferences.ts'
import { type Hand, type OpenedTab, openTab, type TabGround } from './open-tab.ts'
import type { Tab } from './tab.ts'

/** A window that the page of this tab opens becomes a tab of the same page, in the same session. */
export function openWindows(tab: Tab, ground: TabGround, hand: Hand, onOpened: (opened: OpenedTab) => void): void {
  adoptWindows(tab, ground, { ...hand, unasked: 1 }, onOpened)
}

type Limits = Pick<PageWindows, 'byHand' | 'onDialLink' | 'unasked'>

function adoptWindows(tab: Tab, ground: TabGround, limits: Limits, onOpened: (opened: OpenedTab) => void): void {
  const { page, tell } = tab
  const preferences = () => pagePreferences(page.session, { ...ground, origin: page.rules.origin })
  // One that opens the next and closes itself would go on for ever.
  const theirs: TabGround = {
    ...ground,
    openWindows: (window, hand) => adoptWindows(window, theirs, { ...hand, unasked: 0 }, onOpened),
  }
  limitWindows(tab, {
    ...limits,
    preferences,
    adopt: ({ contents, url }) => {
      // Without preferences of its own Electron gives what is adopted the usual ones, and no preload (tried on 33.4.11).
      const view = new WebContentsView({ webPreferences: preferences(), ...(contents && { webContents: contents }) })
      const opened = openTab(randomUUID(), page, view, theirs)
      onOpened(opened)
      tell({ type: 'opened', tab: opened.tab.id })
      if (contents === undefined) opened.load({ url, form: null })
      return view.webContents
    },
  })
}
