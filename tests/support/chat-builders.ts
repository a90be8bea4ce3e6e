import type { Chat, ChatMessage, Email, MessageContent, PastChat } from '#contract'

/** A quarter past nine on a Monday, where the tests' clocks stand. */
const morning = new Date(2026, 10, 23, 9, 15).getTime()

export function chatOf(chat: Partial<Chat> = {}): Chat {
  const startedAt = chat.startedAt ?? morning
  return {
    id: 'chat-1',
    channel: 'wechat',
    customer: { id: 'oABCD1234', name: 'Li Na 李娜' },
    queue: 'Billing 账单',
    direction: 'incoming',
    phase: { name: 'open', since: startedAt },
    startedAt,
    unread: 0,
    typing: false,
    pinned: false,
    verbs: ['send', 'transfer', 'consult', 'end'],
    note: '',
    messages: 2,
    ...chat,
  }
}

/** Messages stand a hundred apart, since room is left for late ones, and come a minute after each other. */
export function messageOf(place: number, message: Partial<ChatMessage> | string = {}): ChatMessage {
  const given = typeof message === 'string' ? { content: textOf(message) } : message
  return {
    chatId: 'chat-1',
    id: `m-${place}`,
    place: place * 100,
    side: 'customer',
    at: morning + place * 60_000,
    content: textOf(`message ${place}`),
    state: { name: 'received' },
    ...given,
  }
}

export function ownMessageOf(place: number, message: Partial<ChatMessage> = {}): ChatMessage {
  return messageOf(place, { side: 'agent', state: { name: 'sent', at: morning }, ...message })
}

export function messagesOf(count: number, chatId = 'chat-1'): readonly ChatMessage[] {
  return Array.from({ length: count }, (_, index) => messageOf(index + 1, { chatId }))
}

export function textOf(text: string): MessageContent {
  return { kind: 'text', text }
}

export function emailOf(email: Partial<Email> = {}): MessageContent {
  return {
    kind: 'email',
    subject: 'Invoice of October',
    from: 'li.na@example.com',
    to: ['service@shop.example'],
    cc: [],
    html: '<p>Where is my invoice?</p>',
    attachments: [],
    ...email,
  }
}

export function pastChatOf(place: number, past: Partial<PastChat> = {}): PastChat {
  const startedAt = morning - (100 - place) * 86_400_000
  return {
    id: `past-${place}`,
    place,
    channel: 'wechat',
    customer: { id: 'oABCD1234', name: 'Li Na 李娜' },
    queue: 'Billing 账单',
    startedAt,
    endedAt: startedAt + 600_000,
    how: 'agent-ended',
    note: '',
    messages: 3,
    ...past,
  }
}
