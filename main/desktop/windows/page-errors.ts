import type { BrowserWindow } from 'electron'
import type { WindowKind } from '#contract'
import type { Log } from '../../log/log.ts'

const errorLevel = 3

/**
 * What a page says as an error, or null: Electron 33 gives level and message as arguments of their own, later releases
 * as members of the event.
 */
export function errorSaid([event, level, message]: readonly unknown[]): string | null {
  if (typeof level === 'number') return level === errorLevel ? String(message) : null
  if (typeof event !== 'object' || event === null) return null
  return Reflect.get(event, 'level') === 'error' ? String(Reflect.get(event, 'message')) : null
}

/** A panel that broke reports itself to the page's console, and that line is all main ever hears of it. */
export function logPageErrors(window: BrowserWindow, kind: WindowKind, log: Log): void {
  window.webContents.on('console-message', (...given: readonly unknown[]) => {
    const said = errorSaid(given)
    if (said !== null) log.error('a page has failed', { window: kind, said: said.slice(0, 500) })
  })
}
