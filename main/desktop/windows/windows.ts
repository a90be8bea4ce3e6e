import { app, type BrowserWindow, type Session, screen } from 'electron'
import type { Settings, WindowKind } from '#contract'
import type { Log } from '../../log/log.ts'
import { type AlertWindow, makeAlertWindow } from './alert-window.ts'
import { type DeskWindow, makeDeskWindow, type RememberedDesk } from './desk-window.ts'
import { makePhoneWindow } from './phone-window.ts'

export interface WindowsParts {
  readonly log: Log
  readonly sessions: { readonly desk: Session; readonly phone: Session }
  readonly preloads: string
  readonly settings: () => Settings
  readonly remembered: RememberedDesk
  readonly onMoved: (desk: RememberedDesk) => void
  readonly onWindow: (webContentsId: number, known: { readonly kind: WindowKind; readonly page: string }) => void
  readonly onPhoneGone: () => void
  readonly onFront: () => void
  readonly isQuitting: () => boolean
}

export interface Windows {
  readonly desk: DeskWindow
  readonly alert: AlertWindow
  phone(): BrowserWindow
  /** Another profile trusts others (sessions.ts): the phone window is made anew in their session. */
  usePhoneSession(session: Session): void
}

/** The three windows; the agent's first, since it is the one that somebody waits for. */
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
  let phoneSession = sessions.phone
  const makePhone = (): BrowserWindow =>
    makePhoneWindow(ground(phoneSession), () => {
      parts.onPhoneGone()
      phone = makePhone()
    })
  let phone = makePhone()
  const alert = makeAlertWindow(ground(sessions.desk), screen, process.platform)
  const usePhoneSession = (next: Session) => {
    if (next === phoneSession) return
    phoneSession = next
    phone.destroy()
    phone = makePhone()
  }
  return { desk, alert, phone: () => phone, usePhoneSession }
}
