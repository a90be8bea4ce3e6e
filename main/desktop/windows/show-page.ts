import type { BrowserWindow } from 'electron'
import type { WindowKind } from '#contract'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import { pageOf } from './pages.ts'

const restlessMs = 10_000
const pauseMs = 1_000

export function showPage(window: BrowserWindow, kind: WindowKind, log: Log): void {
  window.loadURL(pageOf(kind)).catch((error: unknown) => {
    if (!window.isDestroyed()) log.error('a page could not be shown', { window: kind, error: explain(error) })
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
