import type { GatewayLink } from '#contract'
import type { GatewayEvent } from './event.ts'

/** Why an operation did not succeed, before anybody puts it into words. */
export type GatewayFailure =
  /** Sent, and nothing came back in its time; what became of it is not known. */
  | { readonly kind: 'no-answer' }
  /** Not sent: there is no connection at this moment. */
  | { readonly kind: 'not-connected' }
  /** The host was reached and its certificate is not signed by anyone this profile trusts. */
  | { readonly kind: 'untrusted' }
  /** Answered in a way this protocol does not have. */
  | { readonly kind: 'garbled' }
  /** The gateway's own no (spec/ccgateway.md chapter 17); `message` is its free text. */
  | { readonly kind: 'refused'; readonly retcode: string; readonly message: string }

export type GatewayResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: GatewayFailure }

/** One operation on the wire and how its `result` is read (`operations/` makes them). */
export interface Operation<T> {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** Below `/agentgateway/resource`; `{agentId}` stands for the own work number. */
  readonly path: string
  readonly body?: unknown
  readonly read: (result: unknown) => T
  readonly timeoutMs: number
  /** A query that must not keep a command waiting: it does not stand in the row of 18.4. */
  readonly besideCommands?: true
  /** Once it has succeeded, a reconnection signs in with this. */
  readonly changesSignIn?: Partial<Omit<GatewaySignIn, 'workNumber' | 'status'>>
}

/** spec/ccgateway.md 3.1. */
export interface GatewaySignIn {
  readonly workNumber: string
  readonly password: string
  readonly softphoneNumber: string
  /** 3 busy, 4 idle. */
  readonly status: 3 | 4
  /** Absent: as the profile says. */
  readonly autoAnswer?: boolean
  readonly autoIdle?: boolean
  /** Absent: all that are configured. */
  readonly skillIds?: readonly number[]
}

export interface SignedIn {
  readonly workNumber: string
  readonly voice: boolean
  readonly mustChangePassword: boolean
  readonly passwordDaysLeft?: number
  readonly skills: readonly { readonly id: number; readonly name: string; readonly wrapUpSeconds?: number }[]
}

/** What the gateway says when asked after a reconnection, instead of the events that were missed. */
export interface GatewayPresent {
  readonly state: 'idle' | 'busy' | 'rest' | 'wrap-up' | 'talking' | 'unknown'
  /** The call the gateway has for this agent, or none. */
  readonly call: {
    readonly callId: string
    readonly caller: string
    readonly called: string
    readonly queue?: string
    readonly feature: number
    /** The call object's `begintime`, "answer start" (spec/ccgateway.md chapter 9); absent while it only rings. */
    readonly answeredAt?: number
  } | null
}

/** Why a session that was signed in is over without the agent having asked. */
export type SessionEnd = 'elsewhere' | 'by-team-lead' | 'connection-lost' | 'session-expired'

export interface GatewayListeners {
  readonly onEvent: (event: GatewayEvent) => void
  readonly onLink: (link: GatewayLink) => void
  /** At each sign-in, also again after an outage: whether this agent was let into the chat. */
  readonly onChat?: (available: boolean) => void
  /** After a reconnection: what is true now. Nothing is replayed. */
  readonly onPresent: (present: GatewayPresent) => void
  readonly onEnd: (why: SessionEnd) => void
}

/** The gateway session, over either transport; the rest of the app cannot tell which. */
export interface Gateway {
  /** Signs in, signs in to all configured skills, and starts the event stream (spec/ccgateway.md 18.1). */
  signIn(input: GatewaySignIn, force: boolean): Promise<GatewayResult<SignedIn>>
  /** One at a time for each agent, in the order asked (spec/ccgateway.md 18.4). */
  run<T>(operation: Operation<T>): Promise<GatewayResult<T>>
  signOut(force: boolean): Promise<GatewayResult<void>>
  /** The machine has woken up or the network is back: look at the connection now instead of at the next beat. */
  checkNow(): void
  /** The session's credential, for the company's own server that verifies it here; null while there is no session. */
  guid(): string | null
  /** Drops everything at once, without asking anybody. */
  close(): void
}
