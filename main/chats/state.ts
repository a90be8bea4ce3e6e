import type { Channel, Chat, ChatMessage, ChatSite, ChatVerb, SystemLine, Time } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'

type Derived = 'verbs' | 'waits' | 'typing' | 'pending' | 'messages'

/** A chat with what the windows need not know. */
export interface LiveChat extends Omit<Chat, Derived> {
  /** The newest ones, in the order of their places. */
  readonly messages: readonly ChatMessage[]
  /** Ids of those that are no longer in memory. */
  readonly older: ReadonlySet<string>
  /** Messages that came without a time of their own: theirs is this machine's, and no other is measured by it. */
  readonly unstamped: ReadonlySet<string>
  /** How many there are in all. */
  readonly count: number
  /** The highest place ever given. */
  readonly lastPlace: number
  /** The agent has seen everything up to here. */
  readonly seen: number
  /** The address that the platform was asked for: an access code, or the customer's. */
  readonly called: string
  readonly queueId?: number
  /** As the platform wrote them last, to be echoed. */
  readonly back: { readonly from?: string; readonly to?: string; readonly channel?: Channel }
  /** Since when a customer waits for a word; null: nobody does. */
  readonly unanswered: Unanswered | null
  /** Whom the own messages that may still fail have answered, by their keys. */
  readonly answers: Readonly<Record<string, Unanswered>>
  readonly typingUntil: Time | null
  readonly asked: ChatVerb | null
  /** Why it is about to end. */
  readonly leaving?: 'customer-left' | 'timed-out'
  /** Where it is being handed to; `sure` once the platform has taken it. */
  readonly handing?: { readonly to: string; readonly sure: boolean }
  /** Told before the first word of this agent's part: what was said to the robot stands above it. */
  readonly opening: readonly SystemLine[]
  readonly robot: boolean
}

/** What was said of a chat before it rings. */
export interface Announced {
  readonly queue?: string
  readonly queueId?: number
  readonly channel?: Channel
}

export interface Unanswered {
  readonly since: Time
  readonly for: 'first-answer' | 'reply'
}

/** An event of a text call that cannot be believed, or understood, before the platform has been asked about it. */
export interface Open {
  readonly chatId: string
  readonly events: readonly GatewayEvent[]
}

/** A chat that has left the list: a message of it that comes again is not told again. */
export interface Gone {
  readonly id: string
  readonly ids: ReadonlySet<string>
  readonly lastPlace: number
  readonly count: number
}

export interface ChatsState {
  readonly site: ChatSite
  /** Null: nobody is signed in. */
  readonly workNumber: string | null
  readonly chats: readonly LiveChat[]
  /** What was said of calls before they ring. */
  readonly announced: Readonly<Record<string, Announced>>
  readonly gone: readonly Gone[]
  /** Own messages whose chat left the list before anybody knew what became of them. */
  readonly underway: readonly ChatMessage[]
  readonly open: readonly Open[]
  /** Ids whose end was told before any beginning. */
  readonly ends: readonly string[]
  /** Messages that are new or other than they were by the last event. */
  readonly news: readonly ChatMessage[]
  /** The platform has refused marks or inner chats: neither is offered again in this session. */
  readonly refused: { readonly marks: boolean; readonly inside: boolean }
  readonly lines: number
}

export function noChats(site: ChatSite): ChatsState {
  return {
    site,
    workNumber: null,
    chats: [],
    announced: {},
    gone: [],
    underway: [],
    open: [],
    ends: [],
    news: [],
    refused: { marks: false, inside: false },
    lines: 0,
  }
}

/** Room between two places for messages that come late: twenty of them at the same spot. */
export const PLACE_STEP = 1_048_576
/** So many messages of one chat stay in memory once they are kept elsewhere. */
export const IN_MEMORY = 1_000
/** How long a customer who has been seen writing counts as writing. */
export const TYPING_MS = 6_000
/** How many chats that have left the list are remembered. */
export const GONE_KNOWN = 200
/** How many ends without a beginning are remembered. */
export const ENDS_KNOWN = 100
/** How many events of calls nobody knows wait for the platform's word. */
export const OPEN_EVENTS = 2_000
