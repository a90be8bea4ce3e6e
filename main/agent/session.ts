import type {
  Agent,
  AgentRequests,
  AgentStateName,
  CommandResult,
  GatewayLink,
  GoTo,
  Line,
  NoticeKind,
  SignedOutReason,
  SignInFailure,
  Skill,
  Time,
  VaultRefusal,
} from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'
import { type AgentEvent, advance, SIGNED_OUT } from './agent.ts'
import { noticeOf, SETTLED_BY_IDLE } from './notices.ts'
import { createReadiness } from './ready-agent.ts'
import { createSignIn } from './sign-in.ts'

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

/** The part of the gateway that concerns the agent. */
export interface AgentGateway {
  signIn(
    input: { readonly workNumber: string; readonly password: string; readonly softphoneNumber: string },
    force: boolean,
  ): Promise<GatewaySignInAnswer>
  signOut(force: boolean): Promise<CommandResult>
  /** Lets go of a session without asking anybody. */
  drop(): void
  goTo(goTo: GoTo, from: AgentStateName): Promise<CommandResult>
  changePassword(old: string, next: string): Promise<CommandResult>
}

export interface AgentLine {
  /** Registers as this softphone number; its secret is held for the challenges to come. */
  open(softphoneNumber: string, secret: string): void
  /** Ends dialogs, unregisters, forgets the secret. */
  close(): void
}

export type SecretName = 'gateway-password' | 'softphone-password'

export interface AgentVault {
  /** Null when secrets can be kept. A locked key store may take its time. */
  refusal(): Promise<VaultRefusal | null>
  keep(name: SecretName, secret: string): Promise<void>
  read(name: SecretName): Promise<string | null>
  forget(): void
}

export interface AgentOptions {
  /** Null: softphone only. Undefined: there is no usable profile. Read anew at each sign-in. */
  readonly gateway: () => AgentGateway | null | undefined
  readonly line: AgentLine
  readonly vault: AgentVault
  readonly remember: (numbers: { readonly workNumber: string; readonly softphoneNumber: string }) => void
  readonly onChange: (agent: Agent) => void
  readonly notices: { add(kind: NoticeKind): void; settle(kinds: readonly NoticeKind['kind'][]): void }
  readonly now: () => Time
}

export interface AgentPart {
  readonly requests: AgentRequests
  /** From the tray, where nobody can be asked first: idle without a microphone is only warned of, a failure is noticed. */
  goToFromOutside(to: GoTo): Promise<CommandResult>
  gatewayEvent(event: GatewayEvent): void
  present(state: AgentStateName | 'unknown'): void
  link(link: GatewayLink): void
  /** The session is over and the agent did not ask for it. */
  ended(why: SignedOutReason): void
  lineChanged(line: Line): void
  /** Softphone only: a call has begun or the last one has ended. */
  inCall(talking: boolean): void
  current(): Agent
}

/** What the other files of this folder see of the shell: the state, and the one way to change it. */
export interface AgentShell extends AgentOptions {
  state(): Agent
  apply(event: AgentEvent): void
}

const ACCEPTED: CommandResult = { ok: true }
const NOT_SIGNED_IN: CommandResult = { ok: false, reason: 'not-signed-in' }

/** The shell round `advance`: signs in and out, asks for states, and keeps an agent without a line out of the queue. */
export function createAgent(options: AgentOptions): AgentPart {
  let agent: Agent = SIGNED_OUT
  function apply(event: AgentEvent): void {
    const before = agent
    agent = advance(before, event)
    if (agent === before) return
    const notice = noticeOf(before, agent)
    if (notice) options.notices.add(notice)
    if (agent.status === 'signed-in' && agent.state.name === 'idle') options.notices.settle(SETTLED_BY_IDLE)
    options.onChange(agent)
    readiness.look()
  }
  const shell: AgentShell = { ...options, state: () => agent, apply }
  const goTo = (to: GoTo) => goToState(shell, to)
  const readiness = createReadiness(shell, goTo)
  const signIn = createSignIn(shell, readiness.wantIdle)
  const goToByHand = (to: GoTo) => {
    // An agent without a line would be idle with calls they cannot take: the wish waits for it (readiness.ts).
    const waits = to.state === 'idle' && readiness.lacksLine()
    // Anything else that is chosen by hand stands; nobody brings them back from it.
    readiness.wantIdle(waits)
    return waits ? Promise.resolve(ACCEPTED) : goTo(to)
  }
  return {
    requests: { ...signIn.requests, 'agent.goTo': goToByHand, 'agent.forget': () => options.vault.forget() },
    goToFromOutside: async (to) => {
      if (to.state !== 'idle' || !readiness.lacksMicrophone()) return told(options, to, await goToByHand(to))
      options.notices.add({ kind: 'no-microphone' })
      return { ok: false, reason: 'not-possible-now' }
    },
    gatewayEvent: (event) => apply({ type: 'gateway', event }),
    present: (state) => apply({ type: 'present', state, at: options.now() }),
    link: (link) => apply({ type: 'link', link }),
    ended: (why) => {
      options.line.close()
      apply({ type: 'signed-out', why })
    },
    lineChanged: (line) => {
      signIn.lineChanged(line)
      readiness.lineChanged(line)
    },
    inCall: followCalls(shell),
    current: () => agent,
  }
}

/** Softphone only: a call takes the agent out of their state and gives it back; busy stays busy. */
function followCalls({ state, apply, now }: AgentShell): AgentPart['inCall'] {
  let before: AgentStateName = 'idle'
  return (talking) => {
    const agent = state()
    if (agent.status !== 'signed-in' || agent.gateway.status !== 'none') return
    const { name } = agent.state
    if (talking === (name === 'talking')) return
    if (talking) before = name
    apply({ type: 'own-state', state: talking ? 'talking' : before, at: now() })
  }
}

/** What was asked for without a desk in sight is said there when it failed. */
function told({ notices }: AgentOptions, { state }: GoTo, result: CommandResult): CommandResult {
  if (result.ok) return result
  const { reason, retcode } = result
  notices.add({ kind: 'command-failed', what: state, reason, ...(retcode && { retcode }) })
  return result
}

async function goToState(shell: AgentShell, to: GoTo): Promise<CommandResult> {
  const agent = shell.state()
  if (agent.status !== 'signed-in') return NOT_SIGNED_IN
  const gateway = shell.gateway()
  if (!gateway) return goToOwnState(shell, agent.state.name, to)
  const from = agent.state.name
  const result = await gateway.goTo(to, from)
  if (!result.ok) return result
  if (to.state === 'rest') shell.apply({ type: 'rest-accepted', until: shell.now() + to.seconds * 1_000 })
  if (from === 'talking' && (to.state === 'busy' || to.state === 'rest'))
    shell.apply({ type: 'next-accepted', next: to.state })
  return result
}

/** Softphone only: busy and rest mean "do not ring me", and nobody else needs to agree. */
function goToOwnState(shell: AgentShell, from: AgentStateName, to: GoTo): CommandResult {
  if (from === 'talking' || to.state === 'wrap-up') return { ok: false, reason: 'not-possible-now' }
  shell.apply({ type: 'own-state', state: to.state, at: shell.now() })
  if (to.state === 'rest') shell.apply({ type: 'rest-accepted', until: shell.now() + to.seconds * 1_000 })
  return { ok: true }
}
