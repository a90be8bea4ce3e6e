import type { CallVerb, LineFact, MissedCall, Time, Transfer, VideoLayout } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'
import type { CallSite, Inspecting } from './state.ts'

export type AskedVerb = Exclude<CallVerb, 'keys'>

/** Verbs that have no event of their own: the gateway's yes is all there is (spec/ccgateway.md 8.1, 10). */
export type ConfirmedVerb = 'mute' | 'unmute' | 'pause-recording' | 'resume-recording' | 'transfer' | 'set-layout'

/** What the gateway has for this agent when asked after a reconnection. */
export interface PresentCall {
  readonly callId: string
  readonly caller: string
  readonly called: string
  readonly queue?: string
  readonly feature: number
}

/** Another call of the agent's, beside the current one. */
export interface OtherCall extends PresentCall {
  /** Somebody has answered it (spec/ccgateway.md 9, `begintime`). */
  readonly answered: boolean
}

/** All that the gateway has for this agent (spec/ccgateway.md 9); what it did not answer is null. */
export interface WholePicture {
  readonly gatewayIds: readonly string[]
  /** Which of ours (by our id) it was asked of. */
  readonly askedOf: readonly string[]
  /** Those of ours that no event has changed since it was asked. */
  readonly unchanged: readonly string[]
  readonly heldIds: readonly string[] | null
  /** Those that we had not heard of. */
  readonly others: readonly OtherCall[]
  /** Everybody in the current call. */
  readonly remoteNumbers: readonly string[] | null
}

export type CallsEvent =
  | { readonly type: 'gateway'; readonly event: GatewayEvent }
  | { readonly type: 'line'; readonly fact: LineFact; readonly at: Time }
  /** After a reconnection: what is true now. */
  | {
      readonly type: 'present'
      readonly call: PresentCall | null
      readonly talking: boolean
      /** Absent: the current call is all that was asked about. */
      readonly all?: WholePicture
      readonly at: Time
    }
  | {
      readonly type: 'asked'
      readonly id: string
      readonly verb: AskedVerb
      readonly transfer?: Pick<Transfer, 'to' | 'mode'>
    }
  /** The gateway said yes to a verb that has no event of its own. */
  | { readonly type: 'confirmed'; readonly id: string; readonly verb: ConfirmedVerb; readonly at?: Time }
  | {
      readonly type: 'failed'
      readonly id: string
      readonly verb: CallVerb
      readonly reason: string
      readonly retcode?: string
      /** Only this asking of it; absent: whichever is pending. */
      readonly ask?: number
      readonly at: Time
    }
  /** Answered with video. */
  | { readonly type: 'video-wanted'; readonly id: string }
  /** Declined, or already so: nobody needs to be asked. */
  | { readonly type: 'video-settled'; readonly id: string; readonly verb: 'start-video' | 'stop-video' }
  | { readonly type: 'layout'; readonly id: string; readonly layout: VideoLayout }
  | { readonly type: 'keys-accepted'; readonly id: string; readonly keys: string; readonly secret: boolean }
  /** The agent dials: through the gateway, or on a dialog of the line's own. */
  | {
      readonly type: 'dialled'
      readonly number: string
      readonly dialogId?: string
      readonly inside?: boolean
      readonly video?: boolean
      readonly at: Time
    }
  /** The gateway accepted the callout and named the call. */
  | { readonly type: 'named'; readonly id: string; readonly gatewayId: string }
  /** The gateway accepted a consult and named the call to the colleague. */
  | {
      readonly type: 'consulting'
      readonly id: string
      readonly gatewayId: string
      readonly address: string
      /** Three-party: the colleague comes into the customer's call. */
      readonly joins?: boolean
      readonly at: Time
    }
  /** The callout was refused: no such call came to be. */
  | { readonly type: 'not-dialled'; readonly id: string; readonly wrongNumber: boolean; readonly at: Time }
  | { readonly type: 'associated-data'; readonly gatewayId: string; readonly text: string }
  | ({ readonly type: 'signed-in' } & CallSite)
  | { readonly type: 'signed-out'; readonly at: Time }
  | { readonly type: 'accepting'; readonly accepting: boolean }
  | { readonly type: 'inspecting'; readonly voice: 'none' | Inspecting; readonly at: Time }
  | { readonly type: 'missed-seen' }
  /** What the history has of this agent's missed calls; one that was missed since may not be among them. */
  | { readonly type: 'missed-known'; readonly missed: readonly MissedCall[]; readonly since: Time }
  | { readonly type: 'time'; readonly at: Time }
