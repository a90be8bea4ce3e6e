import type { Journal } from '../journal/journal.ts'
import type { PhoneLeg, SipAccount, SipSide, Source } from '../sip/sip-side.ts'
import type { Behaviour, Timeouts } from './settings.ts'

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

export interface Queue {
  readonly id: number
  readonly name: string
  /** The number customers dial for it. */
  readonly accessCode: string
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

export interface Agent {
  readonly workNumber: string
  readonly name: string
  password: string
  readonly softphone: SipAccount
  /** Configured, not signed in to. */
  readonly skills: readonly number[]
  fate: Fate | null
  session: Session | null
  state: { readonly name: StateName; readonly reason: number; readonly since: number }
  /** Asked for during a call (spec/ccgateway.md 6, "Pre-states"). */
  next: { readonly name: 'busy' | 'rest'; readonly reason: number; readonly seconds: number } | null
  call: PlatformCall | null
  lastCall: PlatformCall | null
  /** The platform's leg to the agent's softphone. */
  leg: { readonly dialog: PhoneLeg; up: boolean } | null
  /** Ends a rest or a wrap-up. */
  stateTimer: Cancel | null
}

export type CallEnd =
  | 'customer-hung-up'
  | 'customer-gave-up'
  | 'agent-hung-up'
  | 'rejected'
  | 'ended-by-platform'
  | 'phone-refused'
  | 'not-answered'

export type CallPhase = 'ivr' | 'queued' | 'offering' | 'ringing' | 'dialling' | 'talking' | 'ended'

/** The far end of a call: a customer's telephone. */
export interface Party {
  readonly number: string
  readonly name?: string
  readonly say: Source
  /** `at`: when it came, where that is known better than by now. */
  readonly hear: (frame: Int16Array, at?: number) => void
  readonly onPhase: (phase: CallPhase, end: CallEnd | null) => void
}

/** What happens when a number is dialled. */
export interface Callee {
  readonly whenCalled: 'answers' | 'busy' | 'no-answer'
  readonly ringMs: number
  /** A new call at this telephone; called once for each attempt that rings. */
  readonly open: (id: string, hangUp: () => void, leg: () => PhoneLeg | null) => Party
}

export interface PlatformCall {
  readonly id: string
  /** spec/ccgateway.md 16.4. */
  readonly feature: 0 | 7
  readonly caller: string
  readonly called: string
  readonly queue: Queue | null
  party: Party
  readonly arrivedAt: number
  phase: CallPhase
  agent: Agent | null
  /** The platform's 65535 is "none" (sample in spec/ccgateway.md 15.2). */
  lastReleaseAgent: string | null
  requeued: number
  beginTime: number | null
  endTime: number | null
  data: string
  /** beginmute: the customer does not hear the agent (spec/ccgateway.md 8.1). */
  muted: boolean
  unbridge: Cancel | null
  timer: Cancel | null
}

export interface Platform {
  readonly agents: ReadonlyMap<string, Agent>
  readonly queues: readonly Queue[]
  /** In the order they will be served. */
  readonly waiting: PlatformCall[]
  /** Live ones and, for questions about them, those that ended. */
  readonly calls: Map<string, PlatformCall>
  readonly sip: SipSide
  readonly journal: Journal
  readonly timeouts: Timeouts
  readonly behaviour: Behaviour
  readonly after: (ms: number, run: () => void) => Cancel
  readonly callee: (number: string) => Callee | null
  /** Brings waiting calls to idle agents; called whenever either may have come. */
  dispatch: () => void
}
