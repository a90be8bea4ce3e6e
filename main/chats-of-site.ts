import { type ChatsPart, createChats } from './chats/chats.ts'
import { type ChatFilesPart, createChatFiles } from './chats/files/files.ts'
import { createReplies, type RepliesPart } from './chats/replies/replies.ts'
import type { Given } from './parts.ts'
import { chatSiteOf } from './profile/chat-site.ts'

export interface ChatsOfSite {
  readonly chats: ChatsPart
  readonly chatFiles: ChatFilesPart
  readonly replies: RepliesPart
}

/** Conversations at this site: under its profile. */
export function createChatsOfSite({ profiles, tell }: Given): ChatsOfSite {
  const chats = createChats({ site: () => ({ ...chatSiteOf(profiles.current().profile), available: false }) })
  return {
    chats,
    chatFiles: createChatFiles({
      onUploads: (uploads) => tell.desk('uploads.changed', uploads),
      onVoiceMessage: (voiceMessage) => tell.desk('voiceMessage.changed', voiceMessage),
      post: chats.post,
    }),
    replies: createReplies({ onState: (state) => tell.desk('replies.changed', state) }),
  }
}
