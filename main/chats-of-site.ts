import type { Chats } from '#contract'
import { type AnswersOfSite, createAnswersOfSite } from './answers-of-site.ts'
import { createChatFilesOfSite } from './chat-files-of-site.ts'
import { type ChatsPart, createChats } from './chats/chats.ts'
import type { ChatFilesPart } from './chats/files/files.ts'
import type { GatewayOfSite } from './gateway-of-site.ts'
import type { LinePart } from './line/line.ts'
import type { Given } from './parts.ts'
import { chatSiteOf } from './profile/chat-site.ts'

export interface ChatsOfSite extends AnswersOfSite {
  readonly chats: ChatsPart
  readonly chatFiles: ChatFilesPart
}

/** Conversations at this site: under its profile. */
export function createChatsOfSite(
  given: Given,
  gateway: Pick<GatewayOfSite, 'chats' | 'guid' | 'quickReplies'>,
  line: () => LinePart,
  heard: (chats: Chats) => void,
): ChatsOfSite {
  const { profiles, tell, now, log } = given
  const answers = createAnswersOfSite(given, gateway)
  const chats = createChats({
    gateway: gateway.chats,
    site: () => chatSiteOf(profiles.current().profile),
    mediaType: () => profiles.current().profile?.chat?.mediaType ?? '53',
    onChange: (all) => {
      tell.desk('chats.changed', all)
      tell.alert('chats.changed', all)
      heard(all)
      answers.drafts.chats(all)
      given.onChange()
    },
    onMessages: (messages) => tell.desk('chats.messages', messages),
    now,
    log,
  })
  return {
    chats,
    chatFiles: createChatFilesOfSite(given, { chats, gateway, line }),
    ...answers,
  }
}
