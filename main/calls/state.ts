import type {
  Call,
  CallPart,
  CallParty,
  CallVerb,
  CallVideo,
  Direction,
  MissedCall,
  Time,
  Transfer,
  VideoLayout,
} from '#contract'

type Derived = 'verbs' | 'video' | 'parties' | 'pending' | 'transferModes' | 'awaitsPhone' | 'disagrees'

/** A verb that was sent and has not been settled; `ask` tells a later asking of the same verb from this one. */
export interface Asked {
  readonly verb: CallVerb
  readonly ask: number
}

export interface CallEnds {
  readonly caller: string
  readonly called: string
}

export type VideoWanted = 'once-talking' | 'now'

/** A call with what the windows need not know. */
export interface LiveCall extends Omit<Call, Derived> {
  /** The platform's call id, once it is known; absent for a call of the SIP line alone. */
  readonly gatewayId?: string
  /** Other ids the platform uses for it: the id a consult had before it became a conference. */
  readonly alsoKnownAs?: readonly string[]
  /** The call's own dialog; absent for the platform's calls, which all share its one leg to this softphone. */
  readonly dialogId?: string
  /** Both ends, as the platform's first word of it wrote them; one that is not known is empty. */
  readonly ends?: CallEnds
  readonly queueId?: number
  /** Survives hold and retrieve. */
  readonly muted: boolean
  /** spec/ccgateway.md 16.4. */
  readonly feature?: number
  /** Everybody in it besides the agent where that is not simply the one with the call's number. */
  readonly others?: readonly CallParty[]
  /** Oldest first. */
  readonly asked: readonly Asked[]
  /** Ours, of the call that a consult is about. */
  readonly about?: string
  /** A transfer whose acceptance is not known yet. */
  readonly transferAsked?: Pick<Transfer, 'to' | 'mode'>
  /** The platform has said that a transfer succeeded (spec/ccgateway.md 15.2, SuccTransResult). */
  readonly handedOver?: true
  /** The release that is still to come of a leg that has been joined to another one; it means nothing more. */
  readonly mergedLeg?: string
  /** It ended while it was being joined to another call. */
  readonly joining?: true
  /** The agent's phone rings and the platform has not said for whom. */
  readonly nameless?: true
  /** Whether it began as a video call, by the platform's word (spec/ccgateway.md 16.6); absent where it says nothing. */
  readonly videoCall?: boolean
  /** The agent is to be seen in this call: now, or as soon as it talks. */
  readonly videoWanted?: VideoWanted
  readonly layout?: VideoLayout
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
  /** By a re-INVITE of ours. */
  readonly held?: boolean
  /** The platform has let go of it, and its BYE or CANCEL is on its way. */
  readonly released?: boolean
  /** Its INVITE did. */
  readonly offersVideo?: boolean
  readonly video?: {
    /** What both sides have agreed on. */
    readonly sends: boolean
    readonly receives: boolean
    readonly source: CallVideo['sending']
    /** The far side offers it, and the agent has not decided. */
    readonly asked: boolean
  }
}

/** What of the site and the sign-in decides about calls. */
export interface CallSite {
  /** With a gateway the platform says what a leg is for; without one every INVITE is a call. */
  readonly gateway: boolean
  /** `other`: the platform rings a phone that is not Earshot's (absent: Earshot's own). */
  readonly phone?: 'softphone' | 'other'
  /** The leg stays up between calls (`releasephone=false`, spec/ccgateway.md 3.1). */
  readonly alwaysOffHook?: boolean
  /** Agents may record by themselves (spec/ccgateway.md 10, `IF_ENABLE_AGENT_SELFRECORD`). */
  readonly recording?: boolean
  /** The site has video calls; with a gateway it takes a video agent (spec/ccgateway.md 12). */
  readonly video?: boolean
}

/** `speaking`: whispering or barged in, by the platform's word; `taking-over`: the conversation is to be their own. */
export type Inspecting = 'listening' | 'speaking' | 'taking-over'

export interface CallsState extends CallSite {
  /** Softphone only: whether the agent takes calls at all. */
  readonly accepting: boolean
  readonly calls: readonly LiveCall[]
  readonly dialogs: readonly Dialog[]
  /** Until when an INVITE is expected from the platform, by announcement or for the agent's own callout. */
  readonly legExpectedUntil: Time | null
  /** This agent is in a colleague's conversation as a team lead: a leg without a call is right (spec/ccgateway.md 11). */
  readonly inspecting: false | Inspecting
  /** A team lead listens in, or more. */
  readonly inspected: boolean
  /** The agent's other phone rings. */
  readonly phoneRings: boolean
  readonly lastEnded: LiveCall | null
  /** Platform call ids that are over; a late or repeated event about one of them changes nothing. */
  readonly endedIds: readonly string[]
  /** The agent has been out of call handling since the last offer began. */
  readonly settled: boolean
  /** Those of `endedIds` that the offer now beginning may be of: the platform keeps the id of a call it offers again. */
  readonly mayReturn: readonly string[]
  /** Those of `endedIds` that went back to their queue while the agent had other calls, and may come again any time. */
  readonly returning: readonly string[]
  /** Those of `endedIds` that the agent handed on, and that somebody may hand back. */
  readonly handedOn: readonly string[]
  readonly missed: readonly MissedCall[]
  readonly made: number
  readonly asks: number
  /** Since when gateway and leg have been telling different things; `told` once the agent has been told. */
  readonly disagreement: { readonly since: Time; readonly told: boolean; readonly askedAt: Time | null } | null
}

export const NO_CALLS: CallsState = {
  gateway: true,
  accepting: true,
  calls: [],
  dialogs: [],
  legExpectedUntil: null,
  inspecting: false,
  inspected: false,
  phoneRings: false,
  lastEnded: null,
  endedIds: [],
  settled: false,
  mayReturn: [],
  returning: [],
  handedOn: [],
  missed: [],
  made: 0,
  asks: 0,
  disagreement: null,
}

/** Rule 3: how long an unannounced INVITE waits for the gateway's word. */
export const ANNOUNCEMENT_MS = 2_000
/** How long after the gateway's word its INVITE may come. */
export const LEG_MS = 10_000
/** The agent's own callout rings the softphone first; a busy platform may take its time. */
export const CALLOUT_LEG_MS = 30_000
/** How long gateway and leg may differ before the agent is told and the gateway asked. */
export const DISAGREEMENT_MS = 2_000

export interface NewCall {
  readonly direction: Direction
  readonly number: string
  readonly name?: string
  readonly queue?: string
  readonly ends?: CallEnds
  readonly gatewayId?: string
  readonly dialogId?: string
  readonly feature?: number
  readonly part?: CallPart
  readonly about?: string
  readonly nameless?: true
  readonly videoCall?: boolean
  readonly videoWanted?: VideoWanted
}
