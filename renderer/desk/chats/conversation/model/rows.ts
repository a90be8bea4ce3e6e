import type { ChatMessage, PastChat } from '#contract'
import type { Thread } from './merge.ts'

/** One row of the windowed list. Its key never changes, so that nothing is drawn anew that has not changed. */
export type Row =
  | {
      readonly kind: 'message'
      readonly key: string
      readonly message: ChatMessage
      readonly first: boolean
      readonly last: boolean
    }
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  /** Where a conversation begins; null: the one that is open now. */
  | { readonly kind: 'heading'; readonly key: string; readonly past: PastChat | null; readonly at: number }
  /** An earlier conversation whose content is not kept. */
  | { readonly kind: 'gone'; readonly key: string; readonly past: PastChat }

export interface Section extends Thread {
  readonly chatId: string
  readonly startedAt: number
  readonly past: PastChat | null
  /** Earlier conversations stand above it, so that its beginning is told. */
  readonly headed: boolean
}

/** Messages of one sender within so long belong together. */
const together = 5 * 60_000

/** The rows of one conversation. What comes before its first loaded message is not told while there is more of it. */
export function rowsOf(section: Section): readonly Row[] {
  const { chatId, past, messages, more } = section
  const rows: Row[] = []
  if (!more && section.headed) rows.push({ kind: 'heading', key: `${chatId}:heading`, past, at: section.startedAt })
  if (past && !more && messages.length === 0) rows.push({ kind: 'gone', key: `${chatId}:gone`, past })
  for (const [index, message] of messages.entries()) {
    const before = messages[index - 1]
    if (before ? !isSameDay(before.at, message.at) : !more) rows.push(dayRow(message))
    rows.push(messageRow(message, before, messages[index + 1]))
  }
  return rows
}

/** The same rows with messages added at the end, without looking at all of them again. */
export function rowsWithMore(rows: readonly Row[], known: number, section: Section): readonly Row[] {
  const { messages } = section
  const last = messages[known - 1]
  const result = [...rows]
  if (last) result[result.length - 1] = messageRow(last, messages[known - 2], messages[known])
  for (let index = known; index < messages.length; index += 1) {
    const message = messages[index]
    const before = messages[index - 1]
    if (!message) continue
    if (!before || !isSameDay(before.at, message.at)) result.push(dayRow(message))
    result.push(messageRow(message, before, messages[index + 1]))
  }
  return result
}

const dayRow = ({ chatId, place, at }: ChatMessage): Row => ({ kind: 'day', key: `${chatId}:day:${place}`, at })

function messageRow(message: ChatMessage, before?: ChatMessage, after?: ChatMessage): Row {
  return {
    kind: 'message',
    key: rowKey(message),
    message,
    first: !before || !isTogether(before, message),
    last: !after || !isTogether(message, after),
  }
}

export function rowKey({ chatId, place }: Pick<ChatMessage, 'chatId' | 'place'>): string {
  return `${chatId}:${place}`
}

function isTogether(one: ChatMessage, next: ChatMessage): boolean {
  return (
    one.side === next.side &&
    one.name === next.name &&
    one.content.kind !== 'line' &&
    next.content.kind !== 'line' &&
    next.at - one.at < together &&
    isSameDay(one.at, next.at)
  )
}

export function isSameDay(one: number, other: number): boolean {
  return Math.abs(one - other) < 86_400_000 && new Date(one).getDate() === new Date(other).getDate()
}
