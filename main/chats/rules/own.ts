import type { ChatMessage, MessageState } from '#contract'
import type { ChatsEvent } from '../event.ts'
import type { ChatsState, LiveChat } from '../state.ts'
import { tellOpening } from './begin.ts'
import { chatNamed, put } from './edit.ts'
import { isKnown } from './hear.ts'
import { lineOf } from './last-line.ts'
import { add } from './placing.ts'

type About<T extends ChatsEvent['type']> = Extract<ChatsEvent, { type: T }>
type Fate = Extract<ChatsEvent, { type: 'resent' | 'sent' } | { type: 'send-failed' }>

/** A message of the agent begins its way; the same key twice is one message. */
export function post(state: ChatsState, { chatId, key, content, at }: About<'posted'>): ChatsState {
  const before = chatNamed(state, chatId)
  if (!before || isKnown(before, key)) return state
  const told = tellOpening(state, chatId, at)
  const chat = chatNamed(told, chatId) ?? before
  const over = chat.phase.name !== 'open'
  const sending: MessageState = over ? { name: 'failed', reason: 'chat-over' } : { name: 'sending' }
  const added = add(chat, { chatId, id: key, side: 'agent', at, content, state: sending }, null)
  return put(told, over ? added.chat : answered(added.chat, key), [added.message])
}

function answered(chat: LiveChat, key: string): LiveChat {
  if (chat.unanswered === null) return chat
  return { ...chat, unanswered: null, answers: { ...chat.answers, [key]: chat.unanswered } }
}

/** What became of a message of the agent's. */
export function follow(state: ChatsState, event: Fate): ChatsState {
  const chat = chatNamed(state, event.chatId)
  const message = chat?.messages.find(({ id }) => id === event.key)
  if (!chat || !message) return followUnderway(state, event)
  const next: ChatMessage = { ...message, state: stateAfter(message.state, event) }
  const messages = chat.messages.map((one) => (one === message ? next : one))
  return put(state, waitsAfter({ ...chat, messages }, event), [next])
}

function followUnderway(state: ChatsState, event: Fate): ChatsState {
  const message = state.underway.find(({ id, chatId }) => id === event.key && chatId === event.chatId)
  if (!message) return state
  const next: ChatMessage = { ...message, state: stateAfter(message.state, event) }
  return { ...state, underway: state.underway.filter((one) => one !== message), news: [...state.news, next] }
}

function stateAfter(state: MessageState, event: Fate): MessageState {
  switch (event.type) {
    case 'resent':
      return { name: 'sending' }
    case 'sent':
      // The customer's mark may overtake the platform's answer.
      return state.name === 'read' || state.name === 'delivered' ? state : { name: 'sent', at: event.at }
    case 'send-failed':
      return { name: 'failed', reason: event.reason, ...(event.retcode && { retcode: event.retcode }) }
  }
}

/** Whoever was answered by a message that failed waits as long as before. */
function waitsAfter(chat: LiveChat, { type, key }: { readonly type: string; readonly key: string }): LiveChat {
  if (type === 'resent') return answered(chat, key)
  const { [key]: waited, ...answers } = chat.answers
  if (type === 'sent' || waited === undefined || chat.phase.name === 'ended') return { ...chat, answers }
  return { ...chat, answers, unanswered: waited }
}

/** Only what has failed can be dropped. */
export function discard(
  state: ChatsState,
  { chatId, key }: { readonly chatId: string; readonly key: string },
): ChatsState {
  const chat = chatNamed(state, chatId)
  const message = chat?.messages.find(({ id }) => id === key)
  if (!chat || message?.state.name !== 'failed') return state
  const messages = chat.messages.filter((one) => one !== message)
  const said = messages.findLast(({ content }) => content.kind !== 'line')
  const { last, ...rest } = chat
  const lastNow = said && { last: { side: said.side, at: said.at, ...lineOf(said.content) } }
  return put(state, { ...rest, messages, count: chat.count - 1, ...lastNow })
}
