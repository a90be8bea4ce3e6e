import type { Time } from './agent.ts'
import type { HotkeyName, Language } from './settings.ts'

/**
 * `taken`: another program has it. `unproved`: registered, and on this desktop that alone says nothing.
 * `proved`: it has been pressed and arrived.
 */
export type HotkeyStatus = 'off' | 'taken' | 'unproved' | 'proved'

/** One way of alerting, and whether it can be relied on. */
export type AlertWay = 'tray' | 'alert-window' | 'notification' | 'ring' | 'flash'

export interface Desktop {
  readonly hotkeys: { readonly [N in HotkeyName]: HotkeyStatus }
  /** While set, the next press of this hotkey proves it instead of acting. */
  readonly tryingHotkey: HotkeyName | null
  readonly failedAlerts: readonly AlertWay[]
  /** Quit was chosen while a call is up: the desk asks, and answers with `desktop.quit`. */
  readonly askingToQuit: boolean
  /** The language in force: the setting, else the system's. */
  readonly language: Language
  readonly version: string
}

/** Something the agent must know and did not ask for; stays until read (design/look.md, "Words"). */
export type NoticeKind =
  | { readonly kind: 'busy-not-answered' }
  | { readonly kind: 'busy-declined' }
  | { readonly kind: 'busy-phone-unavailable' }
  | { readonly kind: 'busy-by-team-lead' }
  | { readonly kind: 'busy-line-down' }
  | { readonly kind: 'line-back' }
  | { readonly kind: 'no-microphone' }
  | { readonly kind: 'signed-in-elsewhere' }
  | { readonly kind: 'signed-out-by-team-lead' }
  | { readonly kind: 'session-expired' }
  | { readonly kind: 'settings-file-set-aside'; readonly file: string }
  | { readonly kind: 'contacts-damaged'; readonly file: string }
  | { readonly kind: 'history-set-aside'; readonly file: string }
  | { readonly kind: 'secrets-unreadable' }
  | { readonly kind: 'phone-window-restarted' }
  | { readonly kind: 'rest-over' }
  | { readonly kind: 'note-came'; readonly from?: string }
  | { readonly kind: 'bulletin-came' }
  | { readonly kind: 'rest-not-granted' }
  | { readonly kind: 'command-failed'; readonly what: string; readonly retcode?: string; readonly reason: string }
  | { readonly kind: 'something-went-wrong'; readonly where: string }

export type Notice = { readonly id: string; readonly at: Time } & NoticeKind

export interface DesktopRequests {
  'desktop.tryHotkey': (input: { readonly name: HotkeyName | null }) => void
  /** The desk has painted this ringing call (for `event_to_alert_ms`). */
  'desktop.painted': (input: { readonly callId: string }) => void
  /** Answer to "a call is up: quit all the same?", asked in the desk. */
  'desktop.quit': (input: { readonly confirmed: boolean }) => void
  'desktop.windowSize': (input: { readonly height: number }) => void
  /** Opens an http or https address in the system's browser; the desk has asked the agent. */
  'desktop.openLink': (input: { readonly url: string }) => Promise<boolean>
  /** Keeps a cleaned e-mail for the sandboxed frame that shows it; answers with the frame's address. */
  'desktop.mailPage': (input: { readonly html: string; readonly images: boolean }) => string
}

export interface NoticeRequests {
  'notices.dismiss': (input: { readonly id: string }) => void
}
