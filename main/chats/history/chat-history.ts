import type { Agent, Chat, ChatMessage, ChatsRequests, Time } from '#contract'
import { connectDatabase, type DatabaseConnection } from '../../database/connection.ts'
import type { WorkerLike } from '../../database/thread.ts'
import type { Log } from '../../log/log.ts'
import type { ChatsState, Gone } from '../state.ts'
import { createKeeping } from './keeping.ts'
import type { KeeperWords, Opening, Owner } from './store/words.ts'

export type SiteOfChats = Omit<Owner, 'agent'>

export interface ChatHistoryOptions {
  readonly file: string
  readonly startWorker: () => WorkerLike
  readonly site: () => SiteOfChats | null
  /** A file that could not be used has this name now. */
  readonly onSetAside: (file: string) => void
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  readonly now: () => Time
}

type Requests = Pick<ChatsRequests, 'chats.page' | 'chats.earlier' | 'chats.search'>

/** What was said, beyond what is in memory: for this shift, or as long as the site lets it be kept. */
export interface ChatHistory {
  requests(state: () => ChatsState): Requests
  agent(agent: Agent): void
  /** New or changed messages; `onKept` when everything that was told so far is written. */
  messages(news: readonly ChatMessage[], onKept: () => void): void
  discard(chatId: string, messageId: string): void
  chats(list: readonly Chat[]): void
  remembered(chatIds: readonly string[]): Promise<readonly Gone[]>
  open(): void
  siteChanged(): void
  close(): Promise<void>
}

const DAY_MS = 86_400_000

export function createChatHistory(options: ChatHistoryOptions): ChatHistory {
  const { site, now } = options
  const connection = connectDatabase<Opening, KeeperWords>({
    ...options,
    called: 'the conversations',
    opening: () => {
      const kept = site()
      return kept && { file: options.file, ...kept, now: now() }
    },
  })
  let agentName: string | null = null
  const owner = (): Owner | null => {
    const kept = site()
    return kept === null || agentName === null ? null : { ...kept, agent: agentName }
  }
  const keeping = createKeeping(connection, owner)
  const daily = setInterval(() => {
    const kept = site()
    if (kept) void connection.tell('expire', { ...kept, now: now() })
  }, DAY_MS)
  daily.unref()
  return {
    requests: (state) => requestsOf({ connection, owner, state, flush: keeping.flush }),
    ...keeping,
    agent: (agent) => {
      if (agent.status === 'signed-in') agentName = agent.workNumber ?? ''
      if (agent.status !== 'signed-out' || agentName === null) return
      keeping.flush()
      agentName = null
      void connection.tell('forget', undefined)
    },
    remembered: async (chatIds) => {
      const whose = owner()
      const found = whose && (await connection.tell('remembered', { owner: whose, chatIds }))
      return (found ?? []).map(({ id, ids, lastPlace }) => ({ id, ids: new Set(ids), lastPlace, count: ids.length }))
    },
    open: connection.open,
    siteChanged: connection.reopen,
    close: async () => {
      clearInterval(daily)
      keeping.flush()
      await connection.close()
    },
  }
}

interface Asking {
  readonly connection: Pick<DatabaseConnection<KeeperWords>, 'ask'>
  readonly owner: () => Owner | null
  readonly state: () => ChatsState
  /** What is written is asked for after it. */
  readonly flush: () => void
}

function requestsOf({ connection, owner, state, flush }: Asking): Requests {
  return {
    'chats.page': async (asked) => {
      const { chatId, before, limit } = asked
      const chat = state().chats.find(({ id }) => id === chatId)
      const there = (chat?.messages ?? []).filter(({ place }) => place < (before ?? Number.POSITIVE_INFINITY))
      const whose = owner()
      if (whose === null || (chat && (there.length > limit || chat.older.size === 0)))
        return { messages: there.slice(-limit), more: there.length > limit }
      flush()
      return connection.ask('page', { owner: whose, ...asked })
    },
    'chats.earlier': async (asked) => {
      const chat = state().chats.find(({ id }) => id === asked.chatId)
      const whose = owner()
      if (whose === null) return { chats: [], more: false }
      flush()
      const customer = chat && { customer: { channel: chat.channel, id: chat.customer.id } }
      return connection.ask('earlier', { owner: whose, asked: { ...asked, ...customer } })
    },
    'chats.search': async (asked) => {
      const whose = owner()
      if (whose === null) return []
      flush()
      return connection.ask('search', { owner: whose, asked })
    },
  }
}
