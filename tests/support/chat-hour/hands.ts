import type { Chat, ChatMessage } from '#contract'
import { createRandom } from '#simulator/chat/scenario/random.ts'
import { words } from '#simulator/chat/scenario/words.ts'
import type { AgentDesk } from './agent-desk.ts'

/** What one agent does with thirty conversations: answers, writes, tries again what failed, says goodbye. */
export interface Hands {
  /** Does whatever is due now. */
  look(): void
  /** The most conversations that were open at a time. */
  readonly most: () => number
}

/** It may have crossed an answer, and then stands before it. */
function saysGoodbye({ side, content }: ChatMessage): boolean {
  return side === 'customer' && content.kind === 'text' && content.text.startsWith('Goodbye')
}

const readMs = 30_000

/** `pace` divides every wait, as in the hour itself. */
export function workWith(
  desk: AgentDesk,
  { seed, pace = 1 }: { readonly seed: number; readonly pace?: number },
): Hands {
  const random = createRandom(seed)
  const due = new Map<string, number>()
  let most = 0
  let count = 0
  const act = (chat: Chat) => {
    const own = desk.shown(chat.id).filter(({ side }) => side === 'agent')
    const failed = own.find(({ state }) => state.name === 'failed')
    if (failed) desk.retry(chat.id, failed.id)
    else if (own.every(({ state }) => state.name !== 'sending')) answerIn(chat)
  }
  const answerIn = (chat: Chat) => {
    const said = desk.shown(chat.id).filter(({ content }) => content.kind !== 'line')
    const last = said.find(saysGoodbye) ?? said.at(-1)
    if (last?.side !== 'customer') return
    const at = due.get(last.id) ?? Date.now() + random.between(2_000, 25_000) / pace
    due.set(last.id, at)
    if (Date.now() < at) return
    due.delete(last.id)
    count += 1
    if (saysGoodbye(last)) desk.end(chat.id)
    else desk.send(chat.id, words(random, 'reply', count))
  }
  const look = () => {
    const list = desk.list().filter(({ pending }) => !pending)
    const at = (name: Chat['phase']['name']) => list.filter(({ phase }) => phase.name === name)
    most = Math.max(most, at('open').length)
    for (const { id } of at('ringing')) desk.answer(id)
    for (const chat of at('open')) act(chat)
    for (const { id, phase } of at('ended'))
      if (phase.name === 'ended' && Date.now() - phase.at > readMs / pace) desk.close(id)
  }
  return { look, most: () => most }
}
