import type { ChatMessage } from '#contract'

/** What is known of one conversation: its newest messages without a gap, and whether there are more before them. */
export interface Thread {
  readonly messages: readonly ChatMessage[]
  readonly more: boolean
}

/** New and changed messages at their places; what is older than all that is loaded waits for its page. */
export function withNews({ messages, more }: Thread, news: readonly ChatMessage[]): readonly ChatMessage[] {
  const result = [...messages]
  for (const message of news) put(result, message, more)
  return result
}

/** A page before what is loaded, or the first one under what has come meanwhile. */
export function withPage({ messages }: Thread, page: Thread): Thread {
  return { messages: withNews(page, messages), more: page.more }
}

function put(list: ChatMessage[], message: ChatMessage, more: boolean): void {
  const at = indexOfPlace(list, message.place)
  if (list[at]?.place === message.place) list[at] = message
  else if (at > 0 || !more) list.splice(at, 0, message)
}

/** Of the first message at this place or after it. */
export function indexOfPlace(list: readonly ChatMessage[], place: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.place ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}
