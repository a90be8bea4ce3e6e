import type { Agent } from '../../platform/model.ts'
import { ok } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'

export const syncRoutes: readonly Route[] = [
  { name: 'syncAgentInfo', method: 'POST', path: '/onlineagent/{agentid}/syncagentinfo', run: syncAgentInfo },
]

/** Clears the server-side event queue (spec/ccgateway.md 3.7). */
function syncAgentInfo({ agent, seat }: Context): Reply {
  seat.stream.clear()
  const call = agent.call
  const began = call?.beginTime === null || call?.beginTime === undefined ? '' : String(call.beginTime)
  return ok({
    callinfo: call?.id ?? '',
    agentStateInfo: {
      workNo: agent.workNumber,
      state: syncState(agent),
      lastState: 255,
      callFeature: call?.feature ?? -1,
      talkingCallfeature: call?.phase === 'talking' ? call.feature : -1,
      callData: call?.data ?? '',
      callerNo: call?.caller ?? '',
      calledNo: call?.called ?? '',
      mainCallId: call?.id ?? '',
      curCallId: call?.id ?? '',
      holdCallId: '',
      partner: '',
      recordID: '',
      qcWorkNo: '',
      preBusy: agent.next?.name === 'busy',
      preRest: agent.next?.name === 'rest',
      firsttalkingFlag: call?.phase === 'talking',
      beginTalkingTime: began,
      secondTalkingTime: began,
      beginHoldTime: '',
      agentStateBeginTime: String(agent.state.since),
      cmdBeginTime: '',
      currentTime: String(Date.now()),
    },
  })
}

/** spec/ccgateway.md 16.3. */
function syncState(agent: Agent): number {
  const call = agent.call
  if (agent.state.name === 'talking' && call) {
    if (call.muted) return 12
    return { ivr: 7, queued: 7, offering: 7, ringing: 8, dialling: 6, talking: 9, ended: 7 }[call.phase]
  }
  return { idle: 1, 'wrap-up': 2, rest: 3, busy: 4, talking: 7, 'signed-out': 255 }[agent.state.name]
}
