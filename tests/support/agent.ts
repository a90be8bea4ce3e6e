import type { CommandResult, GoTo, Line, NoticeKind, SignedInAgent, SignInInput, VaultRefusal } from '#contract'
import type { AgentSite, Habits } from '#main/agent/agent-gateway.ts'
import {
  type AgentGateway,
  type AgentOptions,
  type AgentPart,
  createAgent,
  type GatewaySignInAnswer,
} from '#main/agent/session.ts'

export function signedInAgent(change: Partial<SignedInAgent> = {}): SignedInAgent {
  return {
    status: 'signed-in',
    workNumber: '6002',
    phone: 'softphone',
    softphoneNumber: '67470002',
    state: { name: 'idle', since: 0 },
    gateway: { status: 'connected' },
    skills: [],
    signedInSkills: [],
    autoAnswer: false,
    autoIdle: false,
    reasons: { busy: [], rest: [] },
    ...change,
  }
}

export const input: SignInInput = {
  workNumber: '6002',
  password: 'Gate-1',
  softphoneNumber: '67470002',
  softphonePassword: 'Phone-1',
  remember: true,
  force: false,
  goIdle: false,
}

export const accepted: Extract<GatewaySignInAnswer, { ok: true }> = {
  ok: true,
  workNumber: '6002',
  voice: true,
  mustChangePassword: false,
  skills: [
    { id: 1, name: 'Support', wrapUpSeconds: 30 },
    { id: 2, name: 'Sales' },
  ],
}

export const site: AgentSite = {
  reasons: { busy: [], rest: [] },
  autoAnswer: false,
  autoIdle: false,
  restApprovalMs: 60_000,
}

export function lineAt(registration: Line['registration']): Line {
  const microphone = { status: 'ready', label: '' } as const
  const devices = { microphones: [], speakers: [] }
  const camera = { status: 'closed', label: '' } as const
  return { registration, microphone, devices, camera, cameras: [], ring: 'silent', phoneWindow: 'up' }
}

export const registered = lineAt({ status: 'registered', server: 'wss://host', since: 0 })

/** An agent part with a gateway that answers as told and a vault in memory. */
export function startAgent(
  answer: GatewaySignInAnswer | 'softphone-only' = accepted,
  refusal: VaultRefusal | null = null,
  change: Partial<AgentOptions> = {},
) {
  const seen = {
    said: [] as string[],
    kept: new Map<string, string>(),
    notices: [] as NoticeKind[],
    taken: [] as string[],
    habits: [] as Habits[],
    remembered: [] as object[],
    asked: [] as GoTo[],
  }
  const gateway = fakeGateway(seen, answer === 'softphone-only' ? accepted : answer)
  const agent = createAgent({
    gateway: () => (answer === 'softphone-only' ? null : gateway),
    site: () => site,
    keepHabits: (habits) => seen.habits.push(habits),
    line: { open: () => seen.said.push('register'), close: () => seen.said.push('unregister') },
    vault: {
      refusal: () => Promise.resolve(refusal),
      keep: (name, secret) => {
        seen.kept.set(name, secret)
        return Promise.resolve()
      },
      read: (name) => Promise.resolve(seen.kept.get(name) ?? null),
      forget: () => seen.kept.clear(),
    },
    remember: (numbers) => seen.remembered.push(numbers),
    onChange: () => undefined,
    notices: { add: (kind) => seen.notices.push(kind), settle: (kinds) => seen.taken.push(...kinds) },
    now: () => 1_000,
    ...change,
  })
  return { agent, gateway, ...seen }
}

/** Says yes to everything; a test may put another answer in the place of one. */
function fakeGateway(seen: { said: string[]; asked: GoTo[] }, answer: GatewaySignInAnswer) {
  const yes = (word: string): Promise<CommandResult> => {
    seen.said.push(word)
    return Promise.resolve({ ok: true })
  }
  return {
    signIn: (_, force) => {
      seen.said.push(force ? 'forcelogin' : 'login')
      return Promise.resolve(answer)
    },
    signOut: () => yes('logout'),
    drop: () => seen.said.push('drop'),
    goTo: (to) => {
      seen.asked.push(to)
      return yes(to.state)
    },
    withdraw: (state) => yes(`withdraw ${state}`),
    setSkills: (ids) => {
      seen.said.push(`skills ${ids.join()}`)
      return Promise.resolve({ ok: true, skills: accepted.skills })
    },
    setAutoAnswer: (on) => yes(`auto-answer ${on}`),
    setAutoIdle: (on) => yes(`auto-idle ${on}`),
    restReasons: () => Promise.resolve([]),
    changePassword: () => Promise.resolve({ ok: true }),
  } satisfies AgentGateway as { -readonly [V in keyof AgentGateway]: AgentGateway[V] }
}

export function signIn(agent: AgentPart, change: Partial<SignInInput> = {}) {
  return agent.requests['agent.signIn']({ ...input, ...change })
}
