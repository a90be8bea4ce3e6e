import type { Chat } from '#contract'
import { m } from '../../messages/compiled/messages.js'

/** Whom the chat is with: a name, else what the platform knows them by. */
export function chatTitle({ customer }: Pick<Chat, 'customer'>): string {
  return customer.name || customer.id || m.chat_somebody()
}
