import type { CommandResult, Time } from './agent.ts'
import type { CallVideo, VideoRequests } from './video.ts'

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
  /** Handed over: the customer is somebody else's, or an IVR's, now. */
  | 'transferred'
  /** Joined to another call, which goes on. */
  | 'merged'
  /** A team lead took the customer over (spec/ccgateway.md 11, intercept). */
  | 'taken-over'

export type CallPhase =
  /** The platform is bringing it; nothing for the agent to decide yet. */
  | { readonly name: 'arriving' }
  | { readonly name: 'ringing'; readonly since: Time }
  | { readonly name: 'dialling'; readonly since: Time; readonly farSideRings: boolean }
  | { readonly name: 'talking'; readonly since: Time; readonly muted: boolean }
  | { readonly name: 'held'; readonly since: Time }
  | { readonly name: 'ended'; readonly at: Time; readonly reason: EndReason }

export type CallVerb =
  | 'answer'
  | 'decline'
  | 'mute'
  | 'unmute'
  | 'hold'
  /** Also swaps with the call that talks. */
  | 'retrieve'
  | 'keys'
  | 'transfer'
  /** Drops the third party of a talk or three-party transfer that is under way (spec/ccgateway.md 8.1). */
  | 'take-back'
  | 'consult'
  /** Joins a held call to the one that talks. */
  | 'conference'
  /** Sends one party of a conference or consult away. */
  | 'drop-party'
  | 'start-recording'
  | 'stop-recording'
  | 'pause-recording'
  | 'resume-recording'
  /** Also takes up the video that the far side asks for. */
  | 'start-video'
  /** Also declines it. */
  | 'stop-video'
  | 'share-screen'
  | 'stop-sharing'
  /** Three-party video only. */
  | 'set-layout'
  | 'hang-up'

/** What a call is to this agent. `assist`: asked into a colleague's call (spec/ccgateway.md 8.4). */
export type CallPart = 'main' | 'consult' | 'assist' | 'listen'

/** Somebody in the call besides the agent. */
export interface CallParty {
  /** As the platform wrote it; what `drop-party` names. */
  readonly number: string
  readonly kind: 'customer' | 'agent' | 'outside'
  readonly state: 'ringing' | 'talking' | 'held'
}

/** spec/ccgateway.md 8.3, `devicetype`. */
export type TransferKind = 'queue' | 'agent' | 'ivr' | 'access-code' | 'outside'
/** spec/ccgateway.md 8.3, `mode`: which go with which kind is `transferModes` of main/calls/transfer.ts and no others. */
export type TransferMode = 'release' | 'success' | 'talk' | 'three-party' | 'suspend'

/** How a call can be handed to each kind of target; a kind that is not there, or has no mode, is not offered. */
export type TransferModes = { readonly [K in TransferKind]?: readonly TransferMode[] }

export interface TransferTarget {
  readonly kind: TransferKind
  /** Skill id, work number, access code or outside number. */
  readonly address: string
}

/** A transfer that has been accepted and is not over. */
export interface Transfer {
  readonly to: TransferTarget
  readonly mode: TransferMode
  readonly since: Time
  /** `talking`: agent and third party, the customer waits; `joined`: all three; `in-ivr`: the customer will be back. */
  readonly stage: 'asked' | 'ringing' | 'talking' | 'joined' | 'in-ivr'
}

/** As the platform's events say; absent until it has said anything (spec/ccgateway.md 10, 15.7). */
export type Recording = 'on' | 'paused' | 'off' | 'failed'

/** One conversation as the agent sees it: gateway call and SIP leg. */
export interface Call {
  /** Ours; stays the same from the first sign of the call to its end. */
  readonly id: string
  readonly direction: Direction
  /** As the platform wrote it; formatted for people where it is shown. */
  readonly number: string
  readonly name?: string
  readonly queue?: string
  readonly part: CallPart
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
  /** Who is in it besides the agent; one for an ordinary call. */
  readonly parties: readonly CallParty[]
  readonly transfer?: Transfer
  /** Where this call can go and how, as its direction and the platform allow; there whenever `transfer` is a verb. */
  readonly transferModes?: TransferModes
  /** The transfer that came to nothing last; stays until the next one. */
  readonly transferFailed?: Pick<Transfer, 'to' | 'mode'>
  /** When the customer came back from an IVR (spec/ccgateway.md 15.2, ReturnFromIvr). */
  readonly backFromIvrAt?: Time
  readonly recording?: Recording
  /** Absent where the site or this call knows no video. */
  readonly video?: CallVideo
  /** Associated data as the platform has it (spec/ccgateway.md 9); absent until asked for. */
  readonly associatedData?: string
  /** The phone of this agent is not Earshot's own: it rings, and waits to be picked up. */
  readonly awaitsPhone?: boolean
  /** Keys sent in this call, oldest first; a secret one is there as `•`. */
  readonly keysSent?: string
  /** The far side has put the agent on hold; a call of the line alone. */
  readonly heldByFarSide?: boolean
  /** The agent speaks into a muted microphone. */
  readonly speaksMuted?: boolean
  /** The platform's leg was lost, or is up without a call: told, and asked about, after two seconds. */
  readonly disagrees?: boolean
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

/**
 * A call of the SIP line alone goes to an outside number by `release` (a REFER), or by `talk` to the number of another
 * call of the line that is up (a REFER with Replaces).
 */
export interface TransferInput {
  readonly callId: string
  readonly to: TransferTarget
  readonly mode: TransferMode
  /** Outside only: the number to show. */
  readonly caller?: string
  /** Whether the customer waits while a three-party transfer is set up; true when absent. */
  readonly holdCustomer?: boolean
  /** At most 16,384 characters. */
  readonly associatedData?: string
}

/** spec/ccgateway.md 8.4. */
export interface ConsultInput {
  readonly callId: string
  readonly to: { readonly kind: 'queue' | 'agent'; readonly address: string }
  readonly mode: 'two-party' | 'three-party'
  readonly holdCustomer?: boolean
  readonly associatedData?: string
}

/** spec/ccgateway.md 8.2. */
export interface DialInput {
  readonly number: string
  /** The number to show; the platform's own when absent. */
  readonly caller?: string
  /** The queue the call is booked on. */
  readonly queueId?: number
  readonly associatedData?: string
  /** With the camera from the start, where the other side takes it. */
  readonly video?: boolean
}

export interface InsideInput {
  readonly to: { readonly kind: 'queue' | 'agent'; readonly address: string }
  readonly associatedData?: string
}

export interface CallsRequests extends VideoRequests {
  /** `video`: with the camera; absent is without. */
  'calls.answer': (input: { readonly callId: string; readonly video?: boolean }) => Promise<CommandResult>
  'calls.decline': (input: { readonly callId: string; readonly mode: DeclineMode }) => Promise<CommandResult>
  'calls.mute': (input: { readonly callId: string; readonly muted: boolean }) => Promise<CommandResult>
  'calls.hangUp': (input: { readonly callId: string }) => Promise<CommandResult>
  'calls.hold': (input: { readonly callId: string }) => Promise<CommandResult>
  /** Swaps when another call talks. */
  'calls.retrieve': (input: { readonly callId: string }) => Promise<CommandResult>
  /** 1 to 24 of `0-9*#`. `secret`: what was sent is not shown or kept. */
  'calls.keys': (input: {
    readonly callId: string
    readonly keys: string
    readonly secret: boolean
  }) => Promise<CommandResult>
  'calls.transfer': (input: TransferInput) => Promise<CommandResult>
  'calls.takeBack': (input: { readonly callId: string }) => Promise<CommandResult>
  'calls.consult': (input: ConsultInput) => Promise<CommandResult>
  /** Joins this held call to the one that talks. */
  'calls.conference': (input: { readonly callId: string }) => Promise<CommandResult>
  'calls.dropParty': (input: { readonly callId: string; readonly number: string }) => Promise<CommandResult>
  'calls.record': (input: {
    readonly callId: string
    readonly action: 'start' | 'stop' | 'pause' | 'resume'
  }) => Promise<CommandResult>
  'calls.setAssociatedData': (input: { readonly callId: string; readonly text: string }) => Promise<CommandResult>
  'calls.dial': (input: DialInput) => Promise<CommandResult>
  'calls.callInside': (input: InsideInput) => Promise<CommandResult>
  /** A colleague's ringing call (spec/ccgateway.md 8.1, `snatchpickup`). */
  'calls.pickUp': (input: { readonly workNumber: string }) => Promise<CommandResult>
  'calls.missedSeen': (input: undefined) => void
}
