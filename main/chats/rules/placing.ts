import type { ChatMessage, Time } from '#contract'
import { type LiveChat, PLACE_STEP } from '../state.ts'
import { lineOf } from './last-line.ts'

type Placeless = Omit<ChatMessage, 'place'>

/**
 * A message at its place. One whose own time says that it was sent before others that came earlier stands above them;
 * only times of the same clock are compared, hence not those of the agent's own messages and of lines.
 */
export function add(
  chat: LiveChat,
  message: Placeless,
  sentAt: Time | null,
): { readonly chat: LiveChat; readonly message: ChatMessage } {
  const index = sentAt === null ? chat.messages.length : indexFor(chat, sentAt)
  const place = placeAt(chat, index)
  const placed: ChatMessage = { ...message, place: place ?? chat.lastPlace + PLACE_STEP }
  const at = place === null ? chat.messages.length : index
  const messages = [...chat.messages.slice(0, at), placed, ...chat.messages.slice(at)]
  const lastPlace = Math.max(chat.lastPlace, placed.place)
  const isLast = placed.place === lastPlace && message.content.kind !== 'line'
  const last = isLast && { last: { side: message.side, at: message.at, ...lineOf(message.content) } }
  const timeless = sentAt === null && isStamped(placed)
  const unstamped = timeless ? new Set([...chat.unstamped, message.id]) : chat.unstamped
  return { chat: { ...chat, messages, unstamped, count: chat.count + 1, lastPlace, ...last }, message: placed }
}

function indexFor({ messages, unstamped }: LiveChat, sentAt: Time): number {
  let index = messages.length
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    const message = messages[at]
    if (!message || !isStamped(message) || unstamped.has(message.id)) continue
    if (message.at <= sentAt) break
    index = at
  }
  return index
}

function isStamped({ side, content }: ChatMessage): boolean {
  return side !== 'agent' && content.kind !== 'line'
}

/** Null: there is no room left between its neighbours. */
function placeAt({ messages, lastPlace, older }: LiveChat, index: number): number | null {
  const after = messages[index]
  if (after === undefined) return lastPlace + PLACE_STEP
  const before = messages[index - 1]?.place ?? (older.size === 0 ? 0 : null)
  if (before === null) return null
  const place = Math.floor((before + after.place) / 2)
  return place > before ? place : null
}
