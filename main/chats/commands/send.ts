import type { ChatMessage, ChatsRequests, MessageContent, MessageFailure } from '#contract'
import type { ChatAddress, SendResult } from '../chat-gateway.ts'
import type { ChatHistory } from '../history/chat-history.ts'
import { chatNamed } from '../rules/edit.ts'
import type { ChatsState, LiveChat } from '../state.ts'
import type { CommandParts } from './parts.ts'

type Sending = Pick<ChatsRequests, 'chats.send' | 'chats.sendEmail' | 'chats.retry' | 'chats.discard'>

/** Messages of the agent, one at a time for each chat and in their order, each of them once. */
export interface SendingParts extends CommandParts {
  readonly history: Pick<ChatHistory, 'discard'>
}

export function sending(parts: SendingParts) {
  const { apply, state, now } = parts
  const rows = new Map<string, Promise<void>>()
  const inOrder = (chatId: string, key: string) => {
    const row = (rows.get(chatId) ?? Promise.resolve()).then(() => sendOne(parts, chatId, key))
    rows.set(chatId, row)
    void row.then(() => rows.get(chatId) === row && rows.delete(chatId))
  }
  const post = (chatId: string, key: string, content: MessageContent) => {
    const known = messageOf(state(), chatId, key)
    apply({ type: 'posted', chatId, key, content, at: now() })
    const message = messageOf(state(), chatId, key)
    if (!known && message?.state.name === 'sending') inOrder(chatId, key)
  }
  const requests: Sending = {
    'chats.send': ({ chatId, key, text }) => post(chatId, key, { kind: 'text', text }),
    'chats.sendEmail': ({ chatId, key, email }) => post(chatId, key, { kind: 'email', from: '', ...email }),
    'chats.retry': ({ chatId, messageId: key }) => {
      const chat = chatNamed(state(), chatId)
      if (chat?.phase.name !== 'open' || messageOf(state(), chatId, key)?.state.name !== 'failed') return
      apply({ type: 'resent', chatId, key, at: now() })
      inOrder(chatId, key)
    },
    'chats.discard': ({ chatId, messageId: key }) => {
      if (messageOf(state(), chatId, key)?.state.name !== 'failed') return
      apply({ type: 'discarded', chatId, key })
      parts.history.discard(chatId, key)
    },
  }
  return { requests, post }
}

function messageOf(state: ChatsState, chatId: string, key: string): ChatMessage | undefined {
  const messages = chatNamed(state, chatId)?.messages ?? state.underway.filter((one) => one.chatId === chatId)
  return messages.find(({ id, side }) => id === key && side === 'agent')
}

async function sendOne({ gateway, apply, state, now }: CommandParts, chatId: string, key: string): Promise<void> {
  const chat = chatNamed(state(), chatId)
  const message = messageOf(state(), chatId, key)
  if (message?.state.name !== 'sending') return
  const fail = (reason: MessageFailure, retcode?: string) =>
    apply({ type: 'send-failed', chatId, key, reason, at: now(), ...(retcode && { retcode }) })
  if (chat?.phase.name !== 'open') return fail('chat-over')
  const to = addressOf(chat, state())
  const result = await gateway().send({ chatId, id: key, content: message.content, at: message.at, to })
  if (result.ok) return apply({ type: 'sent', chatId, key, at: now() })
  const over = chatNamed(state(), chatId)?.phase.name !== 'open'
  fail(over && result.reason === 'refused' ? 'chat-over' : failureOf(result), result.retcode)
}

/** spec/media-and-services.md 2.5; where it differs from spec/ccgateway.md 17, the media's own table stands. */
const byRetcode: Readonly<Record<string, MessageFailure>> = {
  '700-012': 'sensitive-word',
  '700-023': 'file-refused',
  '700-024': 'file-refused',
}

function failureOf(result: Extract<SendResult, { ok: false }>): MessageFailure {
  switch (result.reason) {
    case 'refused':
      return byRetcode[result.retcode ?? ''] ?? 'refused'
    case 'not-signed-in':
      return 'not-connected'
    case 'not-possible-now':
      return 'refused'
    default:
      return result.reason
  }
}

/** The inbound message's own words where there are any (spec/media-and-services.md chapter 11, 3). */
export function addressOf({ back, channel, customer }: LiveChat, { workNumber }: ChatsState): ChatAddress {
  const own = workNumber ?? ''
  const wire = (back.channel ?? channel).toUpperCase()
  return {
    channel: wire === 'UNKNOWN' ? 'WEB' : wire,
    from: back.to ?? own,
    to: back.from ?? customer.id,
    nickname: own,
  }
}
