import type { AskingParts } from './asking.ts'
import type { LiveChat } from './state.ts'

/** What goes with a chat is asked for once for each part this agent has in it, when it opens. */
export function askForData({ gateway, state, apply }: Pick<AskingParts, 'gateway' | 'state' | 'apply'>): () => void {
  const asked = new Map<string, number>()
  const ask = async ({ id: chatId, startedAt }: LiveChat) => {
    asked.set(chatId, startedAt)
    const text = await gateway().associatedData(chatId)
    if (text !== null) apply({ type: 'data', chatId, text })
  }
  return () => {
    const { chats } = state()
    for (const chat of chats.filter(hasData)) if (asked.get(chat.id) !== chat.startedAt) void ask(chat)
    if (asked.size > chats.length) forget(asked, chats)
  }
}

function hasData({ phase, direction }: LiveChat): boolean {
  return phase.name === 'open' && direction !== 'internal'
}

function forget(asked: Map<string, number>, chats: readonly LiveChat[]): void {
  const there = new Set(chats.map(({ id }) => id))
  for (const id of asked.keys()) if (!there.has(id)) asked.delete(id)
}
