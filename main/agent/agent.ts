import type {
  Agent,
  AgentState,
  AgentStateName,
  GatewayLink,
  SignedInAgent,
  SignedOutReason,
  Skill,
  Time,
} from '#contract'
import type { GatewayEvent } from '../gateway/event.ts'

export type AgentEvent =
  | { readonly type: 'signing-in' }
  | { readonly type: 'sign-in-failed' }
  | { readonly type: 'password-must-change'; readonly workNumber: string }
  | {
      readonly type: 'signed-in'
      readonly workNumber?: string
      readonly softphoneNumber: string
      readonly skills: readonly Skill[]
      readonly passwordDaysLeft?: number
      readonly gateway: GatewayLink
      readonly state: AgentStateName
      readonly at: Time
    }
  | { readonly type: 'gateway'; readonly event: GatewayEvent }
  /** After a reconnection: what the gateway says when asked. */
  | { readonly type: 'present'; readonly state: AgentStateName | 'unknown'; readonly at: Time }
  | { readonly type: 'link'; readonly link: GatewayLink }
  /** The gateway accepted a rest: when it is to end is known only here (spec/ccgateway.md 15.1 gives no time). */
  | { readonly type: 'rest-accepted'; readonly until: Time }
  /** Accepted during a call: remembered by the platform until after it (spec/ccgateway.md 6, "Pre-states"). */
  | { readonly type: 'next-accepted'; readonly next: 'busy' | 'rest' }
  /** Softphone only: nobody else says what the agent is at. */
  | { readonly type: 'own-state'; readonly state: AgentStateName; readonly at: Time }
  | { readonly type: 'signed-out'; readonly why: SignedOutReason }

export const SIGNED_OUT: Agent = { status: 'signed-out', why: 'never-signed-in' }

/** Who is signed in and what they are at, by the platform's events alone; the rest changes nothing. */
export function advance(agent: Agent, event: AgentEvent): Agent {
  switch (event.type) {
    case 'signing-in':
      return { status: 'signing-in' }
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

function advanceSignedIn(
  agent: SignedInAgent,
  event: Extract<
    AgentEvent,
    { type: 'gateway' | 'present' | 'link' | 'rest-accepted' | 'next-accepted' | 'own-state' }
  >,
): Agent {
  switch (event.type) {
    case 'link':
      return { ...agent, gateway: event.link }
    case 'present':
      return event.state === 'unknown' ? agent : enter(agent, { name: event.state, since: event.at })
    case 'own-state':
      return enter(agent, { name: event.state, since: event.at })
    case 'rest-accepted':
      return { ...agent, state: { ...agent.state, until: event.until } }
    case 'next-accepted':
      return agent.state.name === 'talking' ? { ...agent, state: { ...agent.state, next: event.next } } : agent
    case 'gateway':
      return applyGateway(agent, event.event)
  }
}

function applyGateway(agent: SignedInAgent, event: GatewayEvent): Agent {
  if (event.type !== 'agent-state') return agent
  const { state: name, at: since, reason } = event
  return enter(agent, { name, since, ...(reason !== undefined && { reason }) })
}

/** The same state told again keeps its clock; a changed reason is a change. */
function enter(agent: SignedInAgent, state: AgentState): Agent {
  const { state: now } = agent
  if (now.name === state.name && now.reason === (state.reason ?? now.reason)) return agent
  const until = state.name === 'rest' && now.until !== undefined ? { until: now.until } : {}
  return { ...agent, state: { ...state, ...until } }
}
