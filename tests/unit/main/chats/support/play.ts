import type { Chat, ChatMessage } from '#contract'
import { advance } from '#main/chats/chat.ts'
import type { ChatsEvent } from '#main/chats/event.ts'
import { snapshot } from '#main/chats/snapshot.ts'
import { type ChatsState, noChats } from '#main/chats/state.ts'
import type { ChatSaid, GatewayEvent } from '#main/gateway/event.ts'
import { site } from './site.ts'

export const START = 1_800_000_000_000

/** One agent signed in, fed event after event; remembers what was told of messages. */
export function play(changes: Parameters<typeof site>[0] = {}) {
  let state: ChatsState = advance(noChats(site(changes)), { type: 'signed-in', workNumber: '6002' })
  const told = new Map<string, ChatMessage[]>()
  const apply = (...events: readonly ChatsEvent[]) => {
    for (const event of events) {
      state = advance(state, event)
      for (const message of state.news) told.set(message.id, [...(told.get(message.id) ?? []), message])
    }
  }
  return {
    apply,
    hear: (...events: readonly GatewayEvent[]) =>
      apply(...events.map((event) => ({ type: 'gateway' as const, event }))),
    state: () => state,
    chat: (id = 'c1') => state.chats.find((one) => one.id === id),
    texts: (id = 'c1') =>
      (state.chats.find((one) => one.id === id)?.messages ?? []).flatMap(({ content }) =>
        content.kind === 'text' ? [content.text] : [],
      ),
    lines: (id = 'c1') =>
      (state.chats.find((one) => one.id === id)?.messages ?? []).flatMap(({ content }) =>
        content.kind === 'line' ? [content.line] : [],
      ),
    /** Everything that was ever told of a message, oldest first. */
    told,
  }
}

type Stage = Extract<GatewayEvent, { type: 'chat-call' }>['stage']

export function call(stage: Stage, at = START, more: Partial<Extract<GatewayEvent, { type: 'chat-call' }>> = {}) {
  return { type: 'chat-call', stage, callId: 'c1', caller: 'bob', called: 'web', feature: 0, at, ...more } as const
}

export function said(text: string, more: Partial<ChatSaid> & { callId?: string; at?: number } = {}) {
  const { callId = 'c1', at = START + 5_000, ...rest } = more
  const words: ChatSaid = {
    control: 'chat',
    id: `m-${text}`,
    side: 'customer',
    content: { kind: 'text', text },
    ids: [],
    unknownKeys: [],
    sentAt: at,
    from: 'bob',
    to: 'web',
    ...rest,
  }
  return { type: 'chat-said', callId, caller: 'bob', called: 'web', feature: 0, said: words, at } as const
}

export function release() {
  return { type: 'gateway', event: { type: 'call-release', callId: 'c1', at: START + 60_000 } } as const
}

export function leaves() {
  return { type: 'gateway', event: { type: 'customer-release', callId: 'c1', at: START + 60_000 } } as const
}

export function bye(side: 'customer' | 'system') {
  return { type: 'gateway', event: said('', { control: 'disconnect', side, at: START + 60_000 }) } as const
}

export function transfer() {
  return { type: 'asked', chatId: 'c1', verb: 'transfer', to: '11' } as const
}

export function opened() {
  const game = play()
  game.hear(call('ringing'), call('talking', START + 1_000))
  return game
}

export const post = (key: string, at: number, chatId = 'c1') =>
  ({ type: 'posted', chatId, key, content: { kind: 'text', text: key }, at }) as const

export const shown = (state: ChatsState, id = 'c1'): Chat | undefined =>
  snapshot(state).list.find((chat) => chat.id === id)
