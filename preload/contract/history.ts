import type { Time } from './agent.ts'
import type { CallPart, CallParty, Direction, EndReason, TransferTarget } from './calls.ts'

/** A call that is over, as it is kept. */
export interface PastCall {
  /** The id it had as a `Call`. */
  readonly id: string
  /** Where it stands among all: the later it began, the higher. `before` of the next search. */
  readonly place: number
  readonly direction: Direction
  /** As the platform wrote it. */
  readonly number: string
  readonly name?: string
  readonly queue?: string
  readonly part: CallPart
  readonly startedAt: Time
  readonly talkingSince?: Time
  readonly endedAt: Time
  /** Absent: Earshot ended before the call did. */
  readonly reason?: EndReason
  readonly parties: readonly Pick<CallParty, 'number' | 'kind'>[]
  readonly transferredTo?: TransferTarget
  readonly missed: boolean
  readonly note: string
}

export type HistoryFilter = 'all' | 'incoming' | 'outgoing' | 'missed' | 'internal'

export interface HistorySearch {
  /** Words that are all in number, name, queue or note, each as any part of it; empty finds everything. */
  readonly text: string
  readonly filter: HistoryFilter
  /** Only calls that stand before this place. */
  readonly before?: number
  readonly limit: number
}

export interface HistoryPage {
  /** Newest first. */
  readonly calls: readonly PastCall[]
  /** There are more behind these. */
  readonly more: boolean
}

export interface HistoryState {
  /** Counts what has happened to the history: another number, another answer to the same search. */
  readonly revision: number
  /** How long a call is kept, as the profile says; 0: until Earshot ends, and nothing on the disk. */
  readonly days: number
}

export interface HistoryRequests {
  /** Of the agent who is signed in, at this site; nobody signed in finds nothing. */
  'history.search': (input: HistorySearch) => Promise<HistoryPage>
  /** The note of a live or past call; answered when it is kept. False: there is no such call. */
  'history.note': (input: { readonly callId: string; readonly text: string }) => Promise<boolean>
  'history.noteOf': (input: { readonly callId: string }) => Promise<string>
  /** One past call with its note. */
  'history.remove': (input: { readonly callId: string }) => Promise<void>
  /** Every past call of this agent at this site. */
  'history.clear': (input: undefined) => Promise<void>
}
