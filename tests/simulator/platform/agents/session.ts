import { agentLeaves } from '../calls/leaving.ts'
import { dropShare } from '../calls/shares.ts'
import type { Agent, Platform, Session, SessionEnd } from '../model.ts'
import { emit, setState } from './agent-state.ts'
import { hangUpPhone } from './phone.ts'

/** spec/ccgateway.md 3.1, "Events in order". */
export function openSession(platform: Platform, agent: Agent, session: Session): void {
  agent.session = session
  emit(agent, 'AgentOther_InService')
  emit(agent, 'AgentState_Ready')
  const { status } = session.parameters
  if (status === 3) {
    setState(platform, agent, 'busy')
    emit(agent, 'AgentState_SetNotReady_Success', { reason: '0' })
  } else if (status === 5) {
    setState(platform, agent, 'wrap-up')
    emit(agent, 'AgentState_Work')
  } else {
    setState(platform, agent, 'idle')
  }
  platform.qualityControl.came(agent)
}

/**
 * Also in a call: signs out and releases the call (spec/ccgateway.md 3.4). `AgentOther_ShutdownService` is certain only
 * when it arrives (3.4); a session taken over is told by its next answer instead (3.2).
 */
export function closeSession(platform: Platform, agent: Agent, why: SessionEnd): void {
  const session = agent.session
  if (!session) return
  platform.qualityControl.gone(agent)
  leaveCalls(platform, agent)
  platform.chats.gone(agent)
  hangUpPhone(agent)
  if (why !== 'taken-over') {
    emit(agent, 'AgentOther_ShutdownService', { loginTime: String(session.loginTime) })
  }
  agent.session = null
  agent.next = null
  agent.askedRest = null
  setState(platform, agent, 'signed-out')
  session.onEnd(why)
}

/** A call that had not been answered goes back to where it came from (inferred). */
function leaveCalls(platform: Platform, agent: Agent): void {
  for (const share of [...agent.shares]) {
    if (!agent.shares.includes(share)) continue
    if (share.state === 'ringing' || share.state === 'offering') {
      dropShare(share)
      share.outcome.lost()
    } else {
      agentLeaves(platform, share, 'agent-hung-up')
    }
  }
  agent.past = { talked: false, queue: null }
}
