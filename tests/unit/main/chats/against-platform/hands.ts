import type { Chat } from '#contract'
import { createRandom } from '#simulator/chat/scenario/random.ts'
import { words } from '#simulator/chat/scenario/words.ts'
import type { ChatDesk } from './desk.ts'

/** What one agent does with thirty conversations: answers, writes, tries again what failed, says goodbye. */
export interface Hands {
  /** The most conversations that were open at a time. */
  readonly most: () => number
  stop(): void
}

export function workWith(desk: ChatDesk, seed: number): Hands {
  const random = createRandom(seed)
  const due = new Map<string, number>()
  let most = 0
  let count = 0
  const act = (chat: Chat) => {
    const own = desk.shown(chat.id).filter(({ side }) => side === 'agent')
    const failed = own.find(({ state }) => state.name === 'failed')
    if (failed) {
      desk.chats.requests['chats.retry']({ chatId: chat.id, messageId: failed.id })
    } else if (own.every(({ state }) => state.name !== 'sending')) {
      answerIn(chat)
    }
  }
  const answerIn = (chat: Chat) => {
    const last = desk.shown(chat.id).findLast(({ content }) => content.kind !== 'line')
    if (last?.side !== 'customer') return
    const at = due.get(last.id) ?? Date.now() + random.between(2_000, 25_000)
    due.set(last.id, at)
    if (Date.now() < at) return
    due.delete(last.id)
    count += 1
    if (last.content.kind === 'text' && last.content.text.startsWith('Goodbye'))
      void desk.chats.requests['chats.end']({ chatId: chat.id, survey: false })
    else
      desk.chats.requests['chats.send']({
        chatId: chat.id,
        key: crypto.randomUUID(),
        text: words(random, 'reply', count),
      })
  }
  const look = () => {
    const list = desk.chats.current().list.filter(({ pending }) => !pending)
    const at = (name: Chat['phase']['name']) => list.filter(({ phase }) => phase.name === name)
    most = Math.max(most, at('open').length)
    for (const { id } of at('ringing')) void desk.chats.requests['chats.answer']({ chatId: id })
    for (const chat of at('open')) act(chat)
    for (const { id, phase } of at('ended'))
      if (phase.name === 'ended' && Date.now() - phase.at > 30_000) desk.chats.requests['chats.close']({ chatId: id })
  }
  const clock = setInterval(look, 2_000)
  return { most: () => most, stop: () => clearInterval(clock) }
}
