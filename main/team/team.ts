import type { Agent, AgentStateName, Calls, NoticeKind, Team, TeamRequests, Time } from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'
import { voiceOf } from './inspection.ts'
import type { KeptMessages } from './kept-messages.ts'
import { isMessage } from './messages.ts'
import { createMonitoring } from './monitoring.ts'
import { createRights } from './rights.ts'
import { advance, NO_TEAM, shown, type TeamEvent, type TeamState } from './state.ts'
import type { TeamGateway } from './team-gateway.ts'
import { teamRequests } from './verbs.ts'

export type Voice = ReturnType<typeof voiceOf>

export interface TeamOptions {
  readonly gateway: TeamGateway
  readonly onChange: (team: Team) => void
  /** What the calls must know of it: a leg without a call is right, and whether the microphone is for it. */
  readonly onVoice: (voice: Voice) => void
  readonly notices: { add(kind: NoticeKind): void; settle(kinds: readonly NoticeKind['kind'][]): void }
  /** Whether this site tells its agents that somebody listens (`gateway.tellWhenListenedTo` of the profile). */
  readonly tells: () => boolean
  /** Absent: what came is gone with the process. */
  readonly kept?: KeptMessages
  readonly now: () => Time
  readonly patienceMs?: number
}

export interface TeamPart {
  readonly requests: TeamRequests
  gatewayEvent(event: GatewayEvent): void
  agentChanged(agent: Agent): void
  callsChanged(calls: Calls): void
  /** After a reconnection. */
  present(state: AgentStateName | 'unknown'): void
  current(): Team
}

export interface TeamShell extends TeamOptions {
  state(): TeamState
  apply(event: TeamEvent): void
}

/** The shell round `advance`: rights, the team lead's verbs, and what an agent hears of their team lead. */
export function createTeam(options: TeamOptions): TeamPart {
  let state = NO_TEAM
  let voice: Voice = 'none'
  let of: string | null = null
  function apply(event: TeamEvent): void {
    const before = state
    state = advance(before, event)
    if (state === before) return
    const isNews = state.messages !== before.messages && event.type !== 'new-agent'
    if (of !== null && isNews) options.kept?.keep(of, state.messages)
    const spoken = voice
    voice = voiceOf(state.inspection)
    // The microphone first: closing it waits for nothing else.
    if (voice !== spoken) options.onVoice(voice)
    options.onChange(shown(state, options.tells()))
  }
  const shell: TeamShell = { ...options, state: () => state, apply }
  const askRights = createRights({
    ask: (name) => options.gateway.right(name),
    onRights: (rights) => apply({ type: 'rights', rights }),
  })
  const monitoring = createMonitoring(options.gateway, () => state.rights.monitor)
  return {
    requests: teamRequests(shell, monitoring.want),
    gatewayEvent: (event) => {
      apply({ type: 'gateway', event })
      if (isMessage(event)) tellOf(options, event)
    },
    agentChanged: hearAgent(shell, (agent) => {
      if (agent.status === 'signed-in' && agent.workNumber && agent.workNumber !== of) {
        of = agent.workNumber
        apply({ type: 'messages-kept', messages: options.kept?.of(of) ?? [] })
      }
      askRights(agent)
      monitoring.agentChanged(agent)
    }),
    callsChanged: ({ list }) => {
      const [last] = list.filter(({ phase }) => phase.name === 'ended')
      if (last?.phase.name === 'ended' && last.phase.reason === 'taken-over') apply({ type: 'taken-over' })
    },
    present: (present) => apply({ type: 'present', state: present }),
    current: () => shown(state, options.tells()),
  }
}

/** Its words stay in the list: a notice only says that something came. */
function tellOf({ notices }: TeamOptions, event: Extract<GatewayEvent, { type: 'note' | 'bulletin' }>): void {
  const from = event.type === 'note' ? (event.fromName ?? event.from) : undefined
  notices.add(event.type === 'bulletin' ? { kind: 'bulletin-came' } : { kind: 'note-came', ...(from && { from }) })
}

function hearAgent({ apply }: TeamShell, also: (agent: Agent) => void): TeamPart['agentChanged'] {
  let last: string | undefined
  return (agent) => {
    if (agent.status === 'signed-out') apply({ type: 'signed-out' })
    if (agent.status === 'signed-in') {
      if (last !== undefined && last !== agent.workNumber) apply({ type: 'new-agent' })
      last = agent.workNumber
    }
    also(agent)
  }
}
