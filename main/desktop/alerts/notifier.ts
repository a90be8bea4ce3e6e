import type { Notification, NotificationConstructorOptions } from 'electron'
import type { Call, DeclineMode } from '#contract'
import { nameOf } from '../tray/tray-menu.ts'
import type { Words } from '../words/words.ts'
import type { AlertsWanted } from './wanted.ts'

type Shown = Pick<Notification, 'show' | 'close'> & {
  on(event: 'click' | 'show' | 'close', listener: () => void): unknown
  on(event: 'failed', listener: (event: unknown, why: string) => void): unknown
  on(event: 'action', listener: (event: { readonly actionIndex?: number }, index?: number) => void): unknown
}

export interface NotifierParts {
  /** Makes one; Electron's `Notification` in the app. */
  readonly make: (options: NotificationConstructorOptions) => Shown
  readonly isSupported: () => boolean
  /** Whether whoever is to show it answers at this moment. */
  readonly answers: () => Promise<boolean>
  /** Whether the system's notifications have buttons (macOS, and Windows since Electron has them there). */
  readonly buttons: boolean
  readonly words: () => Words
  readonly openCall: () => void
  readonly answer: (callId: string) => void
  readonly decline: (callId: string, mode: DeclineMode) => void
}

type Tried = (worked: boolean, why?: unknown) => void

/** The system's own notification of each call that rings. */
export interface Notifier {
  show(wanted: Pick<AlertsWanted, 'ringing' | 'notified'>, tried: Tried): void
  posted(): ReadonlySet<string>
}

export function createNotifier(parts: NotifierParts): Notifier {
  /** Null for a call whose notification could not be made; it is not tried again and again. */
  const posted = new Map<string, Shown | null>()
  const postWhenAnswered = async (call: Call, tried: Tried) => {
    try {
      const works = parts.isSupported() && (await parts.answers())
      // The ringing may have stopped meanwhile.
      if (!posted.has(call.id)) return
      if (works) posted.set(call.id, post(call, parts, tried))
      else tried(false)
    } catch (error) {
      tried(false, error)
    }
  }
  return {
    show: ({ ringing, notified }, tried) => {
      for (const gone of [...posted.keys()].filter((id) => !notified.includes(id))) {
        posted.get(gone)?.close()
        posted.delete(gone)
      }
      for (const call of ringing.filter(({ id }) => notified.includes(id) && !posted.has(id))) {
        posted.set(call.id, null)
        void postWhenAnswered(call, tried)
      }
    },
    posted: () => new Set(posted.keys()),
  }
}

function post(call: Call, parts: NotifierParts, tried: Tried): Shown {
  const { make, words, openCall, answer, decline } = parts
  const notification = make(optionsOf(call, words(), parts.buttons))
  notification.on('click', openCall)
  notification.on('show', () => tried(true))
  notification.on('failed', () => tried(false))
  notification.on('action', (event, index) => {
    if ((event.actionIndex ?? index) === 0) answer(call.id)
    else decline(call.id, 'requeue')
  })
  notification.show()
  return notification
}

function optionsOf(call: Call, words: Words, buttons: boolean): NotificationConstructorOptions {
  const lines = [call.name ? call.number : '', call.queue ? words.queue(call.queue) : '']
  return {
    title: `${words.incomingCall}: ${nameOf(call, words)}`,
    // Daemons on Linux take the body for markup, and a number is whatever the caller's side has sent.
    body: lines.filter(Boolean).join('\n').replace(/[<>&]/g, ' '),
    // The ring is the phone window's; a second sound over it would only blur it.
    silent: true,
    urgency: 'critical',
    timeoutType: 'never',
    ...(buttons && {
      actions: [
        { type: 'button', text: words.answer },
        { type: 'button', text: words.declineToQueue },
      ],
    }),
  }
}
