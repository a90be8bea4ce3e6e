import type { ChatMessage, Chats } from '#contract'

export interface Telling {
  messages(news: readonly ChatMessage[]): void
  changed(): void
  /** At once, whatever is left. */
  flush(): void
}

export interface TellingOptions {
  readonly onMessages: (messages: readonly ChatMessage[]) => void
  readonly onChange: (chats: Chats) => void
  readonly current: () => Chats
}

/** About one frame. */
const MESSAGES_MS = 16
/** The list is small, and twenty times a second is as often as anybody can read it. */
const CHANGE_MS = 50

/** The first word goes out at once; what follows it closely goes together, so that a flood costs no more than a rush. */
export function createTelling({ onMessages, onChange, current }: TellingOptions): Telling {
  const waiting = new Map<string, ChatMessage>()
  const tellMessages = spaced(MESSAGES_MS, () => {
    const messages = [...waiting.values()]
    waiting.clear()
    if (messages.length > 0) onMessages(messages)
  })
  const tellChange = spaced(CHANGE_MS, () => onChange(current()))
  return {
    messages: (news) => {
      for (const message of news) waiting.set(`${message.chatId} ${message.id}`, message)
      if (news.length > 0) tellMessages.want()
    },
    changed: tellChange.want,
    flush: () => {
      tellMessages.now()
      tellChange.now()
    },
  }
}

/** Runs at once when it has not run for so long, and otherwise when that time is over. */
function spaced(everyMs: number, run: () => void) {
  let timer: NodeJS.Timeout | undefined
  let wanted = false
  const now = () => {
    clearTimeout(timer)
    wanted = false
    timer = setTimeout(() => {
      timer = undefined
      if (wanted) now()
    }, everyMs)
    timer.unref()
    run()
  }
  return {
    want: () => {
      wanted = true
      if (timer === undefined) now()
    },
    now,
  }
}
