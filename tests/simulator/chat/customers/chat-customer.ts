import type { ChannelName } from '../channels.ts'
import type { ChatEnd, ChatMessage, ChatPhase } from '../model.ts'
import type { Step } from './script.ts'
import type { Sendable } from './sendable.ts'

export interface ChatCustomerOptions {
  /** WEB unless said otherwise. */
  readonly channel?: ChannelName
  readonly name?: string
  /** 1 to 24 characters (spec/media-and-services.md 3.2); an e-mail address for EMAIL. */
  readonly id?: string
}

/** How a conversation begins. */
export interface Opening {
  /** Before anybody is there. */
  readonly says?: string
  /** What customer and robot said to each other first, in turn, the customer beginning. */
  readonly robot?: readonly string[]
  /** How long that takes; nobody is asked before it is over. */
  readonly robotMs?: number
  /** `when-asked`: with the robot until `asksForAgent` (TRANS2AGENT, spec/media-and-services.md 3.2). */
  readonly agent?: 'at-once' | 'when-asked'
  /** Leaves after so long without an agent. */
  readonly patienceMs?: number
  /** Associated data. */
  readonly data?: string
  /** What they do by themselves. */
  readonly script?: readonly Step[]
}

/** Somebody who types. */
export interface ChatCustomer {
  readonly id: string
  readonly name: string
  readonly channel: ChannelName
  /** Oldest first. */
  readonly chats: readonly CustomerChat[]
  writesTo(queue: string, opening?: Opening): CustomerChat
}

export type Expected = string | RegExp | ((message: ChatMessage) => boolean)

/** One conversation, from the customer's side. */
export interface CustomerChat {
  /** The platform's call id. */
  readonly id: string
  readonly customer: ChatCustomer
  readonly state: ChatPhase
  readonly end: ChatEnd | null
  /** True when an agent answered, false if it ended without. */
  readonly talking: Promise<boolean>
  readonly ended: Promise<ChatEnd>
  /** What both sides and the robot said, in the platform's order: the truth. */
  readonly transcript: readonly ChatMessage[]
  /** Everything that came to the customer, marks and endings too. */
  readonly received: readonly ChatMessage[]
  /** Answers the message as the platform has it. */
  says(text: string): ChatMessage
  sends(what: Sendable): ChatMessage
  /** The same words with a number behind them, so often, that far apart. */
  pours(text: string, times: number, everyMs: number): Promise<void>
  types(): void
  /** The agents' messages named, or all that have come. */
  reads(...ids: readonly string[]): void
  leaves(): void
  asksForAgent(): void
  /** The next message from an agent that fits and was not waited for before. */
  expects(what: Expected, timeoutMs?: number): Promise<ChatMessage>
  /** Does these one after another; resolves after the last. */
  plays(script: readonly Step[]): Promise<void>
  /** What the platform does with it. */
  timesOut(): void
  endedByPlatform(): void
  /** Back to its queue, and not to the agent who has it. */
  takenAway(): void
}
