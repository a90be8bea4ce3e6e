import type { ChatMessage } from '#contract'
import type { CustomerChat } from '#simulator/chat/customers/chat-customer.ts'
import type { AgentDesk } from './agent-desk.ts'

/**
 * The agent's transcript, without the lines that Earshot itself puts between messages and without what the agent is told
 * was not sent (the customer had left) and the platform has not either.
 */
export function saidIn(desk: Pick<AgentDesk, 'shown'>, chat: CustomerChat): readonly ChatMessage[] {
  const taken = new Set(chat.transcript.map(({ id }) => id))
  return desk
    .shown(chat.id)
    .filter(({ id, content, state }) => content.kind !== 'line' && (state.name !== 'failed' || taken.has(id)))
}

/**
 * Pairs that stand the other way round at the desk. Two of the same side: always a fault. A customer's and an agent's:
 * a fault unless they crossed, that is, the agent wrote before the customer's words were there, although the platform
 * had taken them first.
 */
export function outOfOrder(desk: Pick<AgentDesk, 'shown' | 'cameAt'>, chat: CustomerChat): readonly string[] {
  const places = new Map(saidIn(desk, chat).map(({ id }, place) => [id, place]))
  const placeOf = (id: string) => places.get(id) ?? Number.NaN
  const wrong: string[] = []
  for (const [index, first] of chat.transcript.entries()) {
    for (const second of chat.transcript.slice(index + 1)) {
      if (placeOf(first.id) < placeOf(second.id)) continue
      const crossed =
        first.sourceType === 'CUSTOMER' &&
        second.sourceType === 'AGENT' &&
        desk.cameAt(chat.id, second.id) <= desk.cameAt(chat.id, first.id)
      if (!crossed) wrong.push(`${first.sourceType} ${first.content} / ${second.sourceType} ${second.content}`)
    }
  }
  return wrong
}
