import type { Locator } from '@playwright/test'
import type { Bridge } from '#contract'
import { showChats } from '../../e2e/fixtures/chat/conversation.ts'
import type { CustomerChat } from '../../simulator/chat/customers/chat-customer.ts'
import type { Stage } from '../stage/stage.ts'
import { comeToWork, type Workplace } from '../stage/workplace.ts'

declare const bridge: Bridge<'desk'>

export interface ChatDesk extends Workplace {
  readonly chats: readonly CustomerChat[]
  /** The row of the work list of one of them. */
  row(index: number): Locator
}

/** An agent at work with so many customers writing, each of whom has said hello. */
export async function comeToChat(stage: Stage, count: number): Promise<ChatDesk> {
  const work = await comeToWork(stage, { chat: { limit: 60, contentDays: 30 } })
  const { app, centre } = work
  await showChats(app)
  await answerAll(work)
  const chats: CustomerChat[] = []
  for (let index = 0; index < count; index += 1) {
    const customer = centre.chatCustomer({ id: `c${index}`, name: `Customer ${letters(index)}` })
    const chat = customer.writesTo('Web chat', { says: `hello of ${letters(index)}.` })
    if (!(await chat.talking)) throw new Error(`chat ${index} was not answered`)
    chats.push(chat)
  }
  const row = (index: number) => app.desk.locator('.work-list button.row', { hasText: `Customer ${letters(index)}` })
  return { ...work, chats, row }
}

/** So that no name is the beginning of another. */
export function letters(index: number): string {
  return String.fromCharCode(65 + Math.floor(index / 26), 97 + (index % 26))
}

/** The desk answers whatever rings, as an agent would one after the other. */
async function answerAll({ app }: Workplace): Promise<void> {
  await app.desk.evaluate(() => {
    const answered = new Set<string>()
    bridge.subscribe('chats.changed', ({ list }) => {
      for (const { id, phase } of list) {
        if (phase.name !== 'ringing' || answered.has(id)) continue
        answered.add(id)
        void bridge.request('chats.answer', { chatId: id })
      }
    })
  })
}

/** Everything that main has of a conversation, in its order. */
export async function keptOf({ app }: Workplace, chatId: string): Promise<readonly string[]> {
  return app.desk.evaluate(async (id) => {
    const texts: string[] = []
    let before: number | undefined
    for (let more = true; more; ) {
      const asked = { chatId: id, limit: 500, ...(before !== undefined && { before }) }
      const page = await bridge.request('chats.page', asked)
      texts.unshift(...page.messages.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : [])))
      before = page.messages[0]?.place
      more = page.more && before !== undefined
    }
    return texts
  }, chatId)
}
