import type { AgentState, AskedRest, SignedInAgent } from '#contract'

/**
 * The agent is at this now. The same state told again keeps its clock, unless for another reason; a rest that begins,
 * or is prolonged, ends when it was asked to (spec/ccgateway.md 15.1 gives no time).
 */
export function enter(agent: SignedInAgent, told: AgentState): SignedInAgent {
  const { state: now } = agent
  const until = told.until ?? restEnd(agent, told)
  const again = now.name === told.name
  const sameReason = now.reason === (told.reason ?? now.reason)
  if (again && sameReason && until === undefined) return agent
  const state: AgentState = {
    ...(again ? now : {}),
    ...told,
    ...(again && sameReason && { since: now.since }),
    ...(until !== undefined && { until }),
  }
  return told.name === 'rest' ? { ...withoutAskedRest(agent), state } : { ...agent, state }
}

function restEnd({ askedRest, state: now }: SignedInAgent, told: AgentState): number | undefined {
  if (told.name !== 'rest') return undefined
  const seconds = askedRest?.seconds ?? (now.next?.state === 'rest' ? now.next.seconds : undefined)
  return seconds === undefined ? undefined : told.since + seconds * 1_000
}

export function askRest(agent: SignedInAgent, askedRest: AskedRest | null): SignedInAgent {
  if (askedRest) return { ...agent, askedRest }
  return agent.askedRest ? withoutAskedRest(agent) : agent
}

export function withoutAskedRest({ askedRest: _, ...agent }: SignedInAgent): SignedInAgent {
  return agent
}

/** Without an end of its own from here on. */
export function extendWrapUp(agent: SignedInAgent): SignedInAgent {
  const { until, ...state } = agent.state
  return state.name !== 'wrap-up' || until === undefined ? agent : { ...agent, state }
}
