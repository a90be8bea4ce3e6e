import type { Chats } from '../chat/model.ts'
import type { Journal } from '../journal/journal.ts'
import type { LegEnd, PhoneLeg, SipSide } from '../sip/sip-side.ts'
import type { Agent, Callee, PlatformCall } from './call-model.ts'
import type { End } from './media/end.ts'
import type { Exchange } from './media/exchange.ts'
import type { Behaviour, Timeouts } from './settings.ts'

export type * from './call-model.ts'

/** spec/ccgateway.md 16.1; `signed-out` is its 2. */
export type StateName = 'signed-out' | 'idle' | 'busy' | 'rest' | 'wrap-up' | 'talking'

/** What is special about an agent's sign-in (spec/ccgateway.md 3.1, 17). */
export type Fate =
  | 'password-to-change'
  | 'phone-out-of-range'
  | 'not-forcible'
  | 'locked'
  | 'signed-in-elsewhere'
  | 'no-voice'
  | 'no-chat'

export interface Queue {
  readonly id: number
  readonly name: string
  /** The number customers dial for it. */
  readonly accessCode: string
  /** Of a queue of chats (spec/ccgateway.md 16.5); absent: calls, 5. */
  readonly mediaType?: 51 | 53
  /** maxAgentWrapupTime (spec/ccgateway.md 6); none: no limit. */
  readonly maxWrapUpMs?: number
}

/** The fields of a sign-in that shape its session (spec/ccgateway.md 3.1). */
export interface SignInParameters {
  readonly phoneNumber: string
  readonly autoAnswer: boolean
  readonly autoEnterIdle: boolean
  readonly releasePhone: boolean
  /** 3 busy, 4 idle, 5 wrap-up. */
  readonly status: 3 | 4 | 5
  /** `checkInWebm`: signed in to the multimedia server as well. */
  readonly webm?: boolean
  /** agenttype 11. */
  readonly videoAgent?: boolean
}

/** spec/ccgateway.md 16.7, as far as they happen here. */
export type SessionEnd = 'asked' | 'taken-over' | 'by-inspector' | 'silent'

export interface Session {
  readonly parameters: SignInParameters
  readonly loginTime: number
  /** No calls without a skill queue signed in to (spec/ccgateway.md 3.1). */
  skills: ReadonlySet<number>
  /** May be changed in the session (spec/ccgateway.md 3.8). */
  autoAnswer: boolean
  autoEnterIdle: boolean
  readonly deliver: (eventType: string, content: unknown) => void
  readonly onEnd: (why: SessionEnd) => void
}

export type Cancel = () => void

/** What an IVR does with a caller who has heard it. */
export interface Ivr {
  readonly id: number
  readonly name: string
  /** What `transfer` names it by (spec/ccgateway.md 7, `ivrinfo`). */
  readonly access: string
  /** What it says, in Hz, and for how long. */
  readonly tone: number
  readonly lastsMs: number
  /** `returns`: to the agent who suspended the call; a caller who came for good is hung up on either way. */
  readonly afterwards: 'returns' | 'ends'
}

/** The platform's connection to an agent's phone: a SIP leg, or a telephone elsewhere. */
export interface AgentLine {
  readonly end: End
  /** Of a softphone. */
  readonly dialog: PhoneLeg | null
  readonly answered: Promise<boolean>
  readonly ended: Promise<LegEnd>
  hangUp(): void
}

/** A telephone that can be rung: an agent's mobile or desk phone (design/product.md, phone mode). */
export interface Telephone {
  ring(from: { readonly number: string; readonly name?: string }): AgentLine
}

/** Somebody in a queue, and what is done with the agent who comes free. */
export interface Waiting {
  readonly call: PlatformCall
  readonly queue: Queue
  readonly since: number
  /** Who hands it over. */
  readonly except?: Agent
  readonly serve: (agent: Agent) => void
}

/** What the rest tells of agents to those who watch over them (spec/ccgateway.md 11). */
export interface QualityControl {
  conversationOver(agent: Agent): void
  came(agent: Agent): void
  gone(agent: Agent): void
}

export interface Platform {
  readonly agents: ReadonlyMap<string, Agent>
  readonly queues: readonly Queue[]
  readonly ivrs: readonly Ivr[]
  /** In the order they will be served. */
  readonly waiting: Waiting[]
  /** Live ones and, for questions about them, those that ended; by each id an agent knows them by. */
  readonly calls: Map<string, PlatformCall>
  readonly live: Set<PlatformCall>
  readonly exchange: Exchange
  readonly sip: SipSide
  readonly journal: Journal
  readonly timeouts: Timeouts
  readonly behaviour: Behaviour
  readonly after: (ms: number, run: () => void) => Cancel
  /** How many of those have not run. */
  readonly pending: () => number
  readonly callee: (number: string) => Callee | null
  readonly telephone: (number: string) => Telephone | null
  /** Brings waiting calls to idle agents; called whenever either may have come. */
  dispatch: () => void
  qualityControl: QualityControl
  readonly chats: Chats
}
