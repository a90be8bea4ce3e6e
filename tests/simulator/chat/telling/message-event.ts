import type { Platform } from '../../platform/model.ts'
import { configurationOf } from '../channels.ts'
import type { ChatMessage, ChatShare, PlatformChat } from '../model.ts'

/** AgentEvent_MessageData (spec/media-and-services.md 2.3); null: this site's form cannot carry it. */
export function messageEvent(
  { chats }: Platform,
  { chat }: ChatShare,
  message: ChatMessage,
): Record<string, unknown> | null {
  const said = chats.behaviour.messages === 'json' ? asJson(chat, message) : asText(message)
  if (said === null) return null
  return {
    callid: chat.id,
    caller: chat.caller,
    called: chat.called,
    feature: String(chat.feature),
    type: 'main',
    message: said,
    mediaAbility: '5',
    jsonKey: [],
  }
}

/** The customer's message of 3.2 as a JSON string (spec/media-and-services.md 2.3, inferred). */
function asJson(chat: PlatformChat, message: ChatMessage): string {
  const { channel } = chat
  return JSON.stringify({
    channel: channel ?? 'AGENT',
    content: message.content,
    controlType: message.controlType,
    from: message.from,
    to: channel ? configurationOf(channel) : chat.called,
    mediaType: message.mediaType,
    senderNickname: message.nickname,
    senderAvatar: 'DefaultAvatar',
    sourceType: message.sourceType,
    timestamp: message.at,
    messageId: message.id,
    ...(message.isOfflineStatus && { isOfflineStatus: true }),
    ...message.more,
  })
}

/** Private deployments send the text itself (spec/media-and-services.md 2.2; of other kinds the content, inferred). */
function asText({ controlType, content }: ChatMessage): string | null {
  return controlType === 'CHAT' ? content : null
}
