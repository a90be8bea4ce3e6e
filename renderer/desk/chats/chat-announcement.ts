import type { Call, Chat } from '#contract'
import { channelWord } from '../ui/chat/channel-word.ts'
import { ringingAnnouncement } from './chat-words.ts'

/** For the polite live region: the newest chat that rings, unless a call says something more urgent. */
export function chatAnnouncement(live: readonly Call[], chats: readonly Chat[]): string {
  if (live.some(({ phase }) => phase.name === 'ringing')) return ''
  const newest = chats.filter(({ phase }) => phase.name === 'ringing').toSorted((a, b) => b.startedAt - a.startedAt)[0]
  return newest ? ringingAnnouncement(newest, channelWord(newest.channel)) : ''
}
