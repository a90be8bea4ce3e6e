import { type ChatHistory, createChatHistory } from '#main/chats/history/chat-history.ts'
import { createKeeper } from '#main/chats/history/store/keeper.ts'
import { threadHere } from '#support/history/in-this-thread.ts'

/** The real store in this thread, in memory unless a file is named. */
export function historyHere(contentDays = 0, file = ':memory:', now: () => number = Date.now): ChatHistory {
  return createChatHistory({
    file,
    startWorker: () => threadHere(createKeeper),
    site: () => ({ site: 'cc.example.com', days: 30, contentDays }),
    onSetAside: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now,
  })
}

/** Keeps nothing. */
export const noHistory: ChatHistory = {
  requests: () => ({
    'chats.page': () => Promise.resolve({ messages: [], more: false }),
    'chats.earlier': () => Promise.resolve({ chats: [], more: false }),
    'chats.search': () => Promise.resolve([]),
  }),
  agent: () => undefined,
  messages: () => undefined,
  discard: () => undefined,
  chats: () => undefined,
  remembered: () => Promise.resolve([]),
  open: () => undefined,
  siteChanged: () => undefined,
  close: () => Promise.resolve(),
}
