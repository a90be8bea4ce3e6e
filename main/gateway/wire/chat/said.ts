import { z } from 'zod'
import type { ChatSaid } from '../../event.ts'
import { flag, known, number, read, text } from '../lenient.ts'
import { channelNamed } from './channels.ts'
import { plain, readContent } from './content.ts'

/** Text that is not ours to trim. */
const words = z
  .union([
    z.string(),
    z.number().transform(String),
    z.record(z.string(), z.unknown()).transform((it) => JSON.stringify(it)),
  ])
  .optional()
  .catch(undefined)

/** The customer's message of spec/media-and-services.md 3.2, which `message` mirrors (2.3, inferred). */
const wire = z.object({
  controlType: text,
  mediaType: text,
  content: words,
  messageId: text,
  messageCode: text,
  sourceType: text,
  senderNickname: text,
  from: text,
  to: text,
  userId: text,
  channel: text,
  timestamp: number,
  sendTime: number,
  receiveTime: number,
  mediaFileType: text,
  isOfflineStatus: flag,
})

type Fields = z.output<typeof wire>

/** Known to mean nothing here: pictures of people, the robot's own bookkeeping, an e-mail's own fields. */
const elsewhere = [
  'senderAvatar',
  'simQuestions',
  'robotGender',
  'queueFlag',
  'callId',
  'callid',
  'contentType',
  'associationContentId',
  'interIdx',
  'handlerType',
  'userAgent',
  'transData',
  'subject',
  'cc',
  'attachments',
]
const knownKeys = new Set([...Object.keys(wire.shape), ...elsewhere])

/** Without one of these it is something a customer has typed that only looks like a message (chapter 11, 2). */
const marks = ['content', 'controlType', 'mediaType'] as const

/** `message` of `AgentEvent_MessageData`: an object, one written as JSON, or the bare text of private deployments. */
export function readSaid(message: unknown): ChatSaid {
  const object = typeof message === 'string' ? parsedObject(message) : message
  const isMessage = typeof object === 'object' && object !== null && marks.some((mark) => mark in object)
  const fields = isMessage ? read(wire, object) : undefined
  return fields && isMessage ? saidOf(fields, object) : bareText(message)
}

function saidOf(fields: Fields, object: object): ChatSaid {
  const { content = '', mediaType = 'TEXT', mediaFileType } = fields
  const control = controls[fields.controlType?.toUpperCase() ?? 'CHAT'] ?? 'chat'
  const told = known({
    id: fields.messageId ?? fields.messageCode,
    name: fields.senderNickname && plain(fields.senderNickname).slice(0, 100),
    sentAt: timeIn(fields.timestamp ?? fields.sendTime ?? fields.receiveTime),
    channel: channelNamed(fields.channel),
    from: fields.from ?? fields.userId,
    to: fields.to,
    away: fields.isOfflineStatus,
  })
  return {
    control,
    side: sides[fields.sourceType?.toUpperCase() ?? 'CUSTOMER'] ?? 'customer',
    content:
      control === 'chat'
        ? readContent({ mediaType, content, mediaFileType, message: object })
        : { kind: 'text', text: plain(content) },
    ids: control === 'read' ? content.split(',').map((id) => id.trim()) : [],
    unknownKeys: Object.keys(object)
      .filter((key) => !knownKeys.has(key))
      .map(nameForLog),
    ...withoutEmpty(told),
  }
}

function bareText(message: unknown): ChatSaid {
  const said = typeof message === 'string' ? message : JSON.stringify(message ?? '')
  return { control: 'chat', side: 'customer', content: { kind: 'text', text: plain(said) }, ids: [], unknownKeys: [] }
}

const controls: Readonly<Record<string, ChatSaid['control']>> = {
  CHAT: 'chat',
  INPUT: 'typing',
  READ: 'read',
  CONNECT: 'connect',
  TRANS2AGENT: 'to-agent',
  DISCONNECT: 'disconnect',
}

const sides: Readonly<Record<string, ChatSaid['side']>> = {
  CUSTOMER: 'customer',
  AGENT: 'agent',
  ROBOT: 'robot',
  SYSTEM: 'system',
}

/** Epoch milliseconds, or seconds; anything else is no time. */
function timeIn(stamp: number | undefined): number | undefined {
  if (stamp === undefined || stamp <= 0) return undefined
  if (stamp < 100_000_000_000) return stamp * 1_000
  return stamp < 10_000_000_000_000 ? stamp : undefined
}

function withoutEmpty<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) as T
}

function parsedObject(message: string): unknown {
  if (!message.trimStart().startsWith('{')) return null
  try {
    return JSON.parse(message)
  } catch {
    return null
  }
}

function nameForLog(key: string): string {
  return key.replace(/[^\w.-]/g, '?').slice(0, 40)
}
