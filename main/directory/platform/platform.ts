import type { Time } from '#contract'

/** An agent of this call centre as the platform tells of them (spec/ccgateway.md chapter 7, AgentInfo). */
export interface Colleague {
  readonly workNumber: string
  readonly name: string
  /** 16.1. */
  readonly state?: number
  /** 16.2. */
  readonly ctiState?: number
  readonly group?: string
  /** Ids of the queues signed in to. */
  readonly queues?: readonly string[]
  readonly stateTime?: number
  readonly signedInAt?: Time
}

export interface PlatformQueue {
  readonly id: string
  readonly name: string
}

/** An access code or an IVR. */
export interface PlatformCode {
  readonly code: string
  readonly name: string
}

export type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string; readonly retcode?: string }

/** What the directory asks of the gateway. */
export interface DirectoryGateway {
  agents(): Promise<Asked<readonly Colleague[]>>
  queues(): Promise<Asked<readonly PlatformQueue[]>>
  accessCodes(): Promise<Asked<readonly PlatformCode[]>>
  ivrs(): Promise<Asked<readonly PlatformCode[]>>
  /** Null where the answer cannot be read. */
  waiting(queueId: string): Promise<Asked<number | null>>
}
