import type { Channel, ChatTransferInput, CommandResult, MessageContent, Time } from '#contract'
import type { ChatSaid } from '../gateway/event.ts'

/** How a conversation is written to. */
export interface ChatAddress {
  readonly channel: string
  readonly from: string
  readonly to: string
  readonly nickname: string
}

export interface Outgoing {
  readonly chatId: string
  readonly id: string
  readonly content: MessageContent
  readonly at: Time
  readonly to: ChatAddress
}

export type SendResult = CommandResult | { readonly ok: false; readonly reason: 'too-long'; readonly retcode?: never }

export interface OutgoingMark {
  readonly chatId: string
  readonly kind: 'INPUT' | 'READ'
  readonly id: string
  readonly ids: readonly string[]
  readonly at: Time
  readonly to: ChatAddress
}

/** A text call as the platform has it. */
export interface ChatDetails {
  readonly callId: string
  readonly caller: string
  readonly called: string
  readonly feature: number
  readonly answered: boolean
  readonly queue?: string
  readonly channel?: Channel
}

/**
 * What the chats ask of the gateway, in either generation of its interface; every answer is whether the platform
 * accepted it, not that it has happened.
 */
export interface ChatGateway {
  answer(chatId: string): Promise<CommandResult>
  decline(chatId: string): Promise<CommandResult>
  end(chatId: string): Promise<CommandResult>
  send(message: Outgoing): Promise<SendResult>
  mark(mark: OutgoingMark): Promise<SendResult>
  transfer(order: Omit<ChatTransferInput, 'chatId'> & { readonly callId: string }): Promise<CommandResult>
  writeInside(workNumber: string): Promise<CommandResult & { readonly chatId?: string }>
  setLimit(mediaType: string, limit: number): Promise<CommandResult>
  /** Every call the platform has for this agent, voice too; null: not answered. */
  callIds(): Promise<readonly string[] | null>
  /** `none`: the platform has no such text call any more; null: not answered. */
  details(chatId: string): Promise<ChatDetails | 'none' | null>
  associatedData(chatId: string): Promise<string | null>
  setAssociatedData(chatId: string, text: string): Promise<CommandResult>
  /** Everything said in a chat, again; null: this generation cannot, or did not answer. */
  messagesOf(chatId: string): Promise<readonly ChatSaid[] | null>
  /** One message that was only told of; null: not answered. */
  fetch(messageId: string): Promise<ChatSaid | null>
}
