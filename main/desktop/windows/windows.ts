import { app, type BrowserWindow, type Rectangle, type Session, screen } from 'electron'
import type { Settings, WindowKind } from '#contract'
import type { Log } from '../../log/log.ts'
import { type AlertWindow, makeAlertWindow } from './alert-window.ts'
import { type DeskWindow, makeDeskWindow, type RememberedDesk } from './desk-window.ts'
import type { WindowGround } from './make-window.ts'
import { createPagesWindow, type PagesWindow } from './pages-window.ts'
import { makePhoneWindow } from './phone-window.ts'
import { firstPainted } from './show-page.ts'

export interface WindowsParts {
  readonly log: Log
  readonly sessions: { readonly desk: Session; readonly phone: Session }
  readonly preloads: string
  readonly settings: () => Settings
  readonly remembered: RememberedDesk & { readonly pagesBounds: Rectangle | null }
  readonly onMoved: (moved: RememberedDesk | { readonly pagesBounds: Rectangle }) => void
  readonly onWindow: (webContentsId: number, known: { readonly kind: WindowKind; readonly page: string }) => void
  readonly onPhoneGone: () => void
  readonly onFront: () => void
  readonly isQuitting: () => boolean
}

export interface Windows {
  readonly desk: DeskWindow
  readonly alert: AlertWindow
  /** Only while somebody wants the customer's pages in a window of their own. */
  readonly pages: PagesWindow
  phone(): BrowserWindow
  /** When the desk has been painted: what nobody looks for before that begins then. */
  readonly deskPainted: Promise<void>
  /** Another profile trusts others (sessions.ts): the phone window is made anew in their session. */
  usePhoneSession(session: Session): void
}

/** All windows. Somebody waits for the agent's; the others' pages, ready before anyone can sign in, wait for it. */
export function makeWindows(parts: WindowsParts): Windows {
  const { log, preloads, sessions } = parts
  const ground = (session: Session) => ({ preloads, session, packaged: app.isPackaged, log, onMade: parts.onWindow })
  const desk = makeDeskWindow(ground(sessions.desk), {
    remembered: parts.remembered,
    onMoved: parts.onMoved,
    barMode: parts.settings().barMode,
    screen,
    onFront: parts.onFront,
    isQuitting: parts.isQuitting,
  })
  const deskPainted = firstPainted(desk.window)
  let phoneSession = sessions.phone
  const makePhone = (): BrowserWindow =>
    makePhoneWindow(ground(phoneSession), deskPainted, () => {
      parts.onPhoneGone()
      phone = makePhone()
    })
  let phone = makePhone()
  const alert = makeAlertWindow(ground(sessions.desk), deskPainted, screen, process.platform)
  const usePhoneSession = (next: Session) => {
    if (next === phoneSession) return
    phoneSession = next
    phone.destroy()
    phone = makePhone()
  }
  return {
    desk,
    alert,
    pages: pagesWindow(ground(sessions.desk), parts, desk),
    phone: () => phone,
    deskPainted,
    usePhoneSession,
  }
}

function pagesWindow(ground: WindowGround, parts: WindowsParts, desk: DeskWindow): PagesWindow {
  let bounds = parts.remembered.pagesBounds
  return createPagesWindow(ground, {
    remembered: () => bounds,
    onMoved: (pagesBounds) => {
      bounds = pagesBounds
      parts.onMoved({ pagesBounds })
    },
    screen,
    desk: () => desk.window,
    isQuitting: parts.isQuitting,
  })
}
