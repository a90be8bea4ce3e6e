import { z } from 'zod'
import type { Channel, ChatEnding, ChatMessage, PastChat } from '#contract'

/** Every channel and ending of the contract: one that is missing here does not compile. */
const channels: { readonly [C in Channel]: true } = {
  web: true,
  wechat: true,
  facebook: true,
  twitter: true,
  '5g': true,
  email: true,
  line: true,
  whatsapp: true,
  sms: true,
  telegram: true,
  instagram: true,
  agent: true,
  unknown: true,
}
const endings: { readonly [E in ChatEnding]: true } = {
  'agent-ended': true,
  'customer-left': true,
  'timed-out': true,
  transferred: true,
  missed: true,
  declined: true,
  'taken-away': true,
  'ended-by-platform': true,
}

const oneOf = <T extends string>(names: { readonly [N in T]: true }) =>
  z.custom<T>((value) => typeof value === 'string' && Object.hasOwn(names, value))

/** A file on the disk is not ours alone: a row that is none of these shapes is damage. */
const row = z.object({
  id: z.int(),
  chat_id: z.string(),
  channel: oneOf(channels).catch('unknown'),
  customer_id: z.string(),
  customer_name: z.string().nullable(),
  queue: z.string().nullable(),
  started_at: z.int(),
  ended_at: z.int(),
  // A later Earshot may know more of them.
  how: oneOf(endings).catch('ended-by-platform'),
  note: z.string(),
  category: z.string().nullable(),
  messages: z.int(),
})

export function pastChatOf(raw: unknown): PastChat {
  const is = row.parse(raw)
  const { customer_name: name, queue, category } = is
  return {
    id: is.chat_id,
    place: is.id,
    channel: is.channel,
    customer: { id: is.customer_id, ...(name !== null && { name }) },
    ...(queue !== null && { queue }),
    startedAt: is.started_at,
    endedAt: is.ended_at,
    how: is.how,
    note: is.note,
    ...(category !== null && { category }),
    messages: is.messages,
  }
}

const body = z.object({
  chatId: z.string(),
  id: z.string(),
  place: z.int(),
  side: z.string(),
  at: z.int(),
  content: z.looseObject({ kind: z.string() }),
  state: z.looseObject({ name: z.string() }),
})

const message = z.custom<ChatMessage>((value) => body.safeParse(value).success)

export function messageOf(raw: unknown): ChatMessage {
  return message.parse(JSON.parse(z.string().parse(raw)))
}
