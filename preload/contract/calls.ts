import type { CommandResult, Time } from './agent.ts'

export type Direction = 'incoming' | 'outgoing' | 'internal'

/** Who ended it or why, in the words of the agent's day. */
export type EndReason =
  | 'agent-hung-up'
  | 'customer-hung-up'
  | 'customer-gave-up'
  | 'declined'
  | 'not-answered'
  | 'ended-by-platform'
  | 'failed'
  | 'busy'
  | 'wrong-number'
  | 'line-lost'

export type CallPhase =
  /** The platform is bringing it; nothing for the agent to decide yet. */
  | { readonly name: 'arriving' }
  | { readonly name: 'ringing'; readonly since: Time }
  | { readonly name: 'dialling'; readonly since: Time; readonly farSideRings: boolean }
  | { readonly name: 'talking'; readonly since: Time; readonly muted: boolean }
  | { readonly name: 'held'; readonly since: Time }
  | { readonly name: 'ended'; readonly at: Time; readonly reason: EndReason }

export type CallVerb = 'answer' | 'decline' | 'mute' | 'unmute' | 'hang-up'

/** One conversation as the agent sees it: gateway call and SIP leg. */
export interface Call {
  /** Ours; stays the same from the first sign of the call to its end. */
  readonly id: string
  readonly direction: Direction
  /** As the platform wrote it; formatted for people where it is shown. */
  readonly number: string
  readonly name?: string
  readonly queue?: string
  readonly phase: CallPhase
  readonly startedAt: Time
  /** First moment of talking; the call's clock runs from here. */
  readonly talkingSince?: Time
  /** What can be done now, in the order of the call bar. */
  readonly verbs: readonly CallVerb[]
  /** Sent and not yet confirmed. */
  readonly pending?: CallVerb
  /** The last command that failed; stays until the next one. */
  readonly failure?: { readonly verb: CallVerb; readonly reason: string; readonly retcode?: string }
  /** No sound has arrived from the far side for some seconds although the call is talking. */
  readonly silent?: boolean
}

export interface MissedCall {
  readonly id: string
  readonly number: string
  readonly name?: string
  readonly queue?: string
  readonly at: Time
  readonly reason: 'customer-gave-up' | 'not-answered'
  readonly seen: boolean
}

export interface Calls {
  /** Live calls first, the one in the call bar at the front; then the last one that ended. */
  readonly list: readonly Call[]
  /** Newest first. */
  readonly missed: readonly MissedCall[]
}

/**
 * The platform's two reject modes (spec/ccgateway.md 8.1): `requeue` puts the customer back into the queue and makes
 * the agent busy; `release` ends the call and leaves the agent idle.
 */
export type DeclineMode = 'requeue' | 'release'

export interface CallsRequests {
  'calls.answer': (input: { readonly callId: string }) => Promise<CommandResult>
  'calls.decline': (input: { readonly callId: string; readonly mode: DeclineMode }) => Promise<CommandResult>
  'calls.mute': (input: { readonly callId: string; readonly muted: boolean }) => Promise<CommandResult>
  'calls.hangUp': (input: { readonly callId: string }) => Promise<CommandResult>
  'calls.dial': (input: { readonly number: string }) => Promise<CommandResult>
  'calls.missedSeen': (input: undefined) => void
}
