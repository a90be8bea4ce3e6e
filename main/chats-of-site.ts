import type { Chats } from '#contract'
import type { Notices } from './agent/notices.ts'
import { type AnswersOfSite, createAnswersOfSite } from './answers-of-site.ts'
import { createChatFilesOfSite } from './chat-files-of-site.ts'
import { type ChatsPart, createChats } from './chats/chats.ts'
import type { ChatFilesPart } from './chats/files/files.ts'
import { type ChatHistoryOptions, createChatHistory, type SiteOfChats } from './chats/history/chat-history.ts'
import type { GatewayOfSite } from './gateway-of-site.ts'
import type { LinePart } from './line/line.ts'
import type { Given } from './parts.ts'
import { chatSiteOf } from './profile/chat-site.ts'
import type { Profile } from './profile/profile.ts'
import { summaryOf } from './profile/profiles.ts'

/** What the conversations need of the ground the app stands on. */
export type ChatsGround = Pick<ChatHistoryOptions, 'file' | 'startWorker'>

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
  notices: Pick<Notices, 'add'>,
): ChatsOfSite {
  const { profiles, tell, now, log } = given
  const answers = createAnswersOfSite(given, gateway)
  const chats = createChats({
    gateway: gateway.chats,
    site: () => chatSiteOf(profiles.current().profile),
    mediaType: () => profiles.current().profile?.chat?.mediaType ?? '53',
    history: createChatHistory({
      ...given.chatsGround,
      site: () => historySiteOf(profiles.current().profile),
      onSetAside: (file) => notices.add({ kind: 'history-set-aside', file }),
      now,
      log,
    }),
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

/** One site's conversations stand under its host, as its calls do; a site without chat has none. */
function historySiteOf(profile: Profile | null): SiteOfChats | null {
  if (!profile?.chat) return null
  return { site: summaryOf(profile).host, days: profile.historyDays, contentDays: profile.chat.contentDays }
}
