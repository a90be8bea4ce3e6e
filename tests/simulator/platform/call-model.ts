import type { PhoneLeg, SipAccount, Source } from '../sip/sip-side.ts'
import type { End, TelephoneEnd } from './media/end.ts'
import type { Room } from './media/room.ts'
import type { AgentLine, Cancel, Fate, Queue, Session, StateName } from './model.ts'

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
  /** Waits for approval (spec/ccgateway.md 6: a rest "may need approval"). */
  askedRest: { readonly reason: number; readonly seconds: number } | null
  /** One for each call the agent is in, oldest first; at most one of them talks. */
  readonly shares: Share[]
  lastCall: PlatformCall | null
  /** What there was since the agent was last free, for what comes after it. */
  past: { readonly talked: boolean; readonly queue: Queue | null }
  leg: { readonly line: AgentLine; up: boolean } | null
  inspecting: Inspection | null
  /** Those who inspect this agent. */
  readonly inspections: Inspection[]
  /** Whose coming and going this agent hears of, by work number. */
  readonly monitored: Set<string>
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
  /** Somebody else outside, with whom an agent left them. */
  | 'other-hung-up'

export type CallPhase = 'ivr' | 'queued' | 'offering' | 'ringing' | 'dialling' | 'talking' | 'held' | 'ended'

/** Somebody outside in a call: a customer, or whoever else was dialled. */
export interface Party extends TelephoneEnd {
  readonly number: string
  readonly name?: string
  readonly onPhase: (phase: CallPhase, end: CallEnd | null) => void
  /** A mirror instead: whoever looks sees themselves. */
  readonly camera?: boolean
  /** Keys that somebody in the call pressed (`seconddialex`). */
  readonly onKeys: (keys: string) => void
}

/** What happens when a number is dialled. */
export interface Callee {
  readonly whenCalled: 'answers' | 'busy' | 'no-answer'
  readonly ringMs: number
  /** A new call at this telephone; called once for each attempt that rings. */
  readonly open: (id: string, hangUp: (party: Party) => void, leg: (party: Party) => PhoneLeg | null) => Party
}

/** spec/ccgateway.md 16.4, as far as they happen here. */
export type Feature = 0 | 6 | 7 | 51 | 52

/** `away`: the customer is in an IVR and will be back (spec/ccgateway.md 8.3, suspend). */
export type ShareState = 'offering' | 'ringing' | 'dialling' | 'talking' | 'held' | 'away'

/** What becomes of a call that an agent was asked to take. */
export interface Outcome {
  /** It asks to be answered. */
  readonly rings?: () => void
  readonly taken: (share: Share) => void
  readonly lost: () => void
}

/** One agent's part in one call. */
export interface Share {
  readonly agent: Agent
  /** Another one after calls were joined. */
  call: PlatformCall
  /** By which this agent knows it. */
  readonly callId: string
  readonly part: 'main' | 'assistant'
  readonly feature: Feature
  /** As the agent is told; those of agents begin with `a` (spec/ccgateway.md 15.2). */
  readonly caller: string
  readonly called: string
  state: ShareState
  /** beginmute: nobody hears the agent (spec/ccgateway.md 8.1). */
  muted: boolean
  recording: { state: 'off' | 'on' | 'paused'; since: number }
  talked: boolean
  /** Ends the ringing. */
  timer: Cancel | null
  readonly outcome: Outcome
}

/** What an agent has begun with a call and that is not over (spec/ccgateway.md 8.3, 8.4). */
export interface Undertaking {
  readonly by: Share
  readonly kind: 'success' | 'talk' | 'three-party' | 'help'
  /** Somebody outside who was dialled and has answered. */
  third: Party | null
  /** Stops whatever rings; what the agent is told of it is the caller's business. */
  readonly withdraw: () => void
  /** Tells the agent that it came to nothing. */
  readonly failed: () => void
}

export type InspectionKind = 'listen' | 'insert' | 'whisper'

/** One agent as an inspector of another one (spec/ccgateway.md 11). */
export interface Inspection {
  readonly by: Agent
  readonly of: Agent
  kind: InspectionKind
  /** The inspector's phone is there. */
  begun: boolean
}

/** 0 equal, 1 customer, 2 agent, 3 third party (spec/ccgateway.md 12). */
export type VideoMode = 0 | 1 | 2 | 3

export interface PlatformCall {
  readonly id: string
  readonly feature: Feature
  readonly caller: string
  readonly called: string
  queue: Queue | null
  readonly room: Room
  /** What it was made as, and whether there is a picture in it now (spec/ccgateway.md 12). */
  began: 'voice' | 'video'
  picture: boolean
  layout: VideoMode
  /** Those outside, the customer first; none in a call between agents. */
  readonly parties: Party[]
  readonly shares: Share[]
  /** Waits while the agent talks to somebody else in the same call. */
  waits: Party | null
  /** What an IVR says to whoever is outside. */
  announcement: Source | null
  /** The sound each end hears alone, so that it goes on where it was. */
  readonly alone: Map<End, Source>
  under: Undertaking | null
  /** The held call this one is a consultation about. */
  consultFor: Share | null
  /** Who handed it over, as Ringing says it. */
  transferFrom: string
  readonly arrivedAt: number
  phase: CallPhase
  /** The platform's 65535 is "none" (sample in spec/ccgateway.md 15.2). */
  lastReleaseAgent: string | null
  requeued: number
  beginTime: number | null
  endTime: number | null
  data: string
  timer: Cancel | null
}
