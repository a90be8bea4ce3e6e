import type { ChatMessage, SystemLine, Time } from '#contract'
import type { ChatsState, LiveChat } from '../state.ts'
import { add } from './placing.ts'

export function chatNamed(state: ChatsState, id: string): LiveChat | undefined {
  return state.chats.find((chat) => chat.id === id)
}

/** The chat in its new shape, and those of its messages that are to be told. */
export function put(state: ChatsState, chat: LiveChat, news: readonly ChatMessage[] = []): ChatsState {
  const known = state.chats.some(({ id }) => id === chat.id)
  const chats = known ? state.chats.map((one) => (one.id === chat.id ? chat : one)) : [...state.chats, chat]
  return { ...state, chats, news: news.length === 0 ? state.news : [...state.news, ...news] }
}

export function changed(state: ChatsState, id: string, change: (chat: LiveChat) => LiveChat): ChatsState {
  const chat = chatNamed(state, id)
  if (!chat) return state
  const next = change(chat)
  return next === chat ? state : put(state, next)
}

/** What happened, told between the messages. */
export function withLine(state: ChatsState, chatId: string, line: SystemLine, at: Time): ChatsState {
  const chat = chatNamed(state, chatId)
  if (!chat) return state
  const lines = state.lines + 1
  const told = { chatId, id: `line-${at}-${lines}`, side: 'system', at, state: { name: 'received' } } as const
  const added = add(chat, { ...told, content: { kind: 'line', ...line } }, null)
  return { ...put(state, added.chat, [added.message]), lines }
}
