import type { ChatsEvent } from '../event.ts'
import type { ChatsState } from '../state.ts'
import { changed } from './edit.ts'

type About<T extends ChatsEvent['type']> = Extract<ChatsEvent, { type: T }>

/** Sent, and not answered yet. */
export function ask(state: ChatsState, { chatId, verb, to }: About<'asked'>): ChatsState {
  return changed(state, chatId, ({ failure, ...chat }) => ({
    ...chat,
    asked: verb,
    ...(to !== undefined && { handing: { to, sure: false } }),
  }))
}

/** Accepted is not happened: what an event confirms stays asked until it does. */
const CONFIRMED_BY_ANSWER: ReadonlySet<string> = new Set(['transfer', 'consult', 'send'])

export function settle(state: ChatsState, { chatId, verb, failure }: About<'settled'>): ChatsState {
  return changed(state, chatId, (chat) => {
    if (chat.asked !== verb) return chat
    if (!failure) return CONFIRMED_BY_ANSWER.has(verb) ? { ...chat, asked: null } : chat
    const { handing, ...rest } = chat
    return { ...rest, asked: null, failure: { verb, ...failure } }
  })
}
