import type { AgentStateName, CommandResult, GoTo, NextState, SignInFailure, Skill, StateReasons } from '#contract'

export type GatewaySignInAnswer =
  | {
      readonly ok: true
      readonly workNumber: string
      readonly voice: boolean
      readonly mustChangePassword: boolean
      readonly passwordDaysLeft?: number
      readonly skills: readonly Skill[]
    }
  | { readonly ok: false; readonly reason: SignInFailure; readonly retcode?: string }

export interface GatewaySignInInput {
  readonly workNumber: string
  readonly password: string
  /** What the platform rings, softphone or not. */
  readonly softphoneNumber: string
  readonly autoAnswer: boolean
  readonly autoIdle: boolean
}

/** The part of the gateway that concerns the agent. */
export interface AgentGateway {
  signIn(input: GatewaySignInInput, force: boolean): Promise<GatewaySignInAnswer>
  signOut(force: boolean): Promise<CommandResult>
  /** Lets go of a session without asking anybody. */
  drop(): void
  goTo(goTo: GoTo, from: AgentStateName): Promise<CommandResult>
  /** Takes back what was asked for and has not begun. */
  withdraw(state: NextState['state']): Promise<CommandResult>
  /** Signs in to these queues only, and answers those configured now. */
  setSkills(ids: readonly number[]): Promise<SkillsAnswer>
  setAutoAnswer(on: boolean): Promise<CommandResult>
  setAutoIdle(on: boolean): Promise<CommandResult>
  /** The site's rest reasons as the gateway lists them; none where it does not. */
  restReasons(): Promise<StateReasons['rest']>
  changePassword(old: string, next: string): Promise<CommandResult>
}

export type SkillsAnswer =
  | { readonly ok: true; readonly skills: readonly Skill[] }
  | Extract<CommandResult, { ok: false }>

/** What the connection profile says of the agent's work, and what this agent chose instead. */
export interface AgentSite {
  readonly reasons: StateReasons
  readonly autoAnswer: boolean
  readonly autoIdle: boolean
  /** For a queue whose own limit is not known. */
  readonly wrapUpSeconds?: number
  /** How long a rest may go ungranted before the agent is told. */
  readonly restApprovalMs: number
}

export interface Habits {
  readonly autoAnswer?: boolean
  readonly autoIdle?: boolean
}
