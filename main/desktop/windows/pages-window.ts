import type { BrowserWindow, Rectangle, Screen } from 'electron'
import { placePages, smallestPages } from './bounds.ts'
import { makeWindow, type WindowGround } from './make-window.ts'
import { onProcessGone, showPage } from './show-page.ts'

/** The window of the customer's pages, on the second screen if there is one. */
export interface PagesWindow {
  /** Comes up without taking the keyboard away; `onClosed`: the agent wants to close it. */
  open(onClosed: () => void): BrowserWindow
  current(): BrowserWindow | null
}

export interface PagesParts {
  readonly remembered: () => Rectangle | null
  readonly onMoved: (bounds: Rectangle) => void
  readonly screen: Pick<Screen, 'getAllDisplays'>
  readonly desk: () => BrowserWindow
  readonly isQuitting: () => boolean
}

const settledMs = 500

export function createPagesWindow(ground: WindowGround, parts: PagesParts): PagesWindow {
  let current: BrowserWindow | null = null
  return {
    current: () => current,
    open: (onClosed) => {
      const areas = parts.screen.getAllDisplays().map(({ workArea }) => workArea)
      const bounds = placePages(parts.remembered(), areas, parts.desk().getBounds())
      const { width: minWidth, height: minHeight } = smallestPages
      const window = makeWindow('pages', ground, { ...bounds, minWidth, minHeight })
      current = window
      window.on('close', (event) => {
        if (parts.isQuitting()) return
        // Its views go back to the desk first: they would die with it.
        event.preventDefault()
        onClosed()
      })
      window.once('closed', () => {
        if (current === window) current = null
      })
      rememberPlace(window, parts.onMoved)
      onProcessGone(window, ground.log, () => showPage(window, 'pages', ground.log))
      window.once('ready-to-show', () => window.showInactive())
      showPage(window, 'pages', ground.log)
      return window
    },
  }
}

function rememberPlace(window: BrowserWindow, onMoved: PagesParts['onMoved']): void {
  let settled: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(settled)
    settled = setTimeout(() => {
      if (!window.isDestroyed()) onMoved(window.getNormalBounds())
    }, settledMs)
  }
  window.on('move', keep)
  window.on('resize', keep)
}
