import { z } from 'zod'
import type { ChatFact, GatewayFact } from '../../event.ts'
import type { EventReader } from '../event-reader.ts'
import { callId, known, number, read, text } from '../lenient.ts'
import { channelNamed, channelOf, legacyChannel } from './channels.ts'
import { isChat } from './is-chat.ts'
import { readSaid } from './said.ts'

const call = z.object({
  callid: callId,
  callId: callId,
  caller: text,
  called: text,
  feature: number,
  skillName: text,
  skillId: number,
  transfer: text,
  transfrom: text,
  mediaType: number,
  mediaAbility: number,
  subMediaType: number,
  message: z.unknown().optional(),
})

type Call = z.output<typeof call>
type Stage = Extract<ChatFact, { type: 'chat-call' }>['stage']

function partiesOf(fields: Call, id: string) {
  const { caller = '', called = '', feature = -1, skillName, skillId, transfer, transfrom } = fields
  const transferredFrom = transfer === 'yes' ? transfrom || undefined : undefined
  return {
    callId: id,
    caller,
    called,
    feature,
    ...known({ queue: skillName || undefined, queueId: skillId, channel: channelOf(fields), transferredFrom }),
  }
}

/**
 * The ordinary call events tell of chats as well, told apart by `mediaType` and `mediaAbility`
 * (spec/media-and-services.md 2.1, 2.3): `voice` reads what is not text.
 */
export function unlessChat(stage: Stage, voice: EventReader): EventReader {
  return (content) => {
    const fields = read(call, content)
    const id = fields?.callid ?? fields?.callId
    if (!fields || !id || !isChat(fields)) return voice(content)
    return { type: 'chat-call', stage, ...partiesOf(fields, id) }
  }
}

const messageData: EventReader = (content) => {
  const fields = read(call, content)
  const id = fields?.callid ?? fields?.callId
  if (!fields || !id) return null
  return { type: 'chat-said', ...partiesOf(fields, id), said: readSaid(fields.message) }
}

/** spec/media-and-services.md 2.6; 9 is an agent. */
const legacy = z.object({
  callid: callId,
  callId: callId,
  msgid: callId,
  msgId: callId,
  type: text,
  channel: text,
  senderaddrtype: number,
  sender: text,
  clientid: text,
  destno: text,
})
const FROM_AGENT = 9
const INTERNAL = 6

function legacyCall(stage: Stage): EventReader {
  return (content) => {
    const fields = read(legacy, content)
    const id = fields?.callid ?? fields?.callId
    if (!fields || !id) return null
    const inside = fields.senderaddrtype === FROM_AGENT
    const channel = inside ? 'agent' : (channelNamed(fields.channel) ?? legacyChannel(fields.type))
    const caller = fields.sender ?? fields.clientid ?? ''
    const feature = inside ? INTERNAL : 0
    return { type: 'chat-call', stage, callId: id, caller, called: '', feature, ...known({ channel }) }
  }
}

const dataReceived: EventReader = (content) => {
  const fields = read(legacy, content)
  const id = fields?.callid ?? fields?.callId
  const messageId = fields?.msgid ?? fields?.msgId
  return id && messageId ? { type: 'chat-waits', callId: id, messageId } : null
}

function legacyFact(fact: (id: string, called: string) => GatewayFact): EventReader {
  return (content) => {
    const fields = read(legacy, content)
    const id = fields?.callid ?? fields?.callId
    return id ? fact(id, fields?.destno ?? '') : null
  }
}

export const chatEvents: readonly (readonly [eventType: string, reader: EventReader])[] = [
  ['AgentEvent_MessageData', messageData],
  ['AgentChat_Ring', legacyCall('ringing')],
  ['AgentChat_Connected', legacyCall('talking')],
  ['AgentChat_DataRecved', dataReceived],
  ['AgentChat_Disconnected', legacyFact((id) => ({ type: 'chat-disconnected', callId: id }))],
  ['AgentChat_CallOutCreated', legacyFact((id, called) => ({ type: 'chat-made', callId: id, called }))],
  ['AgentChat_CalloutFailed', legacyFact((id) => ({ type: 'chat-not-made', callId: id }))],
  ['AgentChat_TransferFailed', legacyFact((id) => ({ type: 'chat-transfer-failed', callId: id }))],
]
