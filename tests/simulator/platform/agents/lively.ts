import type { Agent, Platform } from '../model.ts'
import { goBusy, goIdle, goRest, goWrapUp } from './agent-state.ts'

const states: readonly ((platform: Platform, agent: Agent) => void)[] = [
  (platform, agent) => goIdle(platform, agent, 'AgentState_Ready'),
  (platform, agent) => goRest(platform, agent, 600, 201),
  (platform, agent) => goWrapUp(platform, agent, null),
  (platform, agent) => goBusy(platform, agent, 1),
]

/**
 * Colleagues whom nobody here plays go from state to state, each in their own time, so that a directory has something
 * to show. They are signed in to no queue and get no calls.
 */
export function enliven(platform: Platform, colleagues: readonly Agent[]): void {
  const { colleagueMs } = platform.timeouts
  if (colleagueMs === 0) return
  for (const [index, agent] of colleagues.entries()) next(platform, agent, index, colleagueMs * (1 + index / 3))
}

/** Whoever signs in as one of them, by force, takes over what they do. */
function next(platform: Platform, agent: Agent, turn: number, everyMs: number): void {
  const { session } = agent
  platform.after(everyMs, () => {
    if (session === null || agent.session !== session) return
    states[turn % states.length]?.(platform, agent)
    next(platform, agent, turn + 1, everyMs)
  })
}
