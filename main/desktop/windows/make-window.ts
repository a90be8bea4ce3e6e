import { join } from 'node:path'
import { BrowserWindow, type BrowserWindowConstructorOptions, type Session, type WebPreferences } from 'electron'
import type { WindowKind } from '#contract'
import type { Log } from '../../log/log.ts'
import { logPageErrors } from './page-errors.ts'
import { pageOf } from './pages.ts'

/** What every window needs of the app around it. */
export interface WindowGround {
  /** `out/preload`. */
  readonly preloads: string
  readonly session: Session
  readonly packaged: boolean
  readonly log: Log
  /** Told of each web contents as it is made, before its page can ask for anything. */
  readonly onMade: (webContentsId: number, known: { readonly kind: WindowKind; readonly page: string }) => void
}

/** A window that cannot do more than its preload lets it, showing the page of its kind. */
export function makeWindow(
  kind: WindowKind,
  ground: WindowGround,
  options: BrowserWindowConstructorOptions,
  preferences: WebPreferences = {},
): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    title: 'Earshot',
    autoHideMenuBar: true,
    ...options,
    webPreferences: { ...lockedDown(kind, ground), ...preferences },
  })
  window.removeMenu()
  logPageErrors(window, kind, ground.log)
  ground.onMade(window.webContents.id, { kind, page: pageOf(kind) })
  return window
}

function lockedDown(kind: WindowKind, { preloads, session, packaged }: WindowGround): WebPreferences {
  return {
    preload: join(preloads, `${kind}.cjs`),
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    disableDialogs: true,
    devTools: !packaged,
  }
}
