import type { Time } from '#contract'
import type { ChatsEvent } from '../event.ts'
import { type ChatsState, GONE_KNOWN, type Gone, IN_MEMORY, type LiveChat } from '../state.ts'
import { changed } from './edit.ts'

type About<T extends ChatsEvent['type']> = Extract<ChatsEvent, { type: T }>

/** The agent has looked at everything up to there; what came late above it has been seen as well. */
export function see(state: ChatsState, { chatId, place }: About<'seen'>): ChatsState {
  return changed(state, chatId, (chat) => {
    const seen = Math.max(chat.seen, Math.min(place, chat.lastPlace))
    const unread = chat.messages.filter((message) => message.place > seen && isFromOthers(message)).length
    return seen === chat.seen && unread === chat.unread ? chat : { ...chat, seen, unread }
  })
}

function isFromOthers({ side, content }: LiveChat['messages'][number]): boolean {
  return side !== 'agent' && content.kind !== 'line'
}

export function pin(state: ChatsState, { chatId, pinned }: About<'pinned'>): ChatsState {
  return changed(state, chatId, (chat) => (chat.pinned === pinned ? chat : { ...chat, pinned }))
}

export function note(state: ChatsState, { chatId, text, category }: About<'noted'>): ChatsState {
  return changed(state, chatId, ({ category: _, ...chat }) => ({ ...chat, note: text, ...(category && { category }) }))
}

/** Only what is over leaves the list; its messages' ids are remembered, so that none comes a second time. */
export function close(state: ChatsState, chatId: string): ChatsState {
  const chat = state.chats.find(({ id }) => id === chatId)
  if (chat?.phase.name !== 'ended') return state
  const { lastPlace, count } = chat
  const ids = new Set([...chat.older, ...chat.messages.map(({ id }) => id)])
  const gone = [...state.gone.filter(({ id }) => id !== chatId), { id: chatId, ids, lastPlace, count }]
  const underway = [...state.underway, ...chat.messages.filter((message) => message.state.name === 'sending')]
  return { ...state, chats: state.chats.filter((one) => one !== chat), gone: gone.slice(-GONE_KNOWN), underway }
}

/** What is on the list, or has left it in this session, is known better than any store knows it. */
export function remember(state: ChatsState, gone: readonly Gone[]): ChatsState {
  const known = new Set([...state.chats, ...state.gone].map(({ id }) => id))
  const fresh = gone.filter(({ id }) => !known.has(id))
  return fresh.length === 0 ? state : { ...state, gone: [...state.gone, ...fresh].slice(-GONE_KNOWN) }
}

/** All that has been told is kept elsewhere: the oldest messages of long chats leave the memory, in one go. */
export function keep(state: ChatsState): ChatsState {
  const long = state.chats.filter(({ messages }) => messages.length >= IN_MEMORY * 1.5)
  return long.reduce((next, { id }) => changed(next, id, forgetOldest), state)
}

function forgetOldest(chat: LiveChat): LiveChat {
  const dropped = chat.messages.slice(0, -IN_MEMORY)
  return {
    ...chat,
    messages: chat.messages.slice(-IN_MEMORY),
    older: new Set([...chat.older, ...dropped.map(({ id }) => id)]),
  }
}

/** How long the lines of a beginning wait for what was said before it. */
const OPENING_MS = 1_000

type TellOpening = (state: ChatsState, chatId: string, at: Time) => ChatsState

/** Time alone: typing fades, and a conversation in which nothing is said shows how it began. */
export function look(state: ChatsState, at: Time, tellOpening: TellOpening): ChatsState {
  const faded = state.chats
    .filter(({ typingUntil }) => typingUntil !== null && typingUntil <= at)
    .reduce((next, { id }) => changed(next, id, (chat) => ({ ...chat, typingUntil: null })), state)
  return faded.chats
    .filter((chat) => (openingAt(chat) ?? Number.POSITIVE_INFINITY) <= at)
    .reduce((next, { id }) => tellOpening(next, id, at), faded)
}

export function openingAt({ opening, phase }: LiveChat): Time | null {
  return opening.length > 0 && phase.name === 'open' ? phase.since + OPENING_MS : null
}

/** When time alone will change something; null: never. */
export function nextMoment({ chats }: ChatsState): Time | null {
  const moments = chats.flatMap((chat) => [chat.typingUntil, openingAt(chat)]).filter((at) => at !== null)
  return moments.length === 0 ? null : Math.min(...moments)
}
