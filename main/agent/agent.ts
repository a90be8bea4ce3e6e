import type {
  Agent,
  AgentStateName,
  AskedRest,
  GatewayLink,
  NextState,
  PhoneMode,
  SignedInAgent,
  SignedOutReason,
  Skill,
  StateReasons,
  Time,
} from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'
import { askRest, enter, extendWrapUp } from './state.ts'

export type AgentEvent =
  | { readonly type: 'signing-in'; readonly phone?: PhoneMode | undefined }
  | { readonly type: 'sign-in-failed' }
  | { readonly type: 'password-must-change'; readonly workNumber: string }
  | ({ readonly type: 'signed-in'; readonly state: AgentStateName; readonly at: Time } & Omit<
      SignedInAgent,
      'status' | 'state' | 'askedRest'
    >)
  /** `wrapUpMs`: how long the queue lets a wrap-up after its call last, where that is known. */
  | { readonly type: 'gateway'; readonly event: GatewayEvent; readonly wrapUpMs?: number }
  /** After a reconnection: what the gateway says when asked. */
  | { readonly type: 'present'; readonly state: AgentStateName | 'unknown'; readonly at: Time }
  | { readonly type: 'link'; readonly link: GatewayLink }
  /** Sent, before it is answered: its event may come first. Null takes it back, refused or withdrawn. */
  | { readonly type: 'rest-asked'; readonly rest: AskedRest | null }
  /** Accepted during a call: remembered by the platform until after it (spec/ccgateway.md 6, "Pre-states"). */
  | { readonly type: 'next-accepted'; readonly next: NextState | null }
  /** The agent asked to go on wrapping up: the queue no longer ends it. */
  | { readonly type: 'wrap-up-extended' }
  | { readonly type: 'skills'; readonly skills: readonly Skill[]; readonly signedInSkills: readonly number[] }
  | { readonly type: 'reasons'; readonly reasons: StateReasons }
  | { readonly type: 'habits'; readonly autoAnswer?: boolean; readonly autoIdle?: boolean }
  /** Where nobody else says what the agent is at: softphone only, and a rest that was prolonged. */
  | { readonly type: 'own-state'; readonly state: AgentStateName; readonly at: Time; readonly until?: Time }
  | { readonly type: 'signed-out'; readonly why: SignedOutReason }

type Change = Exclude<
  AgentEvent,
  { type: 'signing-in' | 'sign-in-failed' | 'password-must-change' | 'signed-in' | 'signed-out' }
>

export const SIGNED_OUT: Agent = { status: 'signed-out', why: 'never-signed-in' }

/** Who is signed in and what they are at, by the platform's events alone; the rest changes nothing. */
export function advance(agent: Agent, event: AgentEvent): Agent {
  switch (event.type) {
    case 'signing-in':
      return { status: 'signing-in', ...(event.phone === 'other' && { phone: event.phone }) }
    case 'sign-in-failed':
      return agent.status === 'signing-in' ? SIGNED_OUT : agent
    case 'password-must-change':
      return { status: 'password-must-change', workNumber: event.workNumber }
    case 'signed-in':
      return signedIn(event)
    case 'signed-out':
      return { status: 'signed-out', why: event.why }
    default:
      return agent.status === 'signed-in' ? advanceSignedIn(agent, event) : agent
  }
}

function signedIn(event: Extract<AgentEvent, { type: 'signed-in' }>): SignedInAgent {
  const { type: _, state, at, ...who } = event
  return { status: 'signed-in', ...who, state: { name: state, since: at } }
}

function advanceSignedIn(agent: SignedInAgent, event: Change): Agent {
  switch (event.type) {
    case 'gateway':
    case 'present':
    case 'own-state':
      return advanceState(agent, event)
    case 'rest-asked':
      return askRest(agent, event.rest)
    case 'next-accepted':
      return withNext(agent, event.next)
    case 'wrap-up-extended':
      return extendWrapUp(agent)
    default:
      return { ...agent, ...beside(event) }
  }
}

type Beside = Extract<Change, { type: 'link' | 'skills' | 'reasons' | 'habits' }>

/** What stands beside the state. */
function beside(event: Beside) {
  if (event.type === 'link') return { gateway: event.link }
  const { type: _, ...told } = event
  return told
}

function advanceState(agent: SignedInAgent, event: Extract<Change, { type: 'gateway' | 'present' | 'own-state' }>) {
  switch (event.type) {
    case 'present':
      return event.state === 'unknown' ? agent : enter(agent, { name: event.state, since: event.at })
    case 'own-state': {
      const { state: name, at: since, until } = event
      return enter(agent, { name, since, ...(until !== undefined && { until }) })
    }
    case 'gateway':
      return applyGateway(agent, event.event, event.wrapUpMs)
  }
}

function withNext(agent: SignedInAgent, next: NextState | null): SignedInAgent {
  if (agent.state.name !== 'talking') return agent
  const { next: _, ...state } = agent.state
  return { ...agent, state: next ? { ...state, next } : state }
}

function applyGateway(agent: SignedInAgent, event: GatewayEvent, wrapUpMs: number | undefined): Agent {
  if (event.type !== 'agent-state') return agent
  const { state: name, at: since, reason } = event
  const limited = name === 'wrap-up' && agent.state.name === 'talking' && wrapUpMs !== undefined
  return enter(agent, {
    name,
    since,
    ...(reason !== undefined && { reason }),
    ...(limited && { until: since + wrapUpMs }),
  })
}
