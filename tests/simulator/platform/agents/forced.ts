import { agentHangsUp } from '../calls/leaving.ts'
import { notAnswered } from '../calls/not-taken.ts'
import { currentShare, howMany, isConnected } from '../calls/shares.ts'
import type { Agent, Platform } from '../model.ts'
import type { Retcode } from '../retcode.ts'
import { emit, goBusy, goIdle, goRest, setState } from './agent-state.ts'

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
  const share = currentShare(agent) ?? agent.shares[0]
  if (!share) return '200-017'
  // Asked into a conversation of others, who stay in it.
  if (!isConnected(share) && share.state !== 'dialling' && howMany(share.call) > 1) notAnswered(platform, share)
  else agentHangsUp(platform, share, 'ended-by-platform')
  return '0'
}
