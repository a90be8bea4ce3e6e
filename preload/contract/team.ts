import type { CommandResult, Time } from './agent.ts'

/** Which of the team's screens and verbs exist for this agent (spec/ccgateway.md 7, `iscensor` and its family). */
export interface Rights {
  /** Listen, whisper, barge in, take over, force. */
  readonly inspect: boolean
  /** Hear at once who of the team comes and goes. */
  readonly monitor: boolean
  /** This and `callOut` hold until the platform says no. */
  readonly pickUp: boolean
  /** Numbers outside; colleagues and queues are called without it. */
  readonly callOut: boolean
}

/** `listen`: hears both, heard by nobody; `whisper`: heard by the agent alone; `barge`: heard by both. */
export type InspectionKind = 'listen' | 'whisper' | 'barge'

export type InspectionVerb = InspectionKind | 'take-over' | 'stop'

/** What this team lead is in, by the platform's word (spec/ccgateway.md 11). */
export interface Inspection {
  readonly workNumber: string
  readonly name: string
  /** Confirmed last; what was asked for while it is not under way. */
  readonly kind: InspectionKind
  /** `asked`: nothing has been heard of it; `connecting`: the own phone is being brought in. */
  readonly stage: 'asked' | 'connecting' | 'under-way'
  /** Of the stage. */
  readonly since: Time
  /** Sent and not yet confirmed. */
  readonly pending?: InspectionVerb
  /**
   * The platform has named the conversation, which `forcedropcall` takes and nothing else: it does so to whoever joins in
   * (spec/ccgateway.md 11, Talking), and it stays known when they listen or whisper after that.
   */
  readonly canRelease: boolean
}

/** Somebody listens to this agent, or more. */
export interface ListenedTo {
  readonly how: InspectionKind | 'unknown'
  /** A work number. */
  readonly by?: string
  readonly since: Time
}

/** A note or bulletin that came; all but its kind may be missing (spec/ccgateway.md 14, 19). */
export interface Message {
  readonly id: string
  readonly kind: 'note' | 'bulletin'
  readonly at: Time
  readonly from?: string
  readonly fromName?: string
  readonly text?: string
  readonly seen: boolean
}

/** A monitored agent came or went (spec/ccgateway.md 15.6, QC_AgentState_Notify). */
export interface SeenAgent {
  readonly workNumber: string
  readonly present: boolean
  readonly at: Time
}

export interface Team {
  readonly rights: Rights
  readonly inspection: Inspection | null
  /** Null also where the profile says that it is not told (`tellWhenListenedTo`). */
  readonly listenedTo: ListenedTo | null
  /** Newest first. */
  readonly messages: readonly Message[]
  /** One for each agent, the latest. */
  readonly seen: readonly SeenAgent[]
}

export type Force =
  | { readonly state: 'busy' | 'idle' | 'sign-out' }
  | { readonly state: 'rest'; readonly seconds: number; readonly reason: number }

export interface TeamRequests {
  'team.inspect': (input: {
    readonly workNumber: string
    readonly name: string
    readonly kind: 'listen' | 'barge'
  }) => Promise<CommandResult>
  'team.turnTo': (input: { readonly kind: InspectionKind }) => Promise<CommandResult>
  /** The customer becomes this team lead's own. */
  'team.takeOver': (input: undefined) => Promise<CommandResult>
  'team.stop': (input: undefined) => Promise<CommandResult>
  /** Ends the conversation that is inspected, for everybody in it. */
  'team.release': (input: undefined) => Promise<CommandResult>
  'team.force': (input: { readonly workNumber: string; readonly to: Force }) => Promise<CommandResult>
  /** Whose coming and going is to be told at once; none: of nobody. */
  'team.monitor': (input: { readonly workNumbers: readonly string[] }) => Promise<void>
  /** To work numbers. */
  'team.sendNote': (input: { readonly to: readonly string[]; readonly text: string }) => Promise<CommandResult>
  /** To a group or a queue, by its name; at most 900 characters (spec/ccgateway.md 14). */
  'team.publish': (input: {
    readonly to: 'group' | 'queue'
    readonly name: string
    readonly text: string
  }) => Promise<CommandResult>
  'team.messagesSeen': (input: undefined) => void
}
