import type { ChatMessage, MessageSide, Time } from '#contract'
import type { ChatSaid } from '../../gateway/event.ts'
import { type ChatsState, type LiveChat, TYPING_MS } from '../state.ts'
import { tellOpening } from './begin.ts'
import { chatNamed, put, withLine } from './edit.ts'
import { add } from './placing.ts'

/** What was said or done in a chat that is known. */
export function hear(state: ChatsState, chat: LiveChat, said: ChatSaid, at: Time): ChatsState {
  switch (said.control) {
    case 'chat':
      return take(state, chat, said, at)
    case 'typing':
      return chat.phase.name === 'open' && said.side !== 'agent'
        ? put(state, { ...chat, typingUntil: at + TYPING_MS })
        : state
    case 'read':
      return markRead(state, chat, said.ids, at)
    case 'disconnect':
      return leave(state, chat, said, at)
    case 'connect':
    case 'to-agent':
      return state
  }
}

/** Everything is taken once, whatever comes twice; a word after the end is still a word. */
function take(state: ChatsState, chat: LiveChat, said: ChatSaid, at: Time): ChatsState {
  const id = said.id ?? `${chat.id}-${chat.count + 1}-${at}`
  if (isKnown(chat, id)) return state
  const side = sideOf(state, chat, said)
  const opened = isOfThisPart(chat, said) ? tellOpening(state, chat.id, at) : state
  const begun =
    side === 'robot' && !chat.robot ? withLine(opened, chat.id, { line: 'robot' }, said.sentAt ?? at) : opened
  const now = chatNamed(begun, chat.id) ?? chat
  const message = messageOf({ chatId: chat.id, id, side, said, at })
  const added = add(learned(now, said, side), message, said.sentAt ?? null)
  return put(begun, counted(added.chat, added.message, at), [added.message])
}

export function isKnown(chat: LiveChat, id: string): boolean {
  return chat.older.has(id) || chat.messages.some((message) => message.id === id)
}

/** Said to this agent, not to the robot or the agent before. */
function isOfThisPart(chat: LiveChat, { side, sentAt }: ChatSaid): boolean {
  return side !== 'robot' && (sentAt === undefined || sentAt >= chat.startedAt)
}

/** Another agent's words are a colleague's, whether of an inner chat or from before a transfer. */
function sideOf({ workNumber }: ChatsState, chat: LiveChat, { side, from }: ChatSaid): MessageSide {
  if (side === 'agent') return from !== undefined && from === workNumber ? 'agent' : 'colleague'
  return side === 'customer' && chat.direction === 'internal' ? 'colleague' : side
}

interface Heard {
  readonly chatId: string
  readonly id: string
  readonly side: MessageSide
  readonly said: ChatSaid
  readonly at: Time
}

function messageOf({ chatId, id, side, said, at }: Heard): Omit<ChatMessage, 'place'> {
  const { name, sentAt, content } = said
  const isLine = side === 'system' && content.kind === 'text'
  return {
    chatId,
    id,
    side,
    ...(name !== undefined && { name }),
    at: sentAt ?? at,
    content: isLine ? { kind: 'line', line: 'said', text: content.text } : content,
    state: side === 'agent' ? { name: 'sent', at: sentAt ?? at } : { name: 'received' },
  }
}

/** What the customer's own words say of them, and of how they are written to. */
function learned(chat: LiveChat, { name, from, to, channel, side: said }: ChatSaid, side: MessageSide): LiveChat {
  if (said === 'robot') return { ...chat, robot: true }
  if (side !== 'customer' && side !== 'colleague') return chat
  if (side === 'colleague' && chat.direction !== 'internal') return chat
  const customer = name === undefined ? chat.customer : { ...chat.customer, name }
  const back = { ...chat.back, ...(from && { from }), ...(to && { to }), ...(channel && { channel }) }
  return { ...chat, customer, back, ...(channel && chat.channel === 'unknown' && { channel }) }
}

function counted(chat: LiveChat, message: ChatMessage, at: Time): LiveChat {
  const unread = message.side === 'agent' || message.content.kind === 'line' ? chat.unread : chat.unread + 1
  if (message.side !== 'customer') return { ...chat, unread }
  const waits = chat.phase.name !== 'ended' && chat.direction !== 'internal'
  const unanswered = waits ? (chat.unanswered ?? { since: at, for: 'reply' as const }) : chat.unanswered
  return { ...chat, unread, unanswered, typingUntil: null }
}

function markRead(state: ChatsState, chat: LiveChat, ids: readonly string[], at: Time): ChatsState {
  const read = new Set(ids)
  const news: ChatMessage[] = []
  const messages = chat.messages.map((message) => {
    const isNews = message.side === 'agent' && read.has(message.id) && message.state.name !== 'read'
    if (!isNews) return message
    const next: ChatMessage = { ...message, state: { name: 'read', at } }
    news.push(next)
    return next
  })
  return news.length === 0 ? state : put(state, { ...chat, messages }, news)
}

/** The release follows; where the site is asynchronous the customer may come back (spec/media-and-services.md 2.5). */
function leave(state: ChatsState, chat: LiveChat, { side, away }: ChatSaid, at: Time): ChatsState {
  if (chat.phase.name === 'ended') return state
  const leaving = side === 'system' ? 'timed-out' : 'customer-left'
  const told = withLine(tellOpening(state, chat.id, at), chat.id, { line: away ? 'customer-away' : leaving }, at)
  const now = chatNamed(told, chat.id) ?? chat
  return put(told, { ...now, leaving, typingUntil: null })
}
