import type { ChatMessage, ChatSite, Chats, Time } from '#contract'
import type { Log } from '../log/log.ts'
import { askAboutOpen } from './asking.ts'
import { askForData } from './associated-data.ts'
import { advance } from './chat.ts'
import type { ChatGateway } from './chat-gateway.ts'
import type { ChatsEvent } from './event.ts'
import type { ChatHistory } from './history/chat-history.ts'
import { nextMoment } from './rules/list.ts'
import { snapshot } from './snapshot.ts'
import { type ChatsState, noChats } from './state.ts'
import { createTelling } from './telling.ts'

export interface ShellOptions {
  readonly gateway: () => ChatGateway
  /** What the profile in force says. */
  readonly site: () => Omit<ChatSite, 'available'>
  readonly onChange: (chats: Chats) => void
  readonly onMessages: (messages: readonly ChatMessage[]) => void
  readonly history: ChatHistory
  readonly now: () => Time
  readonly log: Pick<Log, 'info' | 'warn'>
}

/** The one state of the chats, and the one way to change it. */
export interface Shell extends ShellOptions {
  state(): ChatsState
  apply(event: ChatsEvent): void
  remembered: ChatHistory['remembered']
}

/** Feeds `advance`, and sees to what comes of it: the windows, the store, the clock, and the questions left open. */
export function createShell(options: ShellOptions): Shell {
  const { history, now } = options
  let state: ChatsState = noChats({ ...options.site(), available: false })
  let moment: NodeJS.Timeout | undefined
  const telling = createTelling({
    onMessages: options.onMessages,
    onChange: (chats) => {
      history.chats(chats.list)
      options.onChange(chats)
    },
    current: () => snapshot(state),
  })
  const onKept = () => apply({ type: 'kept' })

  function apply(event: ChatsEvent): void {
    const before = state
    const after = advance(before, event)
    if (after === before) return
    state = after
    // Electron's `send` runs promises that are kept meanwhile, and these bring the next event: each has its own news.
    history.messages(after.news, onKept)
    telling.messages(after.news)
    if (after.chats !== before.chats || after.site !== before.site) telling.changed()
    if (after.chats !== before.chats) askData()
    waitForMoment()
    if (state.open.length > 0) askOpen()
  }
  function waitForMoment(): void {
    clearTimeout(moment)
    const at = nextMoment(state)
    if (at !== null) moment = setTimeout(() => apply({ type: 'time', at: now() }), Math.max(0, at - now()))
  }
  const shell = { ...options, state: () => state, apply, remembered: history.remembered }
  const askOpen = askAboutOpen(shell)
  const askData = askForData(shell)
  return shell
}
