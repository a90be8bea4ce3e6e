import type { AgentStateName, Time } from './agent.ts'

/** What was seen of the agent's own day: counts and times, and nobody's number. */
export interface Day {
  /** By this machine's calendar, `2026-11-22`. */
  readonly date: string
  readonly firstSignInAt: Time | null
  /** Those that talked. */
  readonly calls: number
  readonly missed: number
  /** Until `talkingSince`. */
  readonly talkMs: number
  readonly talkingSince: Time | null
  /** In each state, until the one they are in began to be counted. */
  readonly states: { readonly [S in AgentStateName]: number }
  readonly current: { readonly state: AgentStateName; readonly since: Time } | null
}
