import { emit } from '../../agents/agent-state.ts'
import type { Platform, Share } from '../../model.ts'
import { arrange } from '../arrange.ts'
import { closeCall } from '../call.ts'
import { customerRelease } from '../call-events.ts'
import { afterCall } from '../leaving.ts'
import { dropShare } from '../shares.ts'
import { talkAgain } from '../talk.ts'
import { playIvr } from './release.ts'
import type { Target } from './target.ts'

/** Through an IVR and back to the same agent (spec/ccgateway.md 8.3); a flow that ends, ends the call (inferred). */
export function suspend(platform: Platform, share: Share, target: Target): void {
  if (target.kind !== 'ivr') return
  const { call, agent } = share
  share.state = 'away'
  arrange(call)
  playIvr(platform, call, target.ivr, () => {
    if (target.ivr.afterwards === 'returns') {
      emit(agent, 'AgentEvent_ReturnFromIvr', share.callId)
      return talkAgain(platform, share)
    }
    const gone = customerRelease(share)
    dropShare(share)
    closeCall(platform, call, 'ended-by-platform')
    emit(agent, 'AgentEvent_Customer_Release', gone)
    emit(agent, 'AgentEvent_Call_Release', share.callId)
    afterCall(platform, share)
  })
}
