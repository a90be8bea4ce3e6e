import type { DeskPhone } from '../customers/desk-phone.ts'
import type { Answer } from '../gateway/gateway.ts'
import type { Hearing } from '../sip/sip-side.ts'

export interface ColleagueOptions {
  /** Their voice in Hz; 660 unless said otherwise. */
  readonly tone?: number
  /** Whether the gateway answers for them; by hand unless said otherwise. */
  readonly answers?: 'at-once' | 'by-hand'
  /** Whether they take calls of all their queues; not unless said so. */
  readonly queues?: boolean
}

export interface ColleagueEvent {
  readonly eventType: string
  readonly content: unknown
}

/** An agent whom a test plays: signed in through the gateway like any other, with a desk phone. */
export interface Colleague {
  readonly workNumber: string
  readonly phone: DeskPhone
  readonly hears: Hearing
  /** Everything the gateway told them. */
  readonly events: readonly ColleagueEvent[]
  /** Any operation by its path below the work number: `ask('POST', 'voicecall', 'hold')`. */
  ask(method: Method, family: string, operation?: string, body?: unknown): Promise<Answer>
  /** The next event of this type, also one that has come already and was not waited for. */
  hearsOf(eventType: string, timeoutMs?: number): Promise<ColleagueEvent>
  /** As soon as something rings; answers its id. */
  answer(): Promise<string>
  hold(): Promise<Answer>
  retrieve(callId?: string): Promise<Answer>
  hangUp(): Promise<Answer>
  signOut(): Promise<Answer>
}

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'
