import { emit } from '../../agents/agent-state.ts'
import type { Platform, Share } from '../../model.ts'
import { arrange } from '../arrange.ts'
import { customerRelease } from '../call-events.ts'
import { afterCall } from '../leaving.ts'
import { stopRecording } from '../several/recording.ts'
import { dropShare } from '../shares.ts'

/**
 * The agent is out of it and the customer stays (spec/ccgateway.md 8.3, "Events"). `then` is what becomes of the
 * customer: before the agent is free, who might otherwise be given the same call.
 */
export function handOver(platform: Platform, share: Share, then: () => void): void {
  const { agent, call } = share
  const released = customerRelease(share)
  call.lastReleaseAgent = agent.workNumber
  dropShare(share)
  arrange(call)
  then()
  emit(agent, 'AgentEvent_Call_Release', share.callId)
  emit(agent, 'AgentEvent_Customer_Release', released)
  afterCall(platform, share)
}

/** With what a success transfer has besides (spec/ccgateway.md 8.3, "additionally"; its order inferred). */
export function handOverWithSuccess(platform: Platform, share: Share, then: () => void): void {
  emit(share.agent, 'AgentEvent_SuccTransResult', { result: 0, callId: share.callId })
  handOver(platform, share, () => {
    then()
    stopRecording(share)
  })
}
