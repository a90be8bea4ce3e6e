import type { Chat, ChatMessage } from '#contract'
import type { DatabaseConnection } from '../../database/connection.ts'
import type { KeeperWords, KnownChat, Owner } from './store/words.ts'

/** Written together: a flood of messages is a few transactions a second. */
const EVERY_MS = 250

/** Sees what is told of the chats, and writes what is new. */
export function createKeeping(connection: Pick<DatabaseConnection<KeeperWords>, 'tell'>, owner: () => Owner | null) {
  const messages = new Map<string, ChatMessage>()
  const known = new Map<string, string>()
  const latest = new Map<string, Chat>()
  const writer = createWriter(connection, () => messages.size === 0)
  const flush = () => {
    writes.done()
    const whose = owner()
    if (whose === null) return
    const said = [...messages.values()]
    messages.clear()
    const news = newsOf([...latest.values()], known)
    latest.clear()
    if (said.length > 0 || news.length > 0) void writer.write(whose, said, news)
  }
  const writes = inAWhile(flush)
  return {
    flush,
    messages: (news: readonly ChatMessage[], onKept: () => void) => {
      writer.onKept(onKept)
      for (const message of news) messages.set(`${message.chatId} ${message.id}`, message)
      if (news.length > 0) writes.want()
    },
    discard: (chatId: string, messageId: string) => {
      messages.delete(`${chatId} ${messageId}`)
      const whose = owner()
      if (whose !== null) void connection.tell('discard', { owner: whose, chatId, messageId })
    },
    chats: (all: readonly Chat[]) => {
      // One that leaves the list right away is written all the same.
      for (const chat of all) latest.set(chat.id, chat)
      writes.want()
    },
  }
}

function inAWhile(run: () => void) {
  let timer: NodeJS.Timeout | undefined
  return {
    want: () => {
      timer ??= setTimeout(run, EVERY_MS)
      timer.unref()
    },
    done: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}

function createWriter(connection: Pick<DatabaseConnection<KeeperWords>, 'tell'>, nothingWaits: () => boolean) {
  let writing = 0
  let kept: () => void = () => undefined
  return {
    onKept: (told: () => void) => {
      kept = told
    },
    async write(owner: Owner, messages: readonly ChatMessage[], chats: readonly KnownChat[]): Promise<void> {
      writing += 1
      const answers = await Promise.all([
        ...(chats.length > 0 ? [connection.tell('chats', { owner, chats })] : []),
        ...(messages.length > 0 ? [connection.tell('messages', { owner, messages })] : []),
      ])
      writing -= 1
      // Null: it could not be written, and must stay in memory.
      if (writing === 0 && nothingWaits() && answers.every((answer) => answer !== null)) kept()
    },
  }
}

/** How many chats are known not to have changed; an older one is simply written again. */
const KNOWN = 500

/** What is other than it was when it was last written. */
function newsOf(list: readonly Chat[], known: Map<string, string>): readonly KnownChat[] {
  return list.map(knownOf).filter((chat) => {
    const text = JSON.stringify(chat)
    const isNews = known.get(chat.id) !== text
    known.delete(chat.id)
    known.set(chat.id, text)
    if (known.size > KNOWN) known.delete(known.keys().next().value ?? '')
    return isNews
  })
}

function knownOf({ id, channel, customer, queue, startedAt, note, category, messages, phase }: Chat): KnownChat {
  return {
    id,
    channel,
    customer,
    ...(queue !== undefined && { queue }),
    startedAt,
    note,
    ...(category !== undefined && { category }),
    messages,
    ...(phase.name === 'ended' && { endedAt: phase.at, how: phase.how }),
  }
}
