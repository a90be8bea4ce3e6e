import type { CommandResult, Time } from './agent.ts'
import type { ChatMessage, EmailDraft, MessageContent, MessageSide } from './chat-messages.ts'

/** Where the customer writes (spec/media-and-services.md 2.7, 8.5). `agent`: a colleague, inside. */
export type Channel =
  | 'web'
  | 'wechat'
  | 'facebook'
  | 'twitter'
  | '5g'
  | 'email'
  | 'line'
  | 'whatsapp'
  | 'sms'
  | 'telegram'
  | 'instagram'
  | 'agent'
  | 'unknown'

/** `agent-ended`, `customer-left` and so on: who ended it or why, in the words of the agent's day. */
export type ChatEnding =
  | 'agent-ended'
  | 'customer-left'
  | 'timed-out'
  | 'transferred'
  /** Rang and was not answered in its time. */
  | 'missed'
  | 'declined'
  /** The platform gave it to somebody else, or a team lead took it. */
  | 'taken-away'
  | 'ended-by-platform'

export type ChatPhase =
  | { readonly name: 'ringing'; readonly since: Time }
  | { readonly name: 'open'; readonly since: Time }
  /** Stays in the list until the agent closes it: note and category may still be written. */
  | { readonly name: 'ended'; readonly at: Time; readonly how: ChatEnding }

export type ChatVerb = 'answer' | 'decline' | 'send' | 'transfer' | 'consult' | 'end' | 'close'

/** How long the customer has been waiting for a word, against what the profile allows. */
export interface ChatWait {
  /** When the first message that nobody has answered came; for the first answer, when the chat rang. */
  readonly since: Time
  readonly for: 'first-answer' | 'reply'
  /** From these moments on it is late, and too late; as the profile says. */
  readonly warnAt: Time
  readonly lateAt: Time
}

/** One conversation as the agent sees it, without its messages. */
export interface Chat {
  /** The platform's call id. */
  readonly id: string
  readonly channel: Channel
  /** As the platform wrote them. */
  readonly customer: { readonly id: string; readonly name?: string }
  readonly queue?: string
  readonly direction: 'incoming' | 'outgoing' | 'internal'
  /** The chat this is an inner consultation about. */
  readonly about?: string
  readonly phase: ChatPhase
  readonly startedAt: Time
  /** Absent: nobody waits for this agent. */
  readonly waits?: ChatWait
  /** Messages that came since the agent last looked. */
  readonly unread: number
  /** For the list: one line of the last message, at most 120 characters; absent while there is none. */
  readonly last?: {
    readonly side: MessageSide
    readonly at: Time
    readonly line: string
    /** What kind of message it was, where the line alone may be empty. */
    readonly kind?: MessageContent['kind']
  }
  /** The other side writes; gone after some seconds without another word of it. */
  readonly typing: boolean
  readonly pinned: boolean
  /** What can be done now, in the order of the header. */
  readonly verbs: readonly ChatVerb[]
  readonly pending?: ChatVerb
  /** The last command that failed; stays until the next one. */
  readonly failure?: { readonly verb: ChatVerb; readonly reason: string; readonly retcode?: string }
  /** Associated data as the platform has it; absent until asked for. */
  readonly associatedData?: string
  readonly note: string
  /** A key of the site's `categories`. */
  readonly category?: string
  /** How many messages there are of this chat. */
  readonly messages: number
}

/** What the site allows and wishes, from the connection profile. */
export interface ChatSite {
  /** False: this profile has no chat, or this agent was not let into it (`mediatype`, spec/ccgateway.md 3.1). */
  readonly available: boolean
  /** How many at once, 1 to 60 (`setcallnums`). */
  readonly limit: number
  /**
   * Bytes of the text of one message (spec/media-and-services.md 2.2, MULTIMEDIA_SECMODE): UTF-8, and as the text
   * stands in JSON, where a quotation mark, a backslash and a new line are two.
   */
  readonly textBytes: number
  readonly firstAnswerSeconds: { readonly warn: number; readonly late: number }
  readonly replySeconds: { readonly warn: number; readonly late: number }
  /** Whether the customer can be asked how it was when the agent ends the chat. */
  readonly survey: boolean
  readonly categories: readonly { readonly key: string; readonly en: string; readonly zhCN: string }[]
  /** Warned of before sending; the platform refuses its own with 700-012. */
  readonly sensitiveWords: readonly string[]
  /** Files: greatest size in bytes, and the endings that may be sent and shown (lower case, without the dot). */
  readonly files: { readonly maxBytes: number; readonly endings: readonly string[] }
  /** Days that conversations' contents are kept; 0: no content on the disk, and none after the shift. */
  readonly contentDays: number
  /** Whether the platform takes typing and read marks (probed: hidden once refused). */
  readonly typing: boolean
}

export interface Chats {
  readonly site: ChatSite
  /** Ringing first, then whoever waits longest, then the others by their last word, then ended ones. Pinned ones lead. */
  readonly list: readonly Chat[]
}

/** Messages of one chat in the order of `place`, without a gap. */
export interface ChatPage {
  readonly messages: readonly ChatMessage[]
  /** There are more before these. */
  readonly more: boolean
}

/** A chat that is over, as it is kept. Metadata only when `contentDays` is 0. */
export interface PastChat {
  readonly id: string
  readonly place: number
  readonly channel: Channel
  readonly customer: Chat['customer']
  readonly queue?: string
  readonly startedAt: Time
  readonly endedAt: Time
  readonly how: ChatEnding
  readonly note: string
  readonly category?: string
  readonly messages: number
}

export interface ChatFound {
  readonly chatId: string
  /** Null: found in customer, queue or note of a past chat, not in a message. */
  readonly message: ChatMessage | null
  readonly past: PastChat | null
}

/** spec/media-and-services.md 2.2, transfer. */
export interface ChatTransferInput {
  readonly chatId: string
  readonly to: { readonly kind: 'queue' | 'agent' | 'access-code'; readonly address: string }
  readonly mode: 'release' | 'success'
  /** At most 2,048 bytes. */
  readonly associatedData?: string
}

export interface ChatsRequests {
  'chats.answer': (input: { readonly chatId: string }) => Promise<CommandResult>
  'chats.decline': (input: { readonly chatId: string }) => Promise<CommandResult>
  /** `survey`: ask the customer how it was. */
  'chats.end': (input: { readonly chatId: string; readonly survey: boolean }) => Promise<CommandResult>
  /** An ended chat leaves the list. */
  'chats.close': (input: { readonly chatId: string }) => void
  /** Answered at once; what becomes of it is the message's `state`. `key` is the desk's own, so that none is sent twice. */
  'chats.send': (input: { readonly chatId: string; readonly key: string; readonly text: string }) => void
  /** The same for an e-mail conversation; attachments are in the media cache already. */
  'chats.sendEmail': (input: { readonly chatId: string; readonly key: string; readonly email: EmailDraft }) => void
  /** Sends again a message of this agent that failed. */
  'chats.retry': (input: { readonly chatId: string; readonly messageId: string }) => void
  /** Drops a message of this agent that failed. */
  'chats.discard': (input: { readonly chatId: string; readonly messageId: string }) => void
  /** The agent is writing; sent at most every few seconds. */
  'chats.typing': (input: { readonly chatId: string }) => void
  /** The agent has seen everything up to this place. */
  'chats.seen': (input: { readonly chatId: string; readonly place: number }) => void
  'chats.pin': (input: { readonly chatId: string; readonly pinned: boolean }) => void
  'chats.transfer': (input: ChatTransferInput) => Promise<CommandResult>
  /** An inner conversation with a colleague, about a chat or about nothing. */
  'chats.writeInside': (input: {
    readonly workNumber: string
    readonly about?: string
  }) => Promise<CommandResult & { readonly chatId?: string }>
  'chats.note': (input: { readonly chatId: string; readonly text: string; readonly category?: string }) => void
  'chats.setAssociatedData': (input: { readonly chatId: string; readonly text: string }) => Promise<CommandResult>
  /** The newest `limit` messages before `before`, or of all; also of a past chat whose content is kept. */
  'chats.page': (input: {
    readonly chatId: string
    readonly before?: number
    readonly limit: number
  }) => Promise<ChatPage>
  /** Earlier conversations of the same customer on the same channel, newest first. */
  'chats.earlier': (input: {
    readonly chatId: string
    readonly before?: number
    readonly limit: number
  }) => Promise<{ readonly chats: readonly PastChat[]; readonly more: boolean }>
  /** `chatId` absent: over all. Newest first. */
  'chats.search': (input: {
    readonly text: string
    readonly chatId?: string
    readonly limit: number
  }) => Promise<readonly ChatFound[]>
}
