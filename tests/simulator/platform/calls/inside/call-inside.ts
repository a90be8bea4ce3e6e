import { emit, settle } from '../../agents/agent-state.ts'
import { releasePhone } from '../../agents/phone.ts'
import type { Agent, Feature, Platform, PlatformCall, Share } from '../../model.ts'
import { closeCall, openCall, setPhase } from '../call.ts'
import { customerAlerting } from '../call-events.ts'
import { afterCall } from '../leaving.ts'
import { offer } from '../offer.ts'
import { beginFromPhone } from '../outgoing.ts'
import { mayTake } from '../queue.ts'
import { dropShare, openShare } from '../shares.ts'
import { beginTalking } from '../talk.ts'
import { insideNumber } from './numbers.ts'

export interface InsideCall {
  readonly from: Agent
  readonly to: Agent
  readonly data: string
}

export type InsideFail = 'AgentEvent_Inside_Call_Fail' | 'AgentEvent_Consult_Fail'

/** Two agents' call; the caller's part is there from the beginning. */
export function openInside(platform: Platform, feature: Feature, { from, to, data }: InsideCall): Share {
  const call = openCall(platform, {
    feature,
    caller: insideNumber(from),
    called: insideNumber(to),
    queue: null,
    data,
  })
  const share = openShare({ call, agent: from, state: 'dialling' })
  setPhase(platform, call, 'dialling')
  return share
}

/** spec/ccgateway.md 8.1, `callinner`. */
export function callInside(platform: Platform, wish: InsideCall): PlatformCall {
  const share = openInside(platform, 6, wish)
  beginFromPhone(platform, share, {
    up: () => ringColleague(platform, share, wish.to, 'AgentEvent_Inside_Call_Fail'),
    failed: 'AgentEvent_Inside_Call_Fail',
  })
  return share.call
}

/** Whoever may not be asked at this moment is told of at once. */
export function ringColleague(platform: Platform, share: Share, to: Agent, failed: InsideFail): void {
  const lost = () => insideFails(platform, share, failed)
  if (to === share.agent || !mayTake(platform, to)) {
    lost()
    return
  }
  offer(platform, {
    call: share.call,
    agent: to,
    part: share.call.feature === 6 ? 'main' : 'assistant',
    quiet: true,
    outcome: {
      rings: () => emit(share.agent, 'AgentEvent_Customer_Alerting', alerting(share, to)),
      taken: () => beginTalking(platform, share),
      lost,
    },
  })
}

function alerting(share: Share, to: Agent): Record<string, unknown> {
  return customerAlerting(share, to.workNumber, to.workNumber)
}

/** As "Callee fails" of spec/ccgateway.md 15.9, without the own leg's event (inferred). */
function insideFails(platform: Platform, share: Share, failed: InsideFail): void {
  const { agent, call } = share
  if (!agent.shares.includes(share)) return
  dropShare(share)
  closeCall(platform, call, 'not-answered')
  if (agent.shares.length > 0) {
    emit(agent, failed, share.callId)
    afterCall(platform, share)
    return
  }
  releasePhone(agent)
  emit(agent, failed, share.callId)
  agent.past = { talked: false, queue: null }
  settle(platform, agent, agent.past)
}
