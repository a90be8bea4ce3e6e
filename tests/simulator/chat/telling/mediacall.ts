import { emit } from '../../platform/agents/agent-state.ts'
import type { Platform } from '../../platform/model.ts'
import { subMediaOf } from '../channels.ts'
import type { ChatShare, PlatformChat } from '../model.ts'
import { messageEvent } from './message-event.ts'
import type { Telling } from './telling.ts'

/**
 * The ordinary call events, told apart by `mediaType` and `mediaAbility` (spec/media-and-services.md 2.1, 2.3). A phone
 * takes no part, so nothing is told of one (inferred).
 */
export const mediacall: Telling = {
  rings: (platform, share, automatic) => {
    const { agent, chat } = share
    if (chat.feature === 0) emit(agent, 'AgentEvent_Incoming_CallInfo', incomingCallInfo(platform, chat))
    emit(agent, automatic ? 'AgentEvent_Auto_Answer' : 'AgentEvent_Ringing', ringing(platform, share))
  },
  talks: (_platform, share) => emit(share.agent, 'AgentEvent_Talking', talking(share)),
  says: (platform, share, message) => {
    const content = messageEvent(platform, share, message)
    if (content) emit(share.agent, 'AgentEvent_MessageData', content)
  },
  released: ({ agent, chat }, by) => {
    const customer = { callid: chat.id, number: farOf(agent.workNumber, chat) }
    if (by === 'far-side') emit(agent, 'AgentEvent_Customer_Release', customer)
    emit(agent, 'AgentEvent_Call_Release', chat.id)
    if (by === 'agent') emit(agent, 'AgentEvent_Customer_Release', customer)
  },
  notAnswered: ({ agent, chat }) => emit(agent, 'AgentEvent_No_Answer', chat.id),
  transferBegun: () => undefined,
  transferred: ({ agent, chat }, worked) =>
    emit(agent, 'AgentEvent_SuccTransResult', { result: worked ? 0 : 1, callId: chat.id }),
  callsInside: ({ agent, chat }) =>
    emit(agent, 'AgentEvent_Customer_Alerting', {
      callid: chat.id,
      otherPhone: chat.called,
      otherPhoneWorkno: chat.called.slice(1),
      type: 'main',
      mediaAbility: '5',
    }),
  insideFailed: ({ agent, chat }) => emit(agent, 'AgentEvent_Inside_Call_Fail', chat.id),
}

/** The other side of it, as this agent is told. */
function farOf(workNumber: string, chat: PlatformChat): string {
  return chat.caller === `a${workNumber}` ? chat.called : chat.caller
}

/** spec/media-and-services.md 2.3; as for a call it comes first of all (inferred). */
function incomingCallInfo(platform: Platform, chat: PlatformChat): Record<string, unknown> {
  return {
    callId: chat.id,
    skillName: chat.queue?.name ?? '',
    skillId: chat.queue?.id ?? 0,
    caller: chat.caller,
    called: chat.called,
    lastReleaseAgentId: chat.lastReleaseAgent === null ? 65_535 : Number(chat.lastReleaseAgent),
    mediaType: chat.mediaType,
    releaseAndReQueueCount: chat.requeued,
    releaseAndReQueueCallFlag: chat.requeued > 0 ? 1 : 0,
    ...subMedia(platform, chat),
  }
}

/** Its name is that of CMS bills (spec/media-and-services.md 8.5, 10; in events inferred). */
export function subMedia({ chats }: Platform, { channel }: PlatformChat): Record<string, unknown> {
  return chats.behaviour.tellsSubMedia && channel ? { subMediaType: subMediaOf(channel) } : {}
}

/** spec/ccgateway.md 15.2; `mediaAbility` 5 is text (16.6). */
function ringing(platform: Platform, share: ChatShare): Record<string, unknown> {
  const { chat, transferFrom } = share
  return {
    caller: chat.caller,
    called: chat.called,
    callid: chat.id,
    transfer: transferFrom ? 'yes' : 'no',
    transfrom: transferFrom,
    type: 'main',
    mediaAbility: '5',
    feature: String(chat.feature),
    mediaType: chat.mediaType,
    ...subMedia(platform, chat),
  }
}

/** No `mediaType` in the sample of spec/ccgateway.md 15.2, so none here. */
function talking({ chat }: ChatShare): Record<string, unknown> {
  return {
    caller: chat.caller,
    called: chat.called,
    callid: chat.id,
    feature: String(chat.feature),
    type: 'main',
    mediaAbility: '5',
  }
}
