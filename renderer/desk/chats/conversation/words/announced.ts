import type { ChatMessage } from '#contract'
import { m } from '../../../messages/compiled/messages.js'
import { contentText } from './as-text.ts'
import { senderOf } from './conversation-words.ts'

/** Longer ones are read in the list. */
const longest = 200

/** What a screen reader says of what came since the conversation was opened; several at once are only counted. */
export function announcer(): (messages: readonly ChatMessage[], customer: string) => string {
  let known = -1
  return (messages, customer) => {
    const last = messages.at(-1)
    const before = known
    known = Math.max(known, last?.place ?? known)
    if (!last || before < 0) return ''
    const news = messages.slice(-50).filter(({ place, side }) => place > before && side !== 'agent')
    const [one] = news
    if (!one) return ''
    if (news.length > 1) return m.conv_newer({ count: news.length })
    return `${senderOf(one, customer)}: ${contentText(one.content).slice(0, longest)}`
  }
}
