import type { LegEnd } from '../../sip/sip-side.ts'
import { emit, goBusy, settle } from '../agents/agent-state.ts'
import { releasePhone } from '../agents/phone.ts'
import type { Agent, Platform, Share } from '../model.ts'
import { closeCall } from './call.ts'
import { dropShare } from './shares.ts'

/** Out of it; what becomes of the call comes after what becomes of the agent. */
function takeFrom(share: Share): void {
  dropShare(share)
  share.call.lastReleaseAgent = share.agent.workNumber
}

/** An agent with other calls stays in them (inferred). */
function isFree({ shares }: Agent): boolean {
  return shares.length === 0
}

function goBusyIfFree(platform: Platform, agent: Agent, reason: number): void {
  if (!isFree(agent)) return
  agent.past = { talked: false, queue: null }
  goBusy(platform, agent, reason)
}

/** spec/ccgateway.md 15.9: `AgentEvent_No_Answer` → `AgentOther_PhoneRelease` → busy, reason 2 [last two inferred]. */
export function notAnswered(platform: Platform, share: Share): void {
  const { agent } = share
  emit(agent, 'AgentEvent_No_Answer', share.callId)
  takeFrom(share)
  if (isFree(agent)) releasePhone(agent)
  goBusyIfFree(platform, agent, 2)
  share.outcome.lost()
}

/** Mode 1: back to the queue, agent busy with reason 7; mode 2: call released, agent idle (spec/ccgateway.md 8.1). */
export function reject(platform: Platform, share: Share, mode: 1 | 2): void {
  const { agent, call } = share
  emit(agent, 'AgentEvent_No_Answer', share.callId)
  takeFrom(share)
  if (mode === 1) {
    goBusyIfFree(platform, agent, 7)
    if (isFree(agent)) releasePhone(agent)
    share.outcome.lost()
    return
  }
  // What somebody else has handed over or asks for is theirs to end (inferred).
  if (call.shares.length === 0 && !call.under) closeCall(platform, call, 'rejected')
  else share.outcome.lost()
  if (!isFree(agent)) return
  releasePhone(agent)
  agent.past = { talked: false, queue: null }
  settle(platform, agent, { talked: false, queue: call.queue })
}

/** Busy, reason 5 (spec/ccgateway.md 6); `AgentEvent_Connect_Fail` is the own leg's (15.2); their order is inferred. */
export function phoneUnavailable(platform: Platform, share: Share): void {
  const { agent } = share
  emit(agent, 'AgentEvent_Connect_Fail', share.callId)
  takeFrom(share)
  if (isFree(agent)) releasePhone(agent)
  goBusyIfFree(platform, agent, 5)
  share.outcome.lost()
}

/**
 * While it rings the phone hanging up is its rejection (8.1, `phonehangup`), made busy as for a rejection, or as for an
 * unavailable phone when it was not the phone's doing (inferred).
 */
export function phoneRejects(platform: Platform, share: Share, end: LegEnd): void {
  emit(share.agent, 'AgentEvent_No_Answer', share.callId)
  takeFrom(share)
  goBusyIfFree(platform, share.agent, end.by === 'phone' ? 7 : 5)
  share.outcome.lost()
}

/** Nobody wants it taken any more: told as when the customer gives up while it rings (inferred). */
export function withdraw(platform: Platform, share: Share, told: () => void): void {
  const { agent } = share
  if (!agent.shares.includes(share)) return
  dropShare(share)
  told()
  if (!isFree(agent)) return
  releasePhone(agent)
  agent.past = { talked: false, queue: null }
  settle(platform, agent, { talked: false, queue: null })
}
