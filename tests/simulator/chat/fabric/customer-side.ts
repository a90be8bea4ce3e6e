import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { channels, configurationOf } from '../channels.ts'
import type { ChatCustomer, CustomerChat } from '../customers/chat-customer.ts'
import type { ChatMessage } from '../model.ts'
import { done, type Fabric, type FabricReply, type FabricRequest, failed } from './fabric.ts'

const keys = z.looseObject({ app_key: z.string().min(1), app_secret: z.string().min(1) })

/** Any key and secret will do here (spec/media-and-services.md 3.1). */
export function tokenByAkSk({ accessTokens }: Fabric, { body }: FabricRequest): FabricReply {
  if (!keys.safeParse(body).success) return failed('parameter error', 401)
  const AccessToken = randomUUID()
  accessTokens.add(AccessToken)
  return { value: { AccessToken, ExpiresIn: 3_300, TokenType: 'Bearer' } }
}

const person = z.looseObject({
  userId: z.string().min(1).max(24),
  userName: z.string().default(''),
  channelId: z.string().default(''),
})

export function applyToken(fabric: Fabric, { body }: FabricRequest): FabricReply {
  const parsed = person.safeParse(body)
  if (!parsed.success) return failed('parameter error')
  const { userId, userName, channelId } = parsed.data
  const channel = channels.find((one) => configurationOf(one) === channelId) ?? 'WEB'
  const customer = fabric.chat.chatCustomer({ id: userId, channel, ...(userName && { name: userName }) })
  const token = randomUUID()
  fabric.customers.set(token, customer)
  return done({ ccmessagingToken: token })
}

function customerOf({ customers }: Fabric, { headers }: FabricRequest): ChatCustomer | null {
  const token = headers['ccmessaging-token']
  return typeof token === 'string' ? (customers.get(token) ?? null) : null
}

const uplink = z.looseObject({
  channel: z.string(),
  controlType: z.enum(['CONNECT', 'CHAT', 'TRANS2AGENT', 'INPUT', 'DISCONNECT', 'READ']),
  mediaType: z.string(),
  content: z.string().default(''),
  from: z.string().min(1).max(24),
  to: z.string(),
  sourceType: z.literal('CUSTOMER'),
  messageId: z
    .string()
    .max(32)
    .regex(/^[^,]*$/)
    .optional(),
})

type Uplink = z.infer<typeof uplink>

/** TEXT at most 1 KB (spec/media-and-services.md 3.2). */
export function send(fabric: Fabric, request: FabricRequest): FabricReply {
  const customer = customerOf(fabric, request)
  if (!customer) return failed('invalid token', 401)
  const parsed = uplink.safeParse(request.body)
  if (!parsed.success) return failed('parameter error')
  const message = parsed.data
  if (message.mediaType === 'TEXT' && Buffer.byteLength(message.content) > 1_024) return failed('content too long')
  const chat = customer.chats.findLast(({ state }) => state !== 'ended')
  if (message.controlType === 'CONNECT') connect(fabric, customer, chat)
  else if (!chat) return failed('no conversation')
  else act(chat, message)
  return done()
}

/** The channel's own queue: here the first of the queues for chats. */
function connect({ gateway }: Fabric, customer: ChatCustomer, chat: CustomerChat | undefined): void {
  const queue = gateway.platform.queues.find(({ mediaType }) => mediaType !== undefined)
  if (!chat && queue) customer.writesTo(queue.name, { agent: 'when-asked' })
}

function act(chat: CustomerChat, { controlType, mediaType, content, messageId }: Uplink): void {
  switch (controlType) {
    case 'TRANS2AGENT':
      chat.asksForAgent()
      break
    case 'INPUT':
      chat.types()
      break
    case 'READ':
      chat.reads(...content.split(','))
      break
    case 'DISCONNECT':
      chat.leaves()
      break
    default:
      chat.sends({ kind: 'RAW', mediaType, content, ...(messageId !== undefined && { id: messageId }) })
  }
}

/** What has come since the last poll. */
export function poll(fabric: Fabric, request: FabricRequest): FabricReply {
  const customer = customerOf(fabric, request)
  if (!customer) return failed('invalid token', 401)
  const all = customer.chats.flatMap((chat) => chat.received.map((message) => downlink(chat, message)))
  const from = fabric.polled.get(customer) ?? 0
  fabric.polled.set(customer, all.length)
  return done({ downlinkMessages: all.slice(from) })
}

function downlink({ id, customer }: CustomerChat, message: ChatMessage): Record<string, unknown> {
  return {
    from: message.from,
    to: customer.id,
    channel: customer.channel,
    controlType: message.controlType,
    mediaType: message.mediaType,
    content: message.content,
    senderNickname: message.nickname,
    senderAvatar: 'DefaultAvatar',
    timestamp: message.at,
    sourceType: message.sourceType,
    callId: id,
    messageCode: message.id,
    queueFlag: false,
    ...(message.isOfflineStatus && { isOfflineStatus: true }),
  }
}

/** Everything said in all of this customer's conversations. */
export function queryHistoryChatMessage(fabric: Fabric, request: FabricRequest): FabricReply {
  const customer = customerOf(fabric, request)
  if (!customer) return failed('invalid token', 401)
  const parsed = z.looseObject({ limit: z.int().default(20), offset: z.int().default(0) }).safeParse(request.body)
  if (!parsed.success) return failed('parameter error')
  const { limit, offset } = parsed.data
  const said = customer.chats.flatMap((chat) => chat.transcript.map((message) => downlink(chat, message)))
  return done({ total: said.length, historyChatMessages: said.slice(offset, offset + limit) })
}

/** The mode's values are not published (inferred). */
export function getSatisfactionSurveyMode(): FabricReply {
  return done({ surveyMode: 'SATISFACTION' })
}

export function saveSatisfaction({ satisfaction }: Fabric, { body }: FabricRequest): FabricReply {
  const parsed = z.looseObject({ evaluation: z.union([z.string(), z.number()]) }).safeParse(body)
  if (!parsed.success) return failed('parameter error')
  satisfaction.push(parsed.data)
  return done()
}
