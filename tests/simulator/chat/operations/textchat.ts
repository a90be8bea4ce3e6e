import { z } from 'zod'
import { ok, outcome, refused } from '../../gateway/answers.ts'
import type { Reply } from '../../gateway/gateway.ts'
import { integer } from '../../gateway/operations/lenient.ts'
import type { Context, Route } from '../../gateway/route.ts'
import { shareIn } from '../life/chat.ts'
import { callInside } from '../life/inside.ts'
import { agentEnds } from '../life/leave.ts'
import { answerChat, rejectChat } from '../life/offer.ts'
import { isInWebm } from '../life/room.ts'
import { transferChat } from '../life/transfer.ts'
import { newMessageId } from '../messages/message.ts'
import { limitBytes, sendFrom } from '../messages/send.ts'
import type { ChatMessage, ChatShare, PlatformChat } from '../model.ts'

/** The older generation (spec/media-and-services.md 2.6), as far as its parameters are known. */
export const textchatRoutes: readonly Route[] = [
  route('chatAnswer', 'PUT', 'answer/{callid}', (context) =>
    onShare(context, 'ringing', (share) => answerChat(context.gateway.platform, share)),
  ),
  // That it frees the agent, as mode 2 of a call's rejection does, is inferred.
  route('chatReject', 'DELETE', 'reject/{callid}', (context) =>
    onShare(context, 'ringing', (share) => rejectChat(context.gateway.platform, share, 2)),
  ),
  route('chatDrop', 'DELETE', 'drop/{callid}', (context) =>
    onShare(context, 'talking', (share) => agentEnds(context.gateway.platform, share)),
  ),
  route('chatMessage', 'PUT', 'chatmessage', chatMessage),
  route('getChat', 'GET', 'getchat/{chatid}', getChat),
  route('getChatByCallId', 'GET', 'getchatbycallid/{callid}', getChatByCallId),
  route('chatInternalCall', 'PUT', 'internalcall/{destno}', internalCall),
  route('chatTransfer', 'POST', 'transfer', transfer),
]

function route(name: string, method: Route['method'], path: string, run: (context: Context) => Reply): Route {
  return {
    name,
    method,
    path: `/textchat/{agentid}/${path}`,
    run: (context) => (isInWebm(context.agent) ? run(context) : refused('100-007')),
  }
}

/** "result = callid"; a chat that is not so is 200-002 or 200-017, as for calls (inferred). */
function onShare(context: Context, state: ChatShare['state'], run: (share: ChatShare) => void): Reply {
  const share = shareIn(context.gateway.platform, context.agent, context.params.callid ?? '')
  if (share?.state !== state) return refused(state === 'ringing' ? '200-002' : '200-017')
  run(share)
  return ok(share.chat.id)
}

const sending = z
  .object({ callId: z.string(), callid: z.string(), content: z.string() })
  .partial({ callId: true, callid: true })

/** The demos disagree on `callId` and `callid`. */
function chatMessage({ gateway, agent, request }: Context): Reply {
  const parsed = sending.safeParse(request.body)
  if (!parsed.success) return refused('000-006')
  const { callId, callid, content } = parsed.data
  const share = shareIn(gateway.platform, agent, callId ?? callid ?? '')
  if (!share) return refused('700-016')
  if (Buffer.byteLength(content) > limitBytes(gateway.platform.chats.behaviour.secMode)) return refused('000-002')
  const said = { controlType: 'CHAT', mediaType: 'TEXT', content, id: newMessageId() } as const
  return outcome(sendFrom(gateway.platform, share, said))
}

function getChat({ gateway, params }: Context): Reply {
  for (const chat of gateway.platform.chats.all.values()) {
    const message = chat.transcript.find(({ id }) => id === params.chatid)
    if (message) return ok(shown(chat, message))
  }
  return refused('700-014')
}

function getChatByCallId({ gateway, params }: Context): Reply {
  const chat = gateway.platform.chats.all.get(params.callid ?? '')
  return chat ? ok(chat.transcript.map((message) => shown(chat, message))) : refused('700-014')
}

/** Files are ATTACHFILE, by their content (inferred: only the name of the type is known). */
function shown(chat: PlatformChat, message: ChatMessage): Record<string, unknown> {
  const { mediaType } = message
  const plain = ['TEXT', 'IMAGE', 'EMAIL'].includes(mediaType)
  return {
    msgid: message.id,
    callid: chat.id,
    content: message.content,
    sender: message.from,
    senddate: message.at,
    contenttype: plain ? mediaType : 'ATTACHFILE',
    senderaddrtype: message.sourceType === 'AGENT' ? 9 : 11,
  }
}

/** A colleague who has no room is told of by an event, one who does not exist is refused (inferred). */
function internalCall({ gateway, agent, params }: Context): Reply {
  const to = gateway.platform.agents.get(params.destno ?? '')
  if (!to || to === agent) return refused('300-002')
  return ok(callInside(gateway.platform, agent, to).id)
}

const handing = z.object({
  addesstype: integer,
  destaddr: z.union([z.string(), z.number().transform(String)]),
  callid: z.string(),
  attachdata: z.string().optional(),
})

/** 1 agent, 10 skill queue; that it watches until somebody answers follows from its events (inferred). */
function transfer({ gateway, agent, request }: Context): Reply {
  const parsed = handing.safeParse(request.body)
  if (!parsed.success || ![1, 10].includes(parsed.data.addesstype)) return refused('000-002')
  const { addesstype, destaddr, callid, attachdata } = parsed.data
  const share = shareIn(gateway.platform, agent, callid)
  if (share?.state !== 'talking') return refused('200-012')
  const wish = { deviceType: addesstype === 1 ? 2 : 1, address: destaddr, mode: 'success' } as const
  return outcome(
    transferChat(gateway.platform, share, { ...wish, ...(attachdata !== undefined && { data: attachdata }) }),
  )
}
