import type { LegEnd } from '../../sip/sip-side.ts'
import { emit, goBusy, settle } from '../agents/agent-state.ts'
import { releasePhone } from '../agents/phone.ts'
import type { Agent, Platform, PlatformCall } from '../model.ts'
import { closeCall, setPhase } from './call.ts'
import { customerRelease } from './call-events.ts'

/** spec/ccgateway.md 15.9, "Hang-up by agent". The platform ending it looks the same (11, `forcedropcall`). */
export function agentHangsUp(
  platform: Platform,
  agent: Agent,
  call: PlatformCall,
  end: 'agent-hung-up' | 'ended-by-platform' = 'agent-hung-up',
): void {
  const talked = call.beginTime !== null
  closeCall(platform, call, end)
  emit(agent, 'AgentEvent_Call_Release', call.id)
  emit(agent, 'AgentEvent_Customer_Release', customerRelease(call))
  releasePhone(agent)
  settle(platform, agent, { talked, queue: call.queue })
}

/** spec/ccgateway.md 15.9, "Customer hangs up" [inferred]; giving up while it rings is told the same way (inferred). */
export function customerLeaves(platform: Platform, call: PlatformCall): void {
  if (call.phase === 'ended') return
  if (call.agent && call.phase === 'dialling') calleeFails(platform, call.agent, call)
  else customerHangsUp(platform, call)
}

function customerHangsUp(platform: Platform, call: PlatformCall): void {
  const agent = call.agent
  const talked = call.phase === 'talking'
  closeCall(platform, call, talked ? 'customer-hung-up' : 'customer-gave-up')
  if (!agent) return
  emit(agent, 'AgentEvent_Customer_Release', customerRelease(call))
  emit(agent, 'AgentEvent_Call_Release', call.id)
  releasePhone(agent)
  settle(platform, agent, { talked, queue: call.queue })
}

/** spec/ccgateway.md 15.9: `AgentEvent_No_Answer` → `AgentOther_PhoneRelease` → busy, reason 2 [last two inferred]. */
export function notAnswered(platform: Platform, agent: Agent, call: PlatformCall): void {
  emit(agent, 'AgentEvent_No_Answer', call.id)
  releasePhone(agent)
  takeFrom(agent, call)
  goBusy(platform, agent, 2)
  requeue(platform, call)
}

/** Mode 1: back to the queue, agent busy with reason 7; mode 2: call released, agent idle (spec/ccgateway.md 8.1). */
export function reject(platform: Platform, agent: Agent, call: PlatformCall, mode: 1 | 2): void {
  emit(agent, 'AgentEvent_No_Answer', call.id)
  if (mode === 1) {
    takeFrom(agent, call)
    goBusy(platform, agent, 7)
    releasePhone(agent)
    requeue(platform, call)
  } else {
    closeCall(platform, call, 'rejected')
    releasePhone(agent)
    settle(platform, agent, { talked: false, queue: call.queue })
  }
}

/** Busy, reason 5 (spec/ccgateway.md 6); `AgentEvent_Connect_Fail` is the own leg's (15.2); their order is inferred. */
export function phoneUnavailable(platform: Platform, agent: Agent, call: PlatformCall): void {
  emit(agent, 'AgentEvent_Connect_Fail', call.id)
  releasePhone(agent)
  takeFrom(agent, call)
  goBusy(platform, agent, 5)
  requeue(platform, call)
}

/** spec/ccgateway.md 15.9, "Callee fails". */
export function calleeFails(platform: Platform, agent: Agent, call: PlatformCall): void {
  closeCall(platform, call, 'not-answered')
  releasePhone(agent)
  emit(agent, 'AgentEvent_Call_Out_Fail', call.id)
  emit(agent, 'AgentEvent_Connect_Fail', call.id)
  settle(platform, agent, { talked: false, queue: null })
}

/**
 * The softphone hung up, or was lost: in a conversation that ends the call for the agent (15.9, "Hang-up by agent");
 * while ringing it is the phone's rejection (8.1, `phonehangup`), made busy as for a rejection, or as for an
 * unavailable phone when it was not the phone's doing (inferred).
 */
export function legDropped(platform: Platform, agent: Agent, end: LegEnd): void {
  const call = agent.call
  if (call?.phase === 'ringing') phoneRejects(platform, agent, call, end)
  else if (call) agentHangsUp(platform, agent, call)
}

function phoneRejects(platform: Platform, agent: Agent, call: PlatformCall, end: LegEnd): void {
  emit(agent, 'AgentEvent_No_Answer', call.id)
  takeFrom(agent, call)
  goBusy(platform, agent, end.by === 'phone' ? 7 : 5)
  requeue(platform, call)
}

export function takeFrom(agent: Agent, call: PlatformCall): void {
  agent.call = null
  call.agent = null
  call.lastReleaseAgent = agent.workNumber
}

/** Where it stood: those who waited longer than it are still before it (inferred). */
export function requeue(platform: Platform, call: PlatformCall): void {
  call.requeued += 1
  const place = platform.waiting.findIndex((other) => other.arrivedAt > call.arrivedAt)
  platform.waiting.splice(place < 0 ? platform.waiting.length : place, 0, call)
  setPhase(platform, call, 'queued')
  platform.dispatch()
}
