import type { Time } from './agent.ts'

/** Who wrote it. `colleague`: the other agent of an inner conversation. `system`: the platform. */
export type MessageSide = 'customer' | 'agent' | 'colleague' | 'robot' | 'system'

/** What the agent's own message has come to: each only when the platform or the customer's side said so. */
export type MessageState =
  | { readonly name: 'received' }
  | { readonly name: 'sending' }
  | { readonly name: 'sent' | 'delivered' | 'read'; readonly at: Time }
  /** `unknown`: no answer came; it may or may not have arrived, and is not sent again by itself. */
  | { readonly name: 'failed'; readonly reason: MessageFailure; readonly retcode?: string }

export type MessageFailure =
  | 'sensitive-word'
  | 'too-long'
  | 'no-answer'
  | 'not-connected'
  | 'chat-over'
  | 'file-refused'
  | 'refused'

/** A file of the media cache, known by its id (spec/media-and-services.md 2.4, 3.2). Never fetched by itself but to be shown. */
export interface MediaFile {
  /** The media cache's id. */
  readonly fileId: string
  /** Cleaned: no path, no control or bidirectional characters; at most 120 characters. Absent: the platform gave none. */
  readonly name?: string
  readonly bytes?: number
  /** Lower case, without the dot, as the platform said it; what it really is shows when it is fetched. */
  readonly ending: string
}

/** What happened to the conversation, told between its messages. */
export type SystemLine =
  | { readonly line: 'queued'; readonly queue?: string }
  | { readonly line: 'robot' }
  | { readonly line: 'transferred'; readonly from?: string; readonly to?: string }
  | { readonly line: 'joined' | 'left'; readonly who?: string }
  | { readonly line: 'customer-left' | 'customer-away' | 'timed-out' | 'ended' }
  /** The connection or Earshot itself was away: what was said meanwhile may be missing here. */
  | { readonly line: 'gap' }
  | { readonly line: 'said'; readonly text: string }

export type MessageContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'image' | 'audio' | 'video' | 'file'; readonly file: MediaFile }
  | {
      readonly kind: 'location'
      readonly latitude: number
      readonly longitude: number
      readonly description: string
    }
  | {
      readonly kind: 'card'
      readonly title: string
      readonly description: string
      readonly picture?: MediaFile
      /** http or https only. */
      readonly url?: string
    }
  | ({ readonly kind: 'email' } & Email)
  | ({ readonly kind: 'line' } & SystemLine)
  /** Of a kind that this version does not know; `text` is what could be read of it. */
  | { readonly kind: 'unknown'; readonly type: string; readonly text: string }

export interface Email {
  readonly subject: string
  readonly from: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  /** As it came: never shown but cleaned, in a sandboxed frame. */
  readonly html: string
  readonly attachments: readonly MediaFile[]
}

/** What the agent writes of an e-mail; who it is from is the platform's to say. */
export type EmailDraft = Omit<Email, 'from'>

export interface ChatMessage {
  readonly chatId: string
  /** `messageCode` or `messageId` of the platform; of an own message the key the desk gave it. */
  readonly id: string
  /**
   * Where it stands in its chat: a whole number that never changes, and no two are the same. They are not consecutive:
   * room is left for a message that comes late and belongs before another.
   */
  readonly place: number
  readonly side: MessageSide
  /** The sender's own name, where it is known. */
  readonly name?: string
  readonly at: Time
  readonly content: MessageContent
  readonly state: MessageState
}
