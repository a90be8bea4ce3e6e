import { type AnswersOfSite, createAnswersOfSite } from './answers-of-site.ts'
import { type ChatsPart, createChats } from './chats/chats.ts'
import { type ChatFilesPart, createChatFiles } from './chats/files/files.ts'
import type { GatewayOfSite } from './gateway-of-site.ts'
import type { Given } from './parts.ts'
import { chatSiteOf } from './profile/chat-site.ts'

export interface ChatsOfSite extends AnswersOfSite {
  readonly chats: ChatsPart
  readonly chatFiles: ChatFilesPart
}

/** Conversations at this site: under its profile. */
export function createChatsOfSite(given: Given, gateway: Pick<GatewayOfSite, 'quickReplies'>): ChatsOfSite {
  const { profiles, tell } = given
  const chats = createChats({ site: () => ({ ...chatSiteOf(profiles.current().profile), available: false }) })
  return {
    chats,
    chatFiles: createChatFiles({
      onUploads: (uploads) => tell.desk('uploads.changed', uploads),
      onVoiceMessage: (voiceMessage) => tell.desk('voiceMessage.changed', voiceMessage),
      post: chats.post,
    }),
    ...createAnswersOfSite(given, gateway),
  }
}
