import { z } from 'zod'
import type { ChatSaid } from '../event.ts'
import type { Operation } from '../gateway.ts'
import { channelNamed } from '../wire/chat/channels.ts'
import { readContent } from '../wire/chat/content.ts'
import { callId, known, listOf, number, read, text } from '../wire/lenient.ts'
import { command, query } from './operation.ts'

/** The older generation of the chat, spec/media-and-services.md 2.6. */
const base = '/textchat/{agentId}'
const named = (id: string) => encodeURIComponent(id)

export const answerText = (id: string): Operation<void> => command('PUT', `${base}/answer/${named(id)}`)
export const rejectText = (id: string): Operation<void> => command('DELETE', `${base}/reject/${named(id)}`)
export const dropText = (id: string): Operation<void> => command('DELETE', `${base}/drop/${named(id)}`)

/** The demo's script says `callid`, its Java says `callId`: both are sent (2.6). */
export function sendText(id: string, content: string): Operation<void> {
  return command('PUT', `${base}/chatmessage`, { callId: id, callid: id, content })
}

/** `addesstype` (sic): 1 agent, 10 skill queue. */
export function transferText(
  id: string,
  to: { readonly kind: 'queue' | 'agent'; readonly address: string },
  attachdata?: string,
): Operation<void> {
  const body = { addesstype: to.kind === 'agent' ? 1 : 10, destaddr: to.address, callid: id }
  return command('POST', `${base}/transfer`, { ...body, ...(attachdata && { attachdata }) })
}

/** An inner chat with a colleague. */
export function callInside(workNumber: string): Operation<string | null> {
  const path = `${base}/internalcall/${named(workNumber)}`
  return { ...command('PUT', path), read: (result) => read(callId, result) ?? null }
}

const said = z.object({
  msgid: text,
  id: text,
  messageId: text,
  content: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  sender: text,
  sendername: text,
  senddate: number,
  contenttype: text,
  senderaddrtype: number,
  channel: text,
})

type Said = z.output<typeof said>

/** 9 is an agent, 11 a user (2.6). */
const FROM_AGENT = 9

function saidOf(fields: Said, id: string | undefined): ChatSaid | null {
  const { content, contenttype = 'TEXT', sender, senderaddrtype } = fields
  if (content === undefined) return null
  return {
    control: 'chat',
    side: senderaddrtype === FROM_AGENT ? 'agent' : 'customer',
    content: readContent({ mediaType: contenttype, content, message: null }),
    ids: [],
    unknownKeys: [],
    ...known({
      id: id ?? fields.msgid ?? fields.messageId ?? fields.id,
      name: fields.sendername || undefined,
      sentAt: fields.senddate,
      from: sender,
      channel: channelNamed(fields.channel),
    }),
  }
}

export function messageNamed(id: string): Operation<ChatSaid | null> {
  return query(`${base}/getchat/${named(id)}`, (result) => {
    const fields = read(said, result)
    return fields ? saidOf(fields, id) : null
  })
}

export function messagesOfCall(id: string): Operation<ChatSaid[]> {
  return query(`${base}/getchatbycallid/${named(id)}`, (result) =>
    (read(listOf(said), result) ?? []).flatMap((fields) => saidOf(fields, undefined) ?? []),
  )
}
