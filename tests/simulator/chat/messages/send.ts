import { z } from 'zod'
import type { Agent, Platform } from '../../platform/model.ts'
import type { Retcode } from '../../platform/retcode.ts'
import { stopSilence } from '../life/chat.ts'
import { timesOut } from '../life/leave.ts'
import type { ChatMessage, ChatShare, ControlType } from '../model.ts'
import { fromAgent } from './deliver.ts'
import { newMessageId } from './message.ts'

/** The keys of the working sample (spec/media-and-services.md 2.2); others are let pass, since its tail is unknown. */
const dataForm = z.looseObject({
  controlType: z.enum(['CHAT', 'INPUT', 'READ']).default('CHAT'),
  mediaType: z.string().default('TEXT'),
  messageCode: z.string().max(64).optional(),
  content: z.string(),
  senderNickname: z.string().optional(),
})

export interface Said {
  readonly controlType: ControlType
  readonly mediaType: string
  readonly content: string
  readonly id: string
}

/** 1.9 KB with platform encryption, 3.8 KB without (spec/media-and-services.md 2.2), a KB being 1,024 bytes (inferred). */
export function limitBytes(secMode: 0 | 1): number {
  return Math.floor((secMode === 1 ? 1.9 : 3.8) * 1024)
}

/** Reads `data`, a JSON string (or object) or plain text, as the site takes it; a retcode if it cannot be (inferred). */
export function readData(platform: Platform, data: unknown): Said | Retcode {
  const { behaviour } = platform.chats
  const text = typeof data === 'string' ? data : JSON.stringify(data)
  const said = behaviour.messages === 'plain' && typeof data === 'string' ? plain(text) : fromJson(text)
  if (!said) return '000-006'
  const counted = behaviour.limitCounts === 'data' ? text : said.content
  return Buffer.byteLength(counted) > limitBytes(behaviour.secMode) ? '000-002' : said
}

function plain(content: string): Said {
  return { controlType: 'CHAT', mediaType: 'TEXT', content, id: newMessageId() }
}

function fromJson(text: string): Said | null {
  const parsed = dataForm.safeParse(parse(text))
  if (!parsed.success) return null
  const { controlType, mediaType, messageCode, content } = parsed.data
  return { controlType, mediaType, content, id: messageCode ?? newMessageId() }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Refused words are 700-012, what cannot be sent 700-016 (spec/media-and-services.md 2.5). The same message twice is
 * taken once (inferred: `messageCode` is the sender's own).
 */
export function sendFrom(platform: Platform, share: ChatShare, said: Said): Retcode {
  const { chat, agent } = share
  const { behaviour } = platform.chats
  if (share.state !== 'talking') return '700-016'
  if (said.controlType !== 'CHAT' && !behaviour.takesMarks) return '000-002'
  if (behaviour.sensitiveWords.some((word) => said.content.includes(word))) return '700-012'
  if (chat.transcript.some(({ id }) => id === said.id)) return '0'
  fromAgent(platform, share, messageOf(agent, said))
  if (said.controlType === 'CHAT') countSilence(platform, share)
  return '0'
}

function messageOf(agent: Agent, said: Said): ChatMessage {
  return { ...said, sourceType: 'AGENT', from: agent.workNumber, nickname: agent.name, at: Date.now() }
}

/** "user-wait time-out" (spec/media-and-services.md 2.5): from an agent's word on, until the customer's next. */
function countSilence(platform: Platform, { chat }: ChatShare): void {
  const { customerSilenceMs } = platform.chats.behaviour
  stopSilence(chat)
  if (customerSilenceMs > 0 && chat.customer)
    chat.silence = platform.after(customerSilenceMs, () => timesOut(platform, chat))
}
