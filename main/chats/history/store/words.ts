import type { Chat, ChatEnding, ChatFound, ChatMessage, ChatPage, PastChat, Time } from '#contract'
import type { Word } from '../../../database/words.ts'

/** Whose conversations they are: nobody else at this machine, and no other site, sees them. */
export interface Owner {
  readonly site: string
  readonly agent: string
  /** How long this site lets it be kept that there was a conversation. */
  readonly days: number
  /** How long what was said in it; 0: not on the disk. */
  readonly contentDays: number
}

/** What is known of a chat so far; without `endedAt` it is not over. */
export interface KnownChat
  extends Pick<Chat, 'id' | 'channel' | 'customer' | 'queue' | 'startedAt' | 'note' | 'category'> {
  readonly messages: number
  readonly endedAt?: Time
  readonly how?: ChatEnding
}

/** Of a chat that is begun again: what was told of it before. */
export interface Remembered {
  readonly id: string
  readonly ids: readonly string[]
  readonly lastPlace: number
}

export interface EarlierAsked {
  readonly chatId: string
  /** Absent: whoever it was then. */
  readonly customer?: { readonly channel: Chat['channel']; readonly id: string }
  readonly before?: number
  readonly limit: number
}

export interface SearchAsked {
  readonly text: string
  readonly chatId?: string
  readonly limit: number
}

/** Everything that can be asked of the conversations that are kept. */
export interface StoreWords {
  chats: Word<{ readonly owner: Owner; readonly chats: readonly KnownChat[] }, void>
  messages: Word<{ readonly owner: Owner; readonly messages: readonly ChatMessage[] }, void>
  discard: Word<{ readonly owner: Owner; readonly chatId: string; readonly messageId: string }, void>
  page: Word<
    { readonly owner: Owner; readonly chatId: string; readonly before?: number; readonly limit: number },
    ChatPage
  >
  remembered: Word<{ readonly owner: Owner; readonly chatIds: readonly string[] }, readonly Remembered[]>
  earlier: Word<
    { readonly owner: Owner; readonly asked: EarlierAsked },
    { readonly chats: readonly PastChat[]; readonly more: boolean }
  >
  search: Word<{ readonly owner: Owner; readonly asked: SearchAsked }, readonly ChatFound[]>
  /** The shift is over: what must not stay goes. */
  forget: Word<undefined, void>
  /** What is older than its site lets it be goes; this site has just said how long that is. */
  expire: Word<{ readonly site: string; readonly days: number; readonly contentDays: number; readonly now: Time }, void>
}

export interface Opening {
  readonly file: string
  readonly site: string
  readonly days: number
  readonly contentDays: number
  readonly now: Time
}

export interface KeeperWords extends StoreWords {
  open: Word<Opening, void>
  close: Word<undefined, void>
}
