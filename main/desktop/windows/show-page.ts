import type { BrowserWindow } from 'electron'
import type { WindowKind } from '#contract'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import { pageOf } from './pages.ts'

const restlessMs = 10_000
const pauseMs = 1_000

/** What is ready to be shown is its skeleton; its script takes this much longer to fill it (tests/bench, launch). */
const paintMs = 100
const paintedWithinMs = 3_000

export function showPage(window: BrowserWindow, kind: WindowKind, log: Log): void {
  window.loadURL(pageOf(kind)).catch((error: unknown) => {
    if (!window.isDestroyed()) log.error('a page could not be shown', { window: kind, error: explain(error) })
  })
}

/** As `showPage`, when its turn has come; what was closed before is shown no more. */
export async function showPageAfter(turn: Promise<void>, window: BrowserWindow, kind: WindowKind, log: Log) {
  await turn
  if (!window.isDestroyed()) showPage(window, kind, log)
}

/** Resolves when the window's page has been painted, or has had its time for that. */
export function firstPainted(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(resolve, paintedWithinMs)
    window.once('ready-to-show', () => {
      clearTimeout(limit)
      setTimeout(resolve, paintMs)
    })
  })
}

/** Calls back when the window's process has died: at once, but not ten times a second when it dies at once again. */
export function onProcessGone(window: BrowserWindow, log: Log, comeBack: (why: string) => void): void {
  let last = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    log.error('a window has lost its process', { page: window.webContents.getURL(), reason, exitCode })
    const restless = performance.now() - last < restlessMs
    last = performance.now()
    setTimeout(
      () => {
        if (!window.isDestroyed()) comeBack(reason)
      },
      restless ? pauseMs : 0,
    )
  })
}
