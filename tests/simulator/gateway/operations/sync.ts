import { currentShare, heldShares, othersOf } from '../../platform/calls/shares.ts'
import type { Agent, Share, ShareState } from '../../platform/model.ts'
import { ok } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'

export const syncRoutes: readonly Route[] = [
  { name: 'syncAgentInfo', method: 'POST', path: '/onlineagent/{agentid}/syncagentinfo', run: syncAgentInfo },
]

/** Clears the server-side event queue (spec/ccgateway.md 3.7). */
function syncAgentInfo({ agent, seat }: Context): Reply {
  seat.stream.clear()
  const held = heldShares(agent)
  const current = currentShare(agent)
  const share = current ?? held.at(-1) ?? null
  return ok({
    callinfo: share?.callId ?? '',
    agentStateInfo: {
      workNo: agent.workNumber,
      state: syncState(agent, current),
      lastState: 255,
      ...ofCall(share),
      mainCallId: agent.shares[0]?.callId ?? '',
      curCallId: current?.callId ?? '',
      holdCallId: held.at(-1)?.callId ?? '',
      qcWorkNo: '',
      preBusy: agent.next?.name === 'busy',
      preRest: agent.next?.name === 'rest',
      beginHoldTime: '',
      agentStateBeginTime: String(agent.state.since),
      cmdBeginTime: '',
      currentTime: String(Date.now()),
    },
  })
}

function ofCall(share: Share | null): Record<string, unknown> {
  const began = share?.call.beginTime ? String(share.call.beginTime) : ''
  const talks = share?.state === 'talking'
  return {
    callFeature: share?.feature ?? -1,
    talkingCallfeature: share && talks ? share.feature : -1,
    callData: share?.call.data ?? '',
    callerNo: share?.caller ?? '',
    calledNo: share?.called ?? '',
    partner: share && othersOf(share).length > 1 ? othersOf(share).join(',') : '',
    recordID: '',
    firsttalkingFlag: talks,
    beginTalkingTime: began,
    secondTalkingTime: began,
  }
}

const ofShare: Readonly<Record<ShareState, number>> = {
  offering: 7,
  ringing: 8,
  dialling: 6,
  talking: 9,
  held: 11,
  away: 11,
}

/** spec/ccgateway.md 16.3. */
function syncState(agent: Agent, current: Share | null): number {
  if (agent.state.name !== 'talking') {
    return { idle: 1, 'wrap-up': 2, rest: 3, busy: 4, 'signed-out': 255 }[agent.state.name]
  }
  if (!current) return agent.shares.length > 0 ? 11 : 7
  if (current.muted) return 12
  return current.state === 'talking' ? syncTalking(current) : ofShare[current.state]
}

function syncTalking(share: Share): number {
  if (share.call.under?.kind === 'talk' && share.call.under.third) return 14
  if (othersOf(share).length > 1) return 10
  return share.call.consultFor ? 13 : ofShare.talking
}
