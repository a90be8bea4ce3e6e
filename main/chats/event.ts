import type { ChatSite, ChatVerb, MessageContent, MessageFailure, Time } from '#contract'
import type { ChatSaid, GatewayEvent } from '../gateway/event.ts'
import type { ChatDetails } from './chat-gateway.ts'
import type { Gone } from './state.ts'

export type ChatsEvent =
  | { readonly type: 'site'; readonly site: ChatSite }
  | { readonly type: 'signed-in'; readonly workNumber: string }
  /** Contents go with the agent. */
  | { readonly type: 'signed-out' }
  | { readonly type: 'gateway'; readonly event: GatewayEvent }
  /** Something said that was fetched, not told. */
  | { readonly type: 'fetched'; readonly chatId: string; readonly said: ChatSaid; readonly at: Time }
  /** The platform's word about a call that was in question; null: it has none. */
  | { readonly type: 'known'; readonly chatId: string; readonly details: ChatDetails | null; readonly at: Time }
  /** After a reconnection: what of the chats that were asked about the platform still has. */
  | {
      readonly type: 'present'
      readonly askedOf: readonly string[]
      readonly chats: readonly ChatDetails[]
      /** What was said meanwhile can be read again. */
      readonly rereads: boolean
      readonly at: Time
    }
  | { readonly type: 'asked'; readonly chatId: string; readonly verb: ChatVerb; readonly to?: string }
  | {
      readonly type: 'settled'
      readonly chatId: string
      readonly verb: ChatVerb
      readonly failure?: { readonly reason: string; readonly retcode?: string }
      readonly at: Time
    }
  /** Chats of before that are kept: none of their messages is told again, no place given twice. */
  | { readonly type: 'remembered'; readonly gone: readonly Gone[] }
  | { readonly type: 'marks-refused' }
  | { readonly type: 'inside-refused' }
  | {
      readonly type: 'inside-made'
      readonly chatId: string
      readonly workNumber: string
      readonly about?: string
      readonly at: Time
    }
  | {
      readonly type: 'posted'
      readonly chatId: string
      readonly key: string
      readonly content: MessageContent
      readonly at: Time
    }
  | { readonly type: 'resent' | 'sent'; readonly chatId: string; readonly key: string; readonly at: Time }
  | { readonly type: 'discarded'; readonly chatId: string; readonly key: string }
  | {
      readonly type: 'send-failed'
      readonly chatId: string
      readonly key: string
      readonly reason: MessageFailure
      readonly retcode?: string
      readonly at: Time
    }
  | { readonly type: 'seen'; readonly chatId: string; readonly place: number }
  | { readonly type: 'pinned'; readonly chatId: string; readonly pinned: boolean }
  | { readonly type: 'noted'; readonly chatId: string; readonly text: string; readonly category?: string }
  | { readonly type: 'data'; readonly chatId: string; readonly text: string }
  | { readonly type: 'closed'; readonly chatId: string }
  /** All that has been told is kept elsewhere now, and the oldest of it need not stay in memory. */
  | { readonly type: 'kept' }
  | { readonly type: 'time'; readonly at: Time }
