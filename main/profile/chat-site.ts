import type { ChatSite } from '#contract'
import type { ChatProfile } from './chat.ts'
import type { Profile } from './profile.ts'

/** What stands round the text in the `data` of one message (spec/media-and-services.md 2.2), at its longest. */
const ENVELOPE_BYTES = 400

/** What the site allows and wishes; `available` is for the sign-in to say. */
export function chatSiteOf(profile: Profile | null): Omit<ChatSite, 'available'> {
  return siteOf(profile?.chat ?? NO_CHAT)
}

function siteOf(chat: ChatProfile): Omit<ChatSite, 'available'> {
  const { limit, firstAnswerSeconds, replySeconds, survey, sensitiveWords, contentDays, typing } = chat
  const categories = Object.entries(chat.categories).map(([key, names]) => ({
    key,
    en: names.en,
    zhCN: names['zh-CN'],
  }))
  return {
    limit,
    textBytes: chat.messageBytes - ENVELOPE_BYTES,
    firstAnswerSeconds,
    replySeconds,
    survey,
    categories,
    sensitiveWords,
    files: { maxBytes: chat.files.maxMegabytes * 1_048_576, endings: chat.files.endings },
    contentDays,
    typing,
  }
}

const NO_CHAT: ChatProfile = {
  dialect: 'mediacall',
  mediaType: '53',
  limit: 1,
  messageBytes: 3_800,
  firstAnswerSeconds: { warn: 30, late: 60 },
  replySeconds: { warn: 60, late: 120 },
  survey: false,
  autoAnswer: false,
  categories: {},
  sensitiveWords: [],
  files: { maxMegabytes: 10, endings: [] },
  replies: [],
  contentDays: 0,
  typing: false,
}
