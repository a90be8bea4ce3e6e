import type { Agent, Platform, Session } from '../platform/model.ts'
import type { FaultBox } from './faults.ts'
import type { Credential } from './session/credential.ts'
import type { EventStream } from './session/event-stream.ts'

/** A connection to one agent's client that stays. */
export interface Wire {
  /** From the address it came to. */
  readonly agent: string
  /** False when nothing was written: deaf, or gone. */
  send(text: string): boolean
  close(): void
  destroy(): void
  /** Keeps the connection and neither hears nor says anything on it. */
  setDeaf(deaf: boolean): void
}

export type Transport = 'websocket' | 'poll'

/** One agent's session as the gateway holds it. */
export interface Seat {
  readonly agent: Agent
  readonly session: Session
  readonly transport: Transport
  readonly credential: Credential
  readonly cookie: string
  readonly stream: EventStream
  /** Puts off the forced sign-out of a silent agent (MAXTIME, spec/ccgateway.md 2). */
  readonly heard: () => void
  wire: Wire | null
  /** Answers the poll that waits, if one does. */
  endPoll: ((why: 'newer-poll' | 'session-over') => void) | null
}

export interface Gateway {
  readonly platform: Platform
  readonly faults: FaultBox
  /** By work number. */
  readonly seats: Map<string, Seat>
  /** Sessions that are over, by each GUID they had. */
  readonly former: Map<string, Seat>
  /** Agents with a command at work: their events wait until its answer is written. */
  readonly answering: Set<string>
  /** `agent operation` of what has not answered yet (`000-007`, spec/ccgateway.md 1.1). */
  readonly unanswered: Set<string>
  /** Requests and responses that go after the next one, by point and agent. */
  readonly late: Map<string, (() => Promise<void>)[]>
}

export interface GatewayRequest {
  readonly transport: Transport
  readonly method: string
  /** Below `/agentgateway/resource`. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly guid: string | null
  readonly cookie: string | null
  readonly wire: Wire | null
}

/** spec/ccgateway.md 1.2, and 4.1 for `event`. */
export interface Answer {
  readonly message: string
  readonly retcode: string
  readonly result?: unknown
}

export interface Reply {
  readonly answer: Answer
  /** The HTTP status where it is not 200; a business failure is 200 too (spec/ccgateway.md 1.2, inferred). */
  readonly status?: number
  /** Written instead of the answer, as it is. */
  readonly text?: string
  readonly guid?: string
  readonly cookie?: string
  readonly ending?: 'close' | 'destroy' | 'deaf'
}

/** What a response becomes: a reply, or a connection that ends or goes deaf without one. */
export type Respond = (reply: Reply | 'close' | 'destroy' | 'deaf') => void
