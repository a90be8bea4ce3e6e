import { agentHangsUp } from '../calls/endings.ts'
import type { Agent, Platform } from '../model.ts'
import { emit, goBusy, goIdle, goRest, setState } from './agent-state.ts'
import type { Retcode } from './state-commands.ts'

/** What an inspector does to an agent (spec/ccgateway.md 11). During a call busy waits for its end (inferred). */
export function forceBusy(platform: Platform, agent: Agent): Retcode {
  if (!agent.session) return '100-006'
  if (agent.state.name === 'talking') {
    agent.next = { name: 'busy', reason: 3, seconds: 0 }
  } else if (platform.behaviour.olderForceEvents) {
    setState(platform, agent, 'busy', 3)
    emit(agent, 'AgentState_Force_SetNotReady')
  } else {
    goBusy(platform, agent, 3)
  }
  return '0'
}

export function forceIdle(platform: Platform, agent: Agent): Retcode {
  if (!agent.session) return '100-006'
  if (agent.state.name === 'talking') return '100-009'
  goIdle(platform, agent, platform.behaviour.olderForceEvents ? 'AgentState_Force_Ready' : 'AgentState_Ready')
  return '0'
}

export function forceRest(platform: Platform, agent: Agent, seconds: number, reason: number): Retcode {
  if (!agent.session) return '100-006'
  if (agent.state.name === 'talking') agent.next = { name: 'rest', reason, seconds }
  else goRest(platform, agent, seconds, reason)
  return '0'
}

/** `forcedropcall`. */
export function forceDropCall(platform: Platform, agent: Agent): Retcode {
  if (!agent.call) return '200-017'
  agentHangsUp(platform, agent, agent.call, 'ended-by-platform')
  return '0'
}
