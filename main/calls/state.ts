import type { Call, DeclineMode, Direction, LineFact, MissedCall, Time } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'

/** A call with what the windows need not know. */
export interface LiveCall extends Omit<Call, 'verbs'> {
  /** The platform's call id, once it is known; absent for a call of the SIP line alone. */
  readonly gatewayId?: string
  /** The call's own dialog; absent for the platform's calls, which all share its one leg to this softphone. */
  readonly dialogId?: string
  /** Survives hold and retrieve. */
  readonly muted: boolean
}

/**
 * What is to be done with an INVITE: `wait` for the gateway's word (rule 3), `take` it (rules 1, 3 and 4), let it
 * `ring` for the agent, or `refuse` it.
 */
export type Disposition = 'wait' | 'take' | 'ring' | 'refuse'

/** One SIP dialog as the phone window reports it. */
export interface Dialog {
  readonly id: string
  readonly number: string
  readonly name?: string
  readonly since: Time
  readonly disposition: Disposition
  readonly established: boolean
  /** The platform has let go of it, and its BYE or CANCEL is on its way. */
  readonly released?: boolean
}

export interface CallsState {
  /** With a gateway the platform says what a leg is for; without one every INVITE is a call. */
  readonly gateway: boolean
  /** Softphone only: whether the agent takes calls at all. */
  readonly accepting: boolean
  readonly calls: readonly LiveCall[]
  readonly dialogs: readonly Dialog[]
  /** Until when an INVITE is expected from the platform, by announcement or for the agent's own callout. */
  readonly legExpectedUntil: Time | null
  readonly lastEnded: LiveCall | null
  /** Platform call ids that are over; a late or repeated event about one of them changes nothing. */
  readonly endedIds: readonly string[]
  /** The agent has been out of call handling since the last offer began. */
  readonly settled: boolean
  /** Those of `endedIds` that the offer now beginning may be of: the platform keeps the id of a call it offers again. */
  readonly mayReturn: readonly string[]
  readonly missed: readonly MissedCall[]
  readonly made: number
}

export type AskedVerb = 'answer' | 'decline' | 'mute' | 'unmute' | 'hang-up'

/** What the gateway has for this agent when asked after a reconnection. */
export interface PresentCall {
  readonly callId: string
  readonly caller: string
  readonly called: string
  readonly queue?: string
  readonly feature: number
}

export type CallsEvent =
  | { readonly type: 'gateway'; readonly event: GatewayEvent }
  | { readonly type: 'line'; readonly fact: LineFact; readonly at: Time }
  /** After a reconnection: what is true now. */
  | { readonly type: 'present'; readonly call: PresentCall | null; readonly talking: boolean; readonly at: Time }
  | { readonly type: 'asked'; readonly id: string; readonly verb: AskedVerb; readonly mode?: DeclineMode }
  /** The gateway said yes to a verb that has no event of its own (mute, spec/ccgateway.md 8.1). */
  | { readonly type: 'confirmed'; readonly id: string; readonly verb: 'mute' | 'unmute' }
  | {
      readonly type: 'failed'
      readonly id: string
      readonly verb: AskedVerb
      readonly reason: string
      readonly retcode?: string
      readonly at: Time
    }
  /** The agent dials: through the gateway, or on a dialog of the line's own. */
  | { readonly type: 'dialled'; readonly number: string; readonly dialogId?: string; readonly at: Time }
  /** The gateway accepted the callout and named the call. */
  | { readonly type: 'named'; readonly id: string; readonly gatewayId: string }
  /** The callout was refused: no such call came to be. */
  | { readonly type: 'not-dialled'; readonly id: string; readonly wrongNumber: boolean; readonly at: Time }
  | { readonly type: 'signed-in'; readonly gateway: boolean }
  | { readonly type: 'signed-out'; readonly at: Time }
  | { readonly type: 'accepting'; readonly accepting: boolean }
  | { readonly type: 'missed-seen' }
  /** What the history has of this agent's missed calls; one that was missed since may not be among them. */
  | { readonly type: 'missed-known'; readonly missed: readonly MissedCall[]; readonly since: Time }
  | { readonly type: 'time'; readonly at: Time }

export const NO_CALLS: CallsState = {
  gateway: true,
  accepting: true,
  calls: [],
  dialogs: [],
  legExpectedUntil: null,
  lastEnded: null,
  endedIds: [],
  settled: false,
  mayReturn: [],
  missed: [],
  made: 0,
}

/** Rule 3: how long an unannounced INVITE waits for the gateway's word. */
export const ANNOUNCEMENT_MS = 2_000
/** How long after the gateway's word its INVITE may come. */
export const LEG_MS = 10_000
/** The agent's own callout rings the softphone first; a busy platform may take its time. */
export const CALLOUT_LEG_MS = 30_000

export interface NewCall {
  readonly direction: Direction
  readonly number: string
  readonly name?: string
  readonly queue?: string
  readonly gatewayId?: string
  readonly dialogId?: string
}
