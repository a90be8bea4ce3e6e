import type { Centre } from '#simulator/centre.ts'
import type { CustomerChat, Opening } from '#simulator/chat/customers/chat-customer.ts'
import type { Transport } from '#simulator/gateway/gateway.ts'
import type { CentreOptions } from '#simulator/start-centre.ts'
import type { Answered, BareClient } from '../support/bare-client.ts'
import { signedIn, stageCentre } from '../support/stage.ts'

export interface ChatStage {
  readonly centre: Centre
  readonly client: BareClient & { since(): string[] }
  /** A customer at a web page writes to "Web chat". */
  writes(opening?: Opening): CustomerChat
  answer(chat: CustomerChat): Promise<Answered>
  send(chat: CustomerChat, text: string, more?: Record<string, unknown>): Promise<Answered>
}

/** One agent, 6001, signed in to everything, and whoever writes to them. */
export async function chatStage(
  options: CentreOptions = {},
  transport: Transport = 'websocket',
  signIn: Record<string, unknown> = {},
): Promise<ChatStage> {
  const { centre } = await stageCentre(options)
  const client = await signedIn(centre, transport, '6001', signIn)
  return {
    centre,
    client,
    writes: (opening) => centre.chatCustomer({ name: 'Bob' }).writesTo('Web chat', opening),
    answer: (chat) => client.ask('PUT', `/voicecall/6001/answer?callid=${chat.id}`),
    send: (chat, text, more) =>
      client.ask('POST', '/mediacall/6001/sendmessage', { callid: chat.id, data: dataOf(text, more) }),
  }
}

/** `data` as the working sample has it (spec/media-and-services.md 2.2). */
export function dataOf(content: string, more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    from: 'channel-web',
    to: 'user-1',
    channel: 'WEB',
    controlType: 'CHAT',
    mediaType: 'TEXT',
    messageCode: crypto.randomUUID(),
    content,
    senderNickname: 'Alice',
    senderAvatar: 'DefaultAvatar',
    sendTime: Date.now(),
    userId: 'user-1',
    ...more,
  })
}

/** What `message` of each AgentEvent_MessageData says. */
export function messagesTo(client: BareClient): Record<string, unknown>[] {
  return client.events
    .filter(({ eventType }) => eventType === 'AgentEvent_MessageData')
    .map(({ content }) => JSON.parse((content as { message: string }).message))
}

/** Open, with its events behind it. */
export async function open(stage: ChatStage, opening?: Opening): Promise<CustomerChat> {
  const chat = stage.writes(opening)
  await stage.answer(chat)
  await chat.talking
  await stage.client.settled()
  stage.client.since()
  return chat
}
