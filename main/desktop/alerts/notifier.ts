import type { Notification, NotificationConstructorOptions } from 'electron'
import type { Call, Chat, DeclineMode } from '#contract'
import { chatNameOf, nameOf } from '../tray/names.ts'
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
  readonly showChat: (chatId: string) => void
  readonly answerChat: (chatId: string) => void
  readonly declineChat: (chatId: string) => void
}

/** What one notification says and does. */
interface Told {
  readonly id: string
  readonly options: NotificationConstructorOptions
  readonly open: () => void
  readonly answer: () => void
  readonly decline: () => void
}

type Tried = (worked: boolean, why?: unknown) => void

/** The system's own notification of each call and chat that rings. */
export interface Notifier {
  show(wanted: Pick<AlertsWanted, 'ringing' | 'ringingChats' | 'notified'>, tried: Tried): void
  posted(): ReadonlySet<string>
}

export function createNotifier(parts: NotifierParts): Notifier {
  /** Null for a call whose notification could not be made; it is not tried again and again. */
  const posted = new Map<string, Shown | null>()
  const postWhenAnswered = async (told: Told, tried: Tried) => {
    try {
      const works = parts.isSupported() && (await parts.answers())
      // The ringing may have stopped meanwhile.
      if (!posted.has(told.id)) return
      if (works) posted.set(told.id, post(told, parts, tried))
      else tried(false)
    } catch (error) {
      tried(false, error)
    }
  }
  return {
    show: ({ ringing, ringingChats, notified }, tried) => {
      for (const gone of [...posted.keys()].filter((id) => !notified.includes(id))) {
        posted.get(gone)?.close()
        posted.delete(gone)
      }
      const all = [...ringing.map((call) => ofCall(call, parts)), ...ringingChats.map((chat) => ofChat(chat, parts))]
      for (const told of all.filter(({ id }) => notified.includes(id) && !posted.has(id))) {
        posted.set(told.id, null)
        void postWhenAnswered(told, tried)
      }
    },
    posted: () => new Set(posted.keys()),
  }
}

function post({ options, open, answer, decline }: Told, { make }: NotifierParts, tried: Tried): Shown {
  const notification = make(options)
  notification.on('click', open)
  notification.on('show', () => tried(true))
  notification.on('failed', () => tried(false))
  notification.on('action', (event, index) => {
    if ((event.actionIndex ?? index) === 0) answer()
    else decline()
  })
  notification.show()
  return notification
}

function ofCall(call: Call, parts: NotifierParts): Told {
  const words = parts.words()
  const lines = [call.name ? call.number : '', call.queue ? words.queue(call.queue) : '']
  const title = `${words.incomingCall}: ${nameOf(call, words)}`
  return {
    id: call.id,
    options: optionsOf(title, lines, parts.buttons ? [words.answer, words.declineToQueue] : []),
    open: parts.openCall,
    answer: () => parts.answer(call.id),
    decline: () => parts.decline(call.id, 'requeue'),
  }
}

function ofChat(chat: Chat, parts: NotifierParts): Told {
  const words = parts.words()
  const lines = [words.channels[chat.channel], chat.queue ? words.queue(chat.queue) : '']
  const title = `${words.incomingChat}: ${chatNameOf(chat, words)}`
  return {
    id: chat.id,
    options: optionsOf(title, lines, parts.buttons ? [words.answer, words.decline] : []),
    open: () => parts.showChat(chat.id),
    answer: () => parts.answerChat(chat.id),
    decline: () => parts.declineChat(chat.id),
  }
}

function optionsOf(
  title: string,
  lines: readonly string[],
  buttons: readonly string[],
): NotificationConstructorOptions {
  return {
    title,
    // Daemons on Linux take the body for markup, and a number is whatever the caller's side has sent.
    body: lines.filter(Boolean).join('\n').replace(/[<>&]/g, ' '),
    // The ring is the phone window's; a second sound over it would only blur it.
    silent: true,
    urgency: 'critical',
    timeoutType: 'never',
    ...(buttons.length > 0 && { actions: buttons.map((text) => ({ type: 'button', text })) }),
  }
}
