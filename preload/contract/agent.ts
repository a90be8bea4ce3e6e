import type { Language } from './settings.ts'

/** Milliseconds since the epoch, by this machine's clock. */
export type Time = number

/**
 * What an agent can be at. `talking` is the platform's `AgentState_Busy`; `busy` is its "show busy"
 * (spec/ccgateway.md 15.1, 18.7).
 */
export type AgentStateName = 'idle' | 'busy' | 'rest' | 'wrap-up' | 'talking'

/** Why the platform made the agent busy (spec/ccgateway.md 6, "Busy reasons"). 200 to 250 are the site's own. */
export interface AgentState {
  readonly name: AgentStateName
  readonly since: Time
  /** The platform's number for why, where it gave one. */
  readonly reason?: number
  /** When a rest is to end, or the queue ends a wrap-up. The agent goes on resting after it: it is a reminder. */
  readonly until?: Time
  /** Asked for during a call; takes effect after it (spec/ccgateway.md 6, "Pre-states"). */
  readonly next?: NextState
}

export interface NextState {
  readonly state: 'busy' | 'rest'
  readonly reason?: number
  /** Rest only. */
  readonly seconds?: number
}

/** A rest the platform has accepted and not begun: it may need approval (spec/ccgateway.md 6). */
export interface AskedRest {
  readonly seconds: number
  readonly reason?: number
  readonly since: Time
}

/** One of the site's own reasons, by the number the platform knows it by. */
export interface Reason {
  readonly number: number
  readonly name: { readonly [L in Language]: string }
}

export interface StateReasons {
  readonly busy: readonly Reason[]
  readonly rest: readonly Reason[]
}

export interface Skill {
  readonly id: number
  readonly name: string
  /** The queue ends a wrap-up after this long, where it is known (spec/ccgateway.md 6, maxAgentWrapupTime). */
  readonly wrapUpSeconds?: number
}

/** `other`: a mobile, landline or desk phone, which the platform rings; then there is no line. */
export type PhoneMode = 'softphone' | 'other'

/** How the gateway can be reached at this moment. `none`: the profile has no gateway (softphone only). */
export type GatewayLink =
  | { readonly status: 'none' }
  | { readonly status: 'connected' }
  | { readonly status: 'reconnecting'; readonly since: Time; readonly attempt: number }

export type SignedOutReason =
  | 'never-signed-in'
  | 'asked'
  | 'elsewhere'
  | 'by-team-lead'
  | 'connection-lost'
  | 'session-expired'

export type Agent =
  | { readonly status: 'signed-out'; readonly why: SignedOutReason }
  /** `phone`: only where it is not Earshot's own. */
  | { readonly status: 'signing-in'; readonly phone?: 'other' }
  | { readonly status: 'password-must-change'; readonly workNumber: string }
  | SignedInAgent

export interface SignedInAgent {
  readonly status: 'signed-in'
  /** Absent in softphone-only mode. */
  readonly workNumber?: string
  readonly phone: PhoneMode
  /** The number the platform rings: the softphone's, or the other phone's. */
  readonly softphoneNumber: string
  readonly state: AgentState
  readonly askedRest?: AskedRest
  readonly gateway: GatewayLink
  /** Configured for the agent. */
  readonly skills: readonly Skill[]
  /** Of those, the ones signed in to. */
  readonly signedInSkills: readonly number[]
  /** As the platform last accepted it; it sends no event for either (spec/ccgateway.md 3.8). */
  readonly autoAnswer: boolean
  /** Idle after a call; otherwise wrap-up. */
  readonly autoIdle: boolean
  readonly reasons: StateReasons
  /** Days until the password expires, where the platform says so (spec/ccgateway.md 3.1, `timeRemaining`). */
  readonly passwordDaysLeft?: number
}

export interface SignInInput {
  /** Ignored in softphone-only mode. */
  readonly workNumber: string
  /** Absent: use the one in the vault. */
  readonly password?: string
  /** Absent: Earshot's own softphone. */
  readonly phone?: PhoneMode
  /** The softphone's, or the other phone's. */
  readonly softphoneNumber: string
  /** Absent: use the one in the vault. */
  readonly softphonePassword?: string
  /** Keep both passwords in the vault once they have proved right; false forgets them. */
  readonly remember: boolean
  /** Take the session over from wherever it is (spec/ccgateway.md 3.2). */
  readonly force: boolean
  /** Go idle as soon as gateway and line are both ready; otherwise start busy. */
  readonly goIdle: boolean
}

export type SignInFailure =
  | 'no-profile'
  | 'no-password'
  | 'wrong-credentials'
  | 'account-locked'
  | 'already-signed-in'
  | 'already-signed-in-elsewhere-for-good'
  | 'softphone-number-out-of-range'
  | 'softphone-number-invalid'
  | 'wrong-agent-type'
  | 'licence-full'
  | 'no-voice'
  | 'gateway-unreachable'
  | 'gateway-untrusted'
  | 'gateway-speaks-otherwise'
  | 'no-answer'
  | 'refused'

/** `retcode` is the platform's own code, shown in brackets after the sentence (design/look.md, "Words"). */
export type SignInResult =
  | { readonly ok: true; readonly remembered: boolean; readonly whyNotRemembered?: VaultRefusal }
  | { readonly ok: false; readonly reason: SignInFailure; readonly retcode?: string }

/** Why the vault would not keep a secret. */
export type VaultRefusal = 'no-key-store' | 'key-store-locked' | 'key-store-insecure' | 'disk'

/** `no-answer`: the command got no answer in its time; what became of it is not known. */
export type CommandFailure = 'no-answer' | 'not-signed-in' | 'not-connected' | 'refused' | 'not-possible-now'

export type CommandResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: CommandFailure; readonly retcode?: string }

/** `signIn`: where the password had to be changed, what became of signing in with the new one. */
export type ChangePasswordResult =
  | { readonly ok: true; readonly signIn?: SignInResult }
  | { readonly ok: false; readonly reason: CommandFailure; readonly retcode?: string }

export type GoTo =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly reason?: number }
  | { readonly state: 'rest'; readonly seconds: number; readonly reason?: number }
  | { readonly state: 'wrap-up' }

export interface AgentRequests {
  'agent.signIn': (input: SignInInput) => Promise<SignInResult>
  /** `force` also releases a call (spec/ccgateway.md 3.4). */
  'agent.signOut': (input: { readonly force: boolean }) => Promise<CommandResult>
  'agent.goTo': (input: GoTo) => Promise<CommandResult>
  /** A rest by so many seconds more; a wrap-up until the agent ends it. */
  'agent.extend': (input: { readonly seconds: number }) => Promise<CommandResult>
  /** Takes back the next state, or a rest that has not been granted. */
  'agent.withdraw': (input: undefined) => Promise<CommandResult>
  'agent.setSkills': (input: { readonly skillIds: readonly number[] }) => Promise<CommandResult>
  'agent.setAutoAnswer': (input: { readonly on: boolean }) => Promise<CommandResult>
  'agent.setAutoIdle': (input: { readonly on: boolean }) => Promise<CommandResult>
  'agent.changePassword': (input: { readonly old: string; readonly next: string }) => Promise<ChangePasswordResult>
  /** Removes what the vault keeps for this profile. */
  'agent.forget': (input: undefined) => void
}
