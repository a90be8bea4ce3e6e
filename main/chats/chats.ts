import type { Chats, ChatsRequests, CommandResult, MessageContent } from '#contract'

export interface ChatsPart {
  readonly requests: ChatsRequests
  /** A message of the agent, of any kind. */
  post(chatId: string, key: string, content: MessageContent): void
  current(): Chats
}

export interface ChatsOptions {
  readonly site: () => Chats['site']
}

const notPossible = (): Promise<CommandResult> => Promise.resolve({ ok: false, reason: 'not-possible-now' })

export function createChats({ site }: ChatsOptions): ChatsPart {
  return {
    requests: {
      'chats.answer': notPossible,
      'chats.decline': notPossible,
      'chats.end': notPossible,
      'chats.close': () => undefined,
      'chats.send': () => undefined,
      'chats.sendEmail': () => undefined,
      'chats.retry': () => undefined,
      'chats.discard': () => undefined,
      'chats.typing': () => undefined,
      'chats.seen': () => undefined,
      'chats.pin': () => undefined,
      'chats.transfer': notPossible,
      'chats.writeInside': notPossible,
      'chats.note': () => undefined,
      'chats.setAssociatedData': notPossible,
      'chats.page': () => Promise.resolve({ messages: [], more: false }),
      'chats.earlier': () => Promise.resolve({ chats: [], more: false }),
      'chats.search': () => Promise.resolve([]),
    },
    post: () => undefined,
    current: () => ({ site: site(), list: [] }),
  }
}
