import type { Chat, ChatMessage } from '#contract'

/** What one agent sees of their conversations and does with them, whichever way the desk is reached. */
export interface AgentDesk {
  list(): readonly Chat[]
  /** Everything the desk was told, merged by id, in the order of places. */
  shown(chatId: string): readonly ChatMessage[]
  /** When a message came to this desk first. */
  cameAt(chatId: string, id: string): number
  answer(chatId: string): void
  send(chatId: string, text: string): void
  retry(chatId: string, messageId: string): void
  end(chatId: string): void
  close(chatId: string): void
}

/** What the desk is told, as it comes. */
export interface Told {
  take(news: readonly ChatMessage[], at: number): void
  readonly shown: AgentDesk['shown']
  readonly cameAt: AgentDesk['cameAt']
}

export function keepWhatIsTold(): Told {
  const messages = new Map<string, Map<string, ChatMessage>>()
  const came = new Map<string, number>()
  return {
    take: (news, at) => {
      for (const message of news) {
        const key = `${message.chatId} ${message.id}`
        messages.set(message.chatId, (messages.get(message.chatId) ?? new Map()).set(message.id, message))
        if (!came.has(key)) came.set(key, at)
      }
    },
    shown: (chatId) => [...(messages.get(chatId)?.values() ?? [])].sort((one, other) => one.place - other.place),
    cameAt: (chatId, id) => came.get(`${chatId} ${id}`) ?? Number.NaN,
  }
}
