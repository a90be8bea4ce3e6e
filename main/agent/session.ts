import type {
  Agent,
  AgentRequests,
  AgentStateName,
  CommandResult,
  GatewayLink,
  GoTo,
  Line,
  NoticeKind,
  PhoneMode,
  SignedOutReason,
  Time,
  VaultRefusal,
} from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'
import { type AgentEvent, advance, SIGNED_OUT } from './agent.ts'
import type { AgentGateway, AgentSite, Habits } from './agent-gateway.ts'
import { extend, goToState, withdraw } from './go-to.ts'
import { createHabits } from './habits.ts'
import { noticeOf, settledBy } from './notices.ts'
import { createReadiness } from './ready-agent.ts'
import { createSignIn } from './sign-in/sign-in.ts'
import { createWrapUpLimit } from './wrap-up-limit.ts'

export type { AgentGateway, GatewaySignInAnswer } from './agent-gateway.ts'

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

/** What the sign-in form starts with the next time. */
export interface RememberedSignIn {
  readonly workNumber?: string
  readonly softphoneNumber?: string
  readonly otherNumber?: string
  readonly phone: PhoneMode
}

export interface AgentOptions {
  /** Null: softphone only. Undefined: there is no usable profile. Read anew at each sign-in. */
  readonly gateway: () => AgentGateway | null | undefined
  readonly site: () => AgentSite
  readonly line: AgentLine
  readonly vault: AgentVault
  readonly remember: (numbers: RememberedSignIn) => void
  readonly keepHabits: (habits: Habits) => void
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

/** The shell round `advance`: signs in and out, asks for states, and keeps an agent without a line out of the queue. */
export function createAgent(options: AgentOptions): AgentPart {
  let agent: Agent = SIGNED_OUT
  function apply(event: AgentEvent): void {
    const before = agent
    agent = advance(before, event)
    if (agent === before) return
    const notice = noticeOf(before, agent)
    if (notice) options.notices.add(notice)
    options.notices.settle(settledBy(before, agent))
    options.onChange(agent)
    readiness.look()
  }
  const shell: AgentShell = { ...options, state: () => agent, apply }
  const readiness = createReadiness(shell, (to) => goToState(shell, to))
  const signIn = createSignIn(shell, readiness.wantIdle)
  const goTo = byHand(shell, readiness)
  return {
    requests: {
      ...signIn.requests,
      ...createHabits(shell),
      'agent.goTo': goTo,
      'agent.extend': extend(shell),
      'agent.withdraw': withdraw(shell),
      'agent.forget': () => options.vault.forget(),
    },
    goToFromOutside: async (to) => {
      if (to.state !== 'idle' || !readiness.lacksMicrophone()) return told(options, to, await goTo(to))
      options.notices.add({ kind: 'no-microphone' })
      return { ok: false, reason: 'not-possible-now' }
    },
    gatewayEvent: hearGateway(shell),
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

function byHand(shell: AgentShell, readiness: ReturnType<typeof createReadiness>): AgentRequests['agent.goTo'] {
  return (to) => {
    // An agent without a line would be idle with calls they cannot take: the wish waits for it (readiness.ts).
    const waits = to.state === 'idle' && readiness.lacksLine()
    // Anything else that is chosen by hand stands; nobody brings them back from it.
    readiness.wantIdle(waits)
    return waits ? Promise.resolve(ACCEPTED) : goToState(shell, to)
  }
}

function hearGateway({ state, apply, site }: AgentShell): AgentPart['gatewayEvent'] {
  const limit = createWrapUpLimit()
  return (event) => {
    limit.hear(event)
    const agent = state()
    const wrapUpMs = agent.status === 'signed-in' ? limit.ms(agent.skills, site()) : undefined
    apply({ type: 'gateway', event, ...(wrapUpMs !== undefined && { wrapUpMs }) })
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
