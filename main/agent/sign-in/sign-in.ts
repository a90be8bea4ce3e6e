import type {
  AgentRequests,
  ChangePasswordResult,
  CommandResult,
  Line,
  SignedInAgent,
  SignInInput,
  SignInResult,
  Skill,
} from '#contract'
import type { AgentGateway } from '../agent-gateway.ts'
import type { AgentShell } from '../session.ts'
import { createLineProof, type LineProof } from './line-proof.ts'
import { type Attempt, hasLine, keepSecrets, refusalInTime, withSecrets } from './secrets.ts'

type Refusal = Extract<SignInResult, { ok: false }>

/** What a sign-in leaves open until a later fact settles it. */
interface Flow {
  readonly shell: AgentShell
  readonly wantIdle: (wanted: boolean) => void
  readonly proof: LineProof
  /** Signed in at the gateway, but the password must be changed before anything else. */
  held: Attempt | null
  inProgress: boolean
}

export interface SignIn {
  readonly requests: Pick<AgentRequests, 'agent.signIn' | 'agent.signOut' | 'agent.changePassword'>
  lineChanged(line: Line): void
}

/** Sign-in, the change of a password that must be changed, and sign-out. */
export function createSignIn(shell: AgentShell, wantIdle: (wanted: boolean) => void): SignIn {
  const proof = createLineProof((attempt) => void keepSecrets(shell.vault, attempt))
  const flow: Flow = { shell, wantIdle, proof, held: null, inProgress: false }
  return {
    requests: {
      'agent.signIn': (input) => signInOnce(flow, input),
      'agent.signOut': ({ force }) => signOut(flow, force),
      'agent.changePassword': ({ old, next }) => changePassword(flow, old, next),
    },
    lineChanged: proof.lineChanged,
  }
}

/** Login and logout may not overlap (spec/ccgateway.md 1.1), so neither may two sign-ins. */
async function signInOnce(flow: Flow, input: SignInInput): Promise<SignInResult> {
  if (flow.inProgress) return { ok: false, reason: 'refused' }
  flow.inProgress = true
  try {
    return await signIn(flow, input)
  } finally {
    flow.inProgress = false
  }
}

async function signIn(flow: Flow, input: SignInInput): Promise<SignInResult> {
  const { shell } = flow
  const gateway = shell.gateway()
  if (gateway === undefined) return { ok: false, reason: 'no-profile' }
  if (!(gateway || hasLine(input))) return { ok: false, reason: 'refused' }
  const attempt = await withSecrets(shell.vault, input, gateway !== null)
  if (!attempt) return { ok: false, reason: 'no-password' }
  shell.apply({ type: 'signing-in', phone: attempt.phone })
  const refusal = gateway ? await signInAtGateway(flow, gateway, attempt) : await registerAlone(flow, attempt)
  if (refusal) shell.apply({ type: 'sign-in-failed' })
  return refusal ?? remembered(shell, attempt)
}

async function signInAtGateway(flow: Flow, gateway: AgentGateway, attempt: Attempt): Promise<Refusal | null> {
  const { workNumber, password, softphoneNumber } = attempt
  const { autoAnswer, autoIdle } = flow.shell.site()
  const input = { workNumber, password, softphoneNumber, autoAnswer, autoIdle }
  const answer = await gateway.signIn(input, attempt.force)
  if (!answer.ok) return answer
  if (!answer.voice) {
    await gateway.signOut(true)
    return { ok: false, reason: 'no-voice' }
  }
  if (answer.mustChangePassword) {
    flow.held = attempt
    flow.shell.apply({ type: 'password-must-change', workNumber })
    return null
  }
  const { skills, passwordDaysLeft } = answer
  begin(flow, attempt, { skills, ...(passwordDaysLeft !== undefined && { passwordDaysLeft }) })
  void askRestReasons(flow.shell, gateway)
  return null
}

function begin(flow: Flow, attempt: Attempt, more: { skills: readonly Skill[]; passwordDaysLeft?: number }): void {
  const { shell } = flow
  const { workNumber, softphoneNumber } = attempt
  const phone = attempt.phone ?? 'softphone'
  const number = phone === 'other' ? { otherNumber: softphoneNumber } : { softphoneNumber }
  flow.wantIdle(attempt.goIdle)
  shell.remember({ workNumber, phone, ...number })
  const signedInSkills = more.skills.map(({ id }) => id)
  const gateway = { status: 'connected' } as const
  const who = { workNumber, phone, softphoneNumber, ...more, signedInSkills, gateway, ...habitsOf(shell) }
  shell.apply({ type: 'signed-in', ...who, state: 'busy', at: shell.now() })
  if (phone === 'other') return void keepSecrets(shell.vault, attempt)
  flow.proof.expect(attempt)
  shell.line.open(softphoneNumber, attempt.softphonePassword)
}

function habitsOf({ site }: AgentShell): Pick<SignedInAgent, 'autoAnswer' | 'autoIdle' | 'reasons'> {
  const { autoAnswer, autoIdle, reasons } = site()
  return { autoAnswer, autoIdle, reasons }
}

/** The profile's names are in both languages and come first; the gateway knows one (spec/ccgateway.md 6). */
async function askRestReasons({ apply, site }: AgentShell, gateway: AgentGateway): Promise<void> {
  const { reasons } = site()
  if (reasons.rest.length > 0) return
  const rest = await gateway.restReasons()
  if (rest.length > 0) apply({ type: 'reasons', reasons: { ...reasons, rest } })
}

/** Softphone only: the registration is the sign-in. */
async function registerAlone(flow: Flow, attempt: Attempt): Promise<Refusal | null> {
  const { shell, proof } = flow
  const { softphoneNumber } = attempt
  const outcome = proof.wait(attempt)
  shell.line.open(softphoneNumber, attempt.softphonePassword)
  const failure = await outcome
  if (failure) {
    shell.line.close()
    return failure
  }
  shell.remember({ workNumber: '', softphoneNumber, phone: 'softphone' })
  const who = { phone: 'softphone', softphoneNumber, skills: [], signedInSkills: [], ...habitsOf(shell) } as const
  shell.apply({ type: 'signed-in', ...who, gateway: { status: 'none' }, state: 'idle', at: shell.now() })
  return null
}

async function remembered(shell: AgentShell, attempt: Attempt): Promise<SignInResult> {
  if (!attempt.remember) return { ok: true, remembered: false }
  const why = await refusalInTime(shell.vault)
  return why ? { ok: true, remembered: false, whyNotRemembered: why } : { ok: true, remembered: true }
}

const ALREADY_OUT: ReadonlySet<string> = new Set(['100-006', '100-008'])

async function signOut(flow: Flow, force: boolean): Promise<CommandResult> {
  const { shell } = flow
  const gateway = shell.gateway()
  const result: CommandResult = gateway ? await gateway.signOut(force) : { ok: true }
  // Only a refusal keeps the agent in (100-010: in a call, spec/ccgateway.md 3.4); already out is out.
  if (!result.ok && result.reason === 'refused' && !ALREADY_OUT.has(result.retcode ?? '')) return result
  gateway?.drop()
  shell.line.close()
  flow.held = null
  flow.proof.forget()
  shell.apply({ type: 'signed-out', why: 'asked' })
  return { ok: true }
}

async function changePassword(flow: Flow, old: string, next: string): Promise<ChangePasswordResult> {
  const { shell, held } = flow
  const gateway = shell.gateway()
  if (!gateway) return { ok: false, reason: 'not-signed-in' }
  const result = await gateway.changePassword(old, next)
  if (!result.ok || !held) return result
  await signOut(flow, true)
  return { ok: true, signIn: await signInOnce(flow, { ...held, password: next }) }
}
