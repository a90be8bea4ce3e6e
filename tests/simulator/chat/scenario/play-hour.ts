import type { ChatCustomer, CustomerChat } from '../customers/chat-customer.ts'
import type { ChatPart } from '../customers/create-chat-customers.ts'
import type { PlannedChat } from './plan-hour.ts'

export interface Hour {
  readonly chats: readonly CustomerChat[]
  /** Everybody who was to come has come, and every conversation has ended. */
  readonly over: () => boolean
}

/** Whatever the pace, nobody types two messages in one millisecond: their times tell them apart. */
const leastMs = 3

/**
 * Begins each conversation at its time, by the clock of this process: with a virtual one an hour takes seconds. `pace`
 * divides every wait, for a clock that cannot be turned.
 */
export function playHour(
  { after }: { readonly after: (ms: number, run: () => void) => unknown },
  chat: Pick<ChatPart, 'chatCustomer'>,
  plan: readonly PlannedChat[],
  { queue, pace = 1 }: { readonly queue: string; readonly pace?: number },
): Hour {
  const chats: CustomerChat[] = []
  for (const { name, channel, beginsMs, opening, script } of plan) {
    const customer: ChatCustomer = chat.chatCustomer({ name, channel, id: `user-${name}` })
    const paced = script.map((step) => ('waitsMs' in step ? { waitsMs: Math.max(leastMs, step.waitsMs / pace) } : step))
    after(beginsMs / pace, () => chats.push(customer.writesTo(queue, { ...opening, script: paced })))
  }
  return { chats, over: () => chats.length === plan.length && chats.every(({ state }) => state === 'ended') }
}
