import type { App, Dialog, Session, Shell, WebContents } from 'electron'
import type { KnownPage } from './bridge/serve-requests.ts'
import { cleanFileName } from './chats/files/file-name.ts'
import { markFile } from './chats/files/save.ts'
import { askWhereToKeep } from './desktop/chat-file-place.ts'
import type { DesktopPart } from './desktop/desktop.ts'
import { trustSite } from './desktop/site-certificates.ts'
import { fetchNoDictionary } from './desktop/spelling/spelling.ts'
import { wordsIn } from './desktop/words/words.ts'
import { readLink } from './doors/links/link.ts'
import type { Log } from './log/log.ts'
import type { ViewsGround } from './pop/views/ground.ts'

/** What of Electron the views stand on. */
export interface ViewsMachine {
  readonly app: App
  readonly dialog: Dialog
  readonly shell: Shell
  readonly webContents: { getFocusedWebContents(): WebContents | null }
  readonly log: Log
  readonly desktop: () => DesktopPart
  readonly preload: string
  /** Pages that may ask, by the id of their web contents. */
  readonly asking: Map<number, KnownPage>
  readonly sessions: WeakSet<Session>
  /** The agent has closed the window of the pages. */
  readonly onWindowClosed: () => void
}

/** Introduces the customer's pages to the desk's window and to what the rest of main knows how to do. */
export function viewsOfDesktop(machine: ViewsMachine): ViewsGround {
  const { app, dialog, shell, webContents, log, desktop, preload, asking, sessions, onWindowClosed } = machine
  const { platform } = process
  const desk = () => desktop().windows.desk.window
  return {
    desk,
    focused: () => webContents.getFocusedWebContents(),
    openWindow: () => desktop().windows.pages.open(onWindowClosed),
    preload,
    packaged: app.isPackaged,
    log,
    downloads: app.getPath('downloads'),
    temporary: app.getPath('temp'),
    asking,
    onSession: (session) => void sessions.add(session),
    trust: (session, origin, ca) => trustSite(session, ca === null ? null : { servers: [origin], ca }, () => undefined),
    fetchNoDictionary,
    numberOf: (link) => {
      const read = readLink(link)
      return read.kind === 'dial' ? read.number : null
    },
    cleanFileName,
    markFile: (path) => markFile(path, { platform, now: Date.now, log }),
    askWhere: askWhereToKeep(dialog, desk),
    showInFolder: (path) => shell.showItemInFolder(path),
    words: () => wordsIn(desktop().current().language),
  }
}
