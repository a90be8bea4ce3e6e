import type { BrowserWindow, Session, WebContents } from 'electron'
import type { PageRequests } from '#contract'
import type { Log } from '../../log/log.ts'
import type { PageWords } from './tab/acts/menu-items.ts'

/** A page that may ask main for something: only while its top frame shows this origin. */
export interface AskingPage {
  readonly origin: string
  readonly requests: PageRequests
}

/** What the views need of the app around them. */
export interface ViewsGround {
  readonly desk: () => BrowserWindow
  /** Who has the keyboard, if anybody of ours. */
  readonly focused: () => WebContents | null
  /** A window of ours for them, on the second screen. */
  readonly openWindow: () => BrowserWindow
  /** `out/preload/pop.cjs`. */
  readonly preload: string
  readonly packaged: boolean
  readonly log: Log
  /** Where files go that the agent says yes to. */
  readonly downloads: string
  /** For files on their way, until they are whole. */
  readonly temporary: string
  /** Pages that may ask, by the id of their web contents. */
  readonly asking: { set(webContentsId: number, page: AskingPage): void; delete(webContentsId: number): void }
  /** Told of each session before anything is made in it: what is in it is no window of ours. */
  readonly onSession: (session: Session) => void
  /** The authority counts for this origin's host in this session, and for nobody else. */
  readonly trust: (session: Session, origin: string, ca: string | null) => void
  readonly fetchNoDictionary: (session: Session) => void
  /** The number that a `tel:`, `sip:` or `callto:` link asks for. */
  readonly numberOf: (link: string) => string | null
  /** A name that a file may have here. */
  readonly cleanFileName: (raw: string) => string
  /** Marks a file as coming from outside. */
  readonly markFile: (path: string) => Promise<void>
  /** The system's dialog; null when the agent thought better of it. */
  readonly askWhere: (name: string) => Promise<string | null>
  readonly showInFolder: (path: string) => void
  readonly words: () => PageWords
}
