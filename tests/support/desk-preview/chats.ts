import type { Channel, Chat, Chats, ChatVerb } from '#contract'
import { ago, chatSite } from './state.ts'

const open: readonly ChatVerb[] = ['send', 'transfer', 'consult', 'end']
const ended: readonly ChatVerb[] = ['close']

/** One chat, open since five minutes, in which nobody waits. */
export function chatOf(chat: Partial<Chat> & Pick<Chat, 'id'>): Chat {
  return {
    channel: 'web',
    customer: { id: `web-${chat.id}`, name: 'Li Na 李娜' },
    queue: 'Billing 账单',
    direction: 'incoming',
    phase: { name: 'open', since: ago(300_000) },
    startedAt: ago(310_000),
    unread: 0,
    last: { side: 'customer', at: ago(40_000), line: 'Where is my parcel? 我的包裹到哪里了？' },
    typing: false,
    pinned: false,
    verbs: chat.phase?.name === 'ended' ? ended : open,
    note: '',
    messages: 4,
    ...chat,
  }
}

export function ringingChat(chat: Partial<Chat> & Pick<Chat, 'id'>, since = ago(6_000)): Chat {
  return chatOf({
    phase: { name: 'ringing', since },
    startedAt: since,
    verbs: ['answer', 'decline'],
    waits: waitsSince(since, 'first-answer'),
    unread: 1,
    ...chat,
  })
}

export function waitsSince(since: number, what: 'first-answer' | 'reply' = 'reply'): NonNullable<Chat['waits']> {
  const { firstAnswerSeconds, replySeconds } = chatSite
  const { warn, late } = what === 'reply' ? replySeconds : firstAnswerSeconds
  return { since, for: what, warnAt: since + warn * 1_000, lateAt: since + late * 1_000 }
}

export function chatsOf(list: readonly Chat[], site: Partial<Chats['site']> = {}): Chats {
  return { site: { ...chatSite, available: true, limit: 30, survey: true, ...site }, list }
}

const channels: readonly Channel[] = [
  'web',
  'wechat',
  'whatsapp',
  'email',
  'line',
  'facebook',
  'sms',
  'telegram',
  'instagram',
  '5g',
  'twitter',
]
const names = ['Wang Fang 王芳', 'John Smith', 'Zhang Wei 张伟', 'María José', 'Liu Yang 刘洋', 'Aisha Khan', '陈静']
const lines = [
  'Where is my parcel? 我的包裹到哪里了？',
  '好的，谢谢',
  'I was charged twice for the same order on Monday and nobody can tell me why',
  '还在吗？',
  '👍',
]

/** So many at once: the first ones wait, longest first, one of each state among them. */
export function manyChats(count: number): readonly Chat[] {
  return Array.from({ length: count }, (_, index) => {
    const waiting = index < count * 0.6
    const since = ago(190_000 - index * 9_000)
    return chatOf({
      id: `chat-${index + 1}`,
      channel: channels[index % channels.length] ?? 'web',
      customer: { id: `u-${1_000 + index}`, name: names[index % names.length] ?? '' },
      startedAt: ago(900_000 - index * 7_000),
      pinned: index === 3,
      typing: index === 4,
      unread: waiting ? (index % 4) + 1 : 0,
      last: { side: waiting ? 'customer' : 'agent', at: since, line: lines[index % lines.length] ?? '' },
      ...(waiting && { waits: waitsSince(since) }),
    })
  })
}
