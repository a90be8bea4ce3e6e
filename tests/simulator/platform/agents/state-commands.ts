import type { Agent, Platform } from '../model.ts'
import type { Retcode } from '../retcode.ts'
import { emit, goBusy, goIdle, goRest, setState } from './agent-state.ts'

const accepted: Retcode = '0'
const wrongState: Retcode = '100-009'
const badParameter: Retcode = '000-002'

const wayOut = {
  busy: 'AgentState_CancelNotReady_Success',
  rest: 'AgentState_CancelRest_Success',
  'wrap-up': 'AgentState_CancelWork_Success',
} as const

/** spec/ccgateway.md 6, `sayFree`. During a call it takes back what was asked for after it (inferred). */
export function sayFree(platform: Platform, agent: Agent): Retcode {
  const { name } = agent.state
  if (name === 'talking') return takeBackNext(agent)
  const eventType = name in wayOut ? wayOut[name as keyof typeof wayOut] : 'AgentState_Ready'
  goIdle(platform, agent, eventType)
  return accepted
}

/** `cancelBusy`, `cancelrest` and `cancelwork`: only from the state they are named for. */
export function leave(platform: Platform, agent: Agent, name: keyof typeof wayOut): Retcode {
  if (agent.state.name === 'talking' && agent.next?.name === name) return takeBackNext(agent)
  if (name === 'rest' && agent.askedRest) return takeBackRest(agent)
  if (agent.state.name !== name) return wrongState
  goIdle(platform, agent, wayOut[name])
  return accepted
}

/** That `cancelrest` withdraws a rest that waits for approval, and that nothing tells of it, is inferred. */
function takeBackRest(agent: Agent): Retcode {
  agent.askedRest = null
  return accepted
}

function takeBackNext(agent: Agent): Retcode {
  if (!agent.next) return wrongState
  agent.next = null
  return accepted
}

/** spec/ccgateway.md 6, `sayBusy`: when already busy, both parameters are mandatory. */
export function sayBusy(platform: Platform, agent: Agent, reason: number, prolong: boolean): Retcode {
  const custom = reason >= 200 && reason <= 250
  if (reason !== 0 && !custom) return badParameter
  if (agent.state.name === 'busy' && !(custom && prolong)) return badParameter
  if (agent.state.name === 'talking') agent.next = { name: 'busy', reason, seconds: 0 }
  else goBusy(platform, agent, reason)
  return accepted
}

/** spec/ccgateway.md 6, `rest`. */
export function rest(platform: Platform, agent: Agent, seconds: number, reason: number, prolong: boolean): Retcode {
  const known = seconds >= 1 && seconds <= 86_399 && reason >= 0 && reason <= 255
  if (!known) return badParameter
  if (agent.state.name === 'rest' && !prolong) return wrongState
  if (agent.state.name === 'talking') agent.next = { name: 'rest', reason, seconds }
  else if (platform.behaviour.restApproval === 'by-hand') agent.askedRest = { seconds, reason }
  else goRest(platform, agent, seconds, reason)
  return accepted
}

/** spec/ccgateway.md 6, `sayWork`; that both events come, in this order, is inferred from its "and/or". */
export function work(platform: Platform, agent: Agent): Retcode {
  if (agent.state.name === 'talking') return wrongState
  setState(platform, agent, 'wrap-up')
  emit(agent, 'AgentState_SetWork_Success')
  emit(agent, 'AgentState_Work')
  return accepted
}

/** Granted from outside, however late; in a call it waits for its end like any other (inferred). */
export function grantRest(platform: Platform, agent: Agent): Retcode {
  const asked = agent.askedRest
  if (!asked) return wrongState
  agent.askedRest = null
  if (agent.state.name === 'talking') agent.next = { name: 'rest', ...asked }
  else goRest(platform, agent, asked.seconds, asked.reason)
  return accepted
}

/** No event of a denial is published: the agent simply never rests (inferred). */
export function denyRest(agent: Agent): Retcode {
  return agent.askedRest ? takeBackRest(agent) : wrongState
}
