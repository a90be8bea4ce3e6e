import type { Agent, Cancel, Queue } from '../platform/model.ts'
import type { ChannelName } from './channels.ts'
import type { ChatBehaviour } from './settings.ts'

/** spec/media-and-services.md 2.4. */
export const mediaKinds = [
  'TEXT',
  'IMAGE',
  'AUDIO',
  'VIDEO',
  'LOCATE',
  'DOCUMENT',
  'FILE',
  'FILE_IMAGE',
  'FILE_VIDEO',
  'WEBCARD',
  'EMAIL',
] as const
export type MediaKind = (typeof mediaKinds)[number]

/** spec/media-and-services.md 2.4. */
export type ControlType = 'CONNECT' | 'CHAT' | 'TRANS2AGENT' | 'INPUT' | 'DISCONNECT' | 'READ'

/** spec/media-and-services.md 3.2. */
export type SourceType = 'CUSTOMER' | 'AGENT' | 'ROBOT' | 'SYSTEM'

/** One message as the platform has it; the wires say it in their own ways. */
export interface ChatMessage {
  /** The sender's own: `messageId` of a customer's, `messageCode` of an agent's. */
  readonly id: string
  readonly controlType: ControlType
  readonly mediaType: string
  readonly content: string
  readonly sourceType: SourceType
  /** User id, work number, or the channel's configuration. */
  readonly from: string
  readonly nickname: string
  readonly at: number
  /** Of a DISCONNECT where the site is asynchronous (spec/media-and-services.md 2.5). */
  readonly isOfflineStatus?: boolean
  /** What else stands in it, as of an e-mail. */
  readonly more?: Readonly<Record<string, unknown>>
}

export type ChatEnd =
  | 'customer-left'
  | 'agent-ended'
  | 'rejected'
  | 'timed-out'
  | 'ended-by-platform'
  /** A colleague did not want an inner chat, or did not answer it. */
  | 'not-answered'

export type ChatPhase = 'robot' | 'queued' | 'ringing' | 'talking' | 'ended'

/** Where a customer writes and reads; the platform's side of it. */
export interface Correspondent {
  readonly receive: (message: ChatMessage) => void
  readonly onPhase: (phase: ChatPhase, end: ChatEnd | null) => void
}

/** What becomes of a chat that an agent was asked to take. */
export interface ChatOutcome {
  readonly taken: () => void
  readonly lost: () => void
}

/** One agent's part in one chat. */
export interface ChatShare {
  readonly agent: Agent
  readonly chat: PlatformChat
  /** `calling`: asks a colleague, who has not answered. */
  state: 'ringing' | 'calling' | 'talking'
  readonly transferFrom: string
  readonly outcome: ChatOutcome
  /** Ends the ringing. */
  timer: Cancel | null
}

export interface PlatformChat {
  readonly id: string
  /** Null between agents. */
  readonly channel: ChannelName | null
  readonly mediaType: 51 | 53
  readonly feature: 0 | 6
  readonly caller: string
  readonly called: string
  readonly nickname: string
  queue: Queue | null
  /** Null between agents. */
  readonly customer: Correspondent | null
  readonly shares: ChatShare[]
  /** Everything that was said, in the platform's order: the truth that others are compared with. */
  readonly transcript: ChatMessage[]
  /** Told to nobody here yet: what comes while no agent is in it. */
  readonly untold: ChatMessage[]
  readonly arrivedAt: number
  phase: ChatPhase
  end: ChatEnd | null
  requeued: number
  lastReleaseAgent: string | null
  beginTime: number | null
  endTime: number | null
  data: string
  /** Agents who let it go, and the state they have been in since: in it they are not asked again. */
  readonly passedBy: Map<Agent, Agent['state']>
  /** Stops a transfer that waits for somebody to answer. */
  handingOn: { readonly by: ChatShare; readonly withdraw: () => void } | null
  /** Counts the customer's silence. */
  silence: Cancel | null
}

/** Somebody in a queue, and what is done with the agent who comes free. */
export interface WaitingChat {
  readonly chat: PlatformChat
  readonly queue: Queue
  readonly except: Agent | null
  readonly serve: (agent: Agent) => void
}

export interface QuickReply {
  readonly id: string
  readonly content: string
}

export interface Chats {
  readonly behaviour: ChatBehaviour
  /** By call id; live ones and those that ended. */
  readonly all: Map<string, PlatformChat>
  readonly live: Set<PlatformChat>
  /** In the order they will be served. */
  readonly waiting: WaitingChat[]
  /** Every agent's parts, oldest first. */
  readonly shares: Map<Agent, ChatShare[]>
  /** Whose session is ending: they are asked nothing more. */
  readonly leaving: Set<Agent>
  /** `setcallnums`, by work number; gone with the session. */
  readonly limits: Map<string, number>
  /** Of each agent, by work number. */
  readonly quickReplies: Map<string, readonly QuickReply[]>
  /** Brings waiting chats to agents with room. */
  dispatch(): void
  /** The agent's session is over: whatever they were in goes on without them. */
  gone(agent: Agent): void
}
