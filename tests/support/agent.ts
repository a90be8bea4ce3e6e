import type { GoTo, Line, NoticeKind, SignInInput, VaultRefusal } from '#contract'
import { type AgentGateway, type AgentPart, createAgent, type GatewaySignInAnswer } from '#main/agent/session.ts'

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
  skills: [],
}

export function lineAt(registration: Line['registration']): Line {
  const microphone = { status: 'ready', label: '' } as const
  return { registration, microphone, devices: { microphones: [], speakers: [] }, ring: 'silent', phoneWindow: 'up' }
}

export const registered = lineAt({ status: 'registered', server: 'wss://host', since: 0 })

/** An agent part with a gateway that answers as told and a vault in memory. */
export function startAgent(
  answer: GatewaySignInAnswer | 'softphone-only' = accepted,
  refusal: VaultRefusal | null = null,
) {
  const seen = {
    said: [] as string[],
    kept: new Map<string, string>(),
    notices: [] as NoticeKind[],
    taken: [] as string[],
  }
  const gateway: AgentGateway = {
    signIn: (_, force) => {
      seen.said.push(force ? 'forcelogin' : 'login')
      return Promise.resolve(answer === 'softphone-only' ? accepted : answer)
    },
    signOut: () => {
      seen.said.push('logout')
      return Promise.resolve({ ok: true })
    },
    drop: () => seen.said.push('drop'),
    goTo: (to: GoTo) => {
      seen.said.push(to.state)
      return Promise.resolve({ ok: true })
    },
    changePassword: () => Promise.resolve({ ok: true }),
  }
  const agent = createAgent({
    gateway: () => (answer === 'softphone-only' ? null : gateway),
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
    remember: () => undefined,
    onChange: () => undefined,
    notices: { add: (kind) => seen.notices.push(kind), settle: (kinds) => seen.taken.push(...kinds) },
    now: () => 1_000,
  })
  return { agent, ...seen }
}

export function signIn(agent: AgentPart, change: Partial<SignInInput> = {}) {
  return agent.requests['agent.signIn']({ ...input, ...change })
}
