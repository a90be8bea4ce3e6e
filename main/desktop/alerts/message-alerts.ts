import type { Notification, NotificationConstructorOptions } from 'electron'
import type { Chat, Settings } from '#contract'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import { chatNameOf } from '../tray/names.ts'
import type { Words } from '../words/words.ts'

type Shown = Pick<Notification, 'show' | 'close'> & { on(event: 'click', listener: () => void): unknown }

export interface MessageAlertParts {
  readonly make: (options: NotificationConstructorOptions) => Shown
  readonly isSupported: () => boolean
  /** Whether whoever is to show it answers at this moment. */
  readonly answers: () => Promise<boolean>
  readonly words: () => Words
  readonly wanted: () => Settings['chat']
  readonly sound: (sound: 'message' | 'message-in-call') => void
  readonly showChat: (chatId: string) => void
  readonly log: Pick<Log, 'error'>
}

export interface MessagesView {
  readonly chats: readonly Chat[]
  readonly deskInFront: boolean
  readonly inCall: boolean
}

/** What tells of messages in chats that are open already: a short sound, and one notification for each chat. */
export interface MessageAlerts {
  update(view: MessagesView): void
}

/** Whoever is looking at the chat has read it by then, and needs to hear nothing. */
const readWithinMs = 400
/** Two hundred messages a second are told of once. */
const apartMs = 3_000

export function createMessageAlerts(parts: MessageAlertParts): MessageAlerts {
  const unread = new Map<string, number>()
  const posted = new Map<string, Shown>()
  const news = new Set<string>()
  let view: MessagesView = { chats: [], deskInFront: true, inCall: false }
  let waits = false
  let toldAt = Number.NEGATIVE_INFINITY

  const tell = () => {
    waits = false
    const still = view.chats.filter(({ id, unread: count }) => news.has(id) && count > 0)
    news.clear()
    if (still.length === 0) return
    toldAt = performance.now()
    sound(parts, view)
    if (!view.deskInFront && parts.wanted().notifyMessages) void notify(still, posted, parts)
  }
  const tellSoon = () => {
    if (waits || news.size === 0) return
    waits = true
    setTimeout(tell, Math.max(readWithinMs, toldAt + apartMs - performance.now()))
  }
  return {
    update: (next) => {
      view = next
      for (const id of newsIn(next.chats, unread)) news.add(id)
      takeAway(posted, (id) => next.deskInFront || (unread.get(id) ?? 0) === 0)
      tellSoon()
    },
  }
}

/** What has been read, or can be seen on the desk, is told of no longer. */
function takeAway(posted: Map<string, Shown>, isOver: (chatId: string) => boolean): void {
  for (const [id, shown] of posted) {
    if (!isOver(id)) continue
    shown.close()
    posted.delete(id)
  }
}

/** Chats with more that is unread than before; what rings is told of by the ring. */
function newsIn(chats: readonly Chat[], unread: Map<string, number>): readonly string[] {
  const more = chats.filter(({ id, phase, unread: count }) => phase.name === 'open' && count > (unread.get(id) ?? 0))
  unread.clear()
  for (const { id, unread: count } of chats) unread.set(id, count)
  return more.map(({ id }) => id)
}

function sound({ wanted, sound: play }: MessageAlertParts, { deskInFront, inCall }: MessagesView): void {
  const { messageSound } = wanted()
  if (messageSound === 'never' || (messageSound === 'away' && deskInFront)) return
  play(inCall ? 'message-in-call' : 'message')
}

async function notify(chats: readonly Chat[], posted: Map<string, Shown>, parts: MessageAlertParts): Promise<void> {
  try {
    if (!parts.isSupported() || !(await parts.answers())) return
    for (const chat of chats) {
      posted.get(chat.id)?.close()
      const notification = parts.make(optionsOf(chat, parts))
      notification.on('click', () => parts.showChat(chat.id))
      notification.show()
      posted.set(chat.id, notification)
    }
  } catch (error) {
    parts.log.error('a message could not be told of', { error: explain(error) })
  }
}

/** What was written is shown only where the agent wants it: the screen may be in anybody's sight. */
function optionsOf(chat: Chat, { words, wanted }: MessageAlertParts): NotificationConstructorOptions {
  const text = wanted().notifyText && chat.last?.side === 'customer' ? chat.last.line : ''
  const lines = [`${words().channels[chat.channel]} · ${words().unreadMessages(chat.unread)}`, text]
  return {
    title: chatNameOf(chat, words()),
    body: lines.filter(Boolean).join('\n').replace(/[<>&]/g, ' '),
    silent: true,
  }
}
