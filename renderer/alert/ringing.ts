import type { Call, Chat } from '#contract'
import { m } from '../desk/messages/compiled/messages.js'
import { channelWord } from '../desk/ui/chat/channel-word.ts'
import { chatTitle } from '../desk/ui/chat/chat-title.ts'
import { writtenNumber } from '../desk/ui/number/phone-number.ts'

/** What the alert says of whoever rings. */
export interface Ringing {
  readonly id: string
  readonly title: string
  /** Queue or channel, and that it waits. */
  readonly where: string
  readonly name: string
  readonly under?: string
  readonly since: number
  readonly verbs: readonly string[]
  readonly pending?: string | undefined
}

export function ringingCall(call: Call, waits: boolean): Ringing {
  const number = call.number ? writtenNumber(call.number) : m.number_withheld()
  const title = waits ? m.call_waiting() : m.alert_title()
  return {
    id: call.id,
    title,
    where: waits && call.queue ? `${title} · ${call.queue}` : (call.queue ?? title),
    name: call.name ?? number,
    ...(call.name && { under: number }),
    since: 'since' in call.phase ? call.phase.since : call.startedAt,
    verbs: call.verbs,
    pending: call.pending,
  }
}

export function ringingChat(chat: Chat): Ringing {
  const channel = channelWord(chat.channel)
  return {
    id: chat.id,
    title: m.chat_alert_title(),
    where: chat.queue ? `${channel} · ${chat.queue}` : channel,
    name: chatTitle(chat),
    under: m.chat_alert_title(),
    since: 'since' in chat.phase ? chat.phase.since : chat.startedAt,
    verbs: chat.verbs,
    pending: chat.pending,
  }
}
