import { newMessageId } from '../messages/message.ts'
import type { ChatMessage, ControlType } from '../model.ts'
import type { ChatCustomer } from './chat-customer.ts'
import type { Written } from './sendable.ts'

export function customerMessage(
  { id, name }: Pick<ChatCustomer, 'id' | 'name'>,
  controlType: ControlType,
  { mediaType, content, more, id: own }: Written,
): ChatMessage {
  return {
    id: own ?? newMessageId(),
    controlType,
    mediaType,
    content,
    sourceType: 'CUSTOMER',
    from: id,
    nickname: name,
    at: Date.now(),
    ...(more && { more }),
  }
}
