import type { LegEnd } from '../../sip/sip-side.ts'
import { emit, settle } from '../agents/agent-state.ts'
import { releasePhone } from '../agents/phone.ts'
import type { Agent, CallEnd, Party, Platform, PlatformCall, Share } from '../model.ts'
import { arrange } from './arrange.ts'
import { closeCall, noteCall } from './call.ts'
import { conference, customerRelease, talking } from './call-events.ts'
import { phoneRejects, withdraw } from './not-taken.ts'
import { callOf, currentShare, dropShare, farNumber, howMany, isConnected, othersOf, remove } from './shares.ts'
import { talkAgain } from './talk.ts'

type AgentsEnd = 'agent-hung-up' | 'ended-by-platform'

/** spec/ccgateway.md 15.9, "Hang-up by agent". The platform ending it looks the same (11, `forcedropcall`). */
export function agentHangsUp(platform: Platform, share: Share, end: AgentsEnd = 'agent-hung-up'): void {
  agentLeaves(platform, share, end)
  afterCall(platform, share)
}

/** Two who stay go on without the agent (spec/ccgateway.md 8.3, 8.5); one is hung up on. */
export function agentLeaves(platform: Platform, share: Share, end: AgentsEnd): void {
  const { call } = share
  const far = customerRelease(share)
  if (call.under?.by === share && !call.under.third) withdrawUnder(call)
  dropShare(share)
  goOnWithout(platform, call, share.agent.workNumber, end)
  emit(share.agent, 'AgentEvent_Call_Release', share.callId)
  emit(share.agent, 'AgentEvent_Customer_Release', far)
}

export function withdrawUnder(call: PlatformCall): void {
  const { under } = call
  call.under = null
  call.waits = null
  under?.withdraw()
}

/** spec/ccgateway.md 15.9, "Customer hangs up" [inferred]; giving up while it rings is told the same way (inferred). */
export function partyLeaves(platform: Platform, party: Party): void {
  const call = callOf(platform.live, party)
  if (!call) return
  const dialling = call.shares.find(({ state }) => state === 'dialling')
  if (dialling) calleeFails(platform, dialling)
  else goOnWithoutParty(platform, call, party)
}

function goOnWithoutParty(platform: Platform, call: PlatformCall, party: Party): void {
  const talked = call.phase === 'talking' || call.phase === 'held'
  failUnder(call)
  remove(call.parties, party)
  const end = talked ? 'customer-hung-up' : 'customer-gave-up'
  party.onPhase('ended', end)
  noteCall(platform, call, 'party-left')
  goOnWithout(platform, call, party.number, call.parties.length > 0 ? 'other-hung-up' : end)
}

/** What was under way and had not come to anything is over, and the agent is told so first. */
function failUnder(call: PlatformCall): void {
  const { under } = call
  if (!under || under.third) return
  withdrawUnder(call)
  under.failed()
}

/** Somebody is gone: those who stay go on if they are two, or else that was the call. */
export function goOnWithout(platform: Platform, call: PlatformCall, who: string, end: CallEnd): void {
  if (howMany(call) < 2) {
    endForAll(platform, call, who, end)
    return
  }
  if (call.under?.third && howMany(call) === 2) call.under = null
  call.waits = null
  arrange(call)
  for (const share of call.shares.filter(isConnected)) {
    emit(share.agent, 'AgentEvent_Customer_Release', customerRelease(share, who))
    tellWhoTalks(share)
  }
}

/** That two who are left talk, and who still is in a conference, is told after somebody left (inferred). */
export function tellWhoTalks(share: Share): void {
  if (share.state !== 'talking') return
  if (othersOf(share).length > 1) emit(share.agent, 'AgentEvent_Conference', conference(share))
  else emit(share.agent, 'AgentEvent_Talking', talking(share))
}

function endForAll(platform: Platform, call: PlatformCall, who: string, end: CallEnd): void {
  const shares = [...call.shares]
  const numbers = new Map(shares.map((share) => [share, who || farNumber(share)]))
  closeCall(platform, call, end)
  for (const share of shares) {
    if (!isConnected(share)) withdraw(platform, share, () => tellGone(share, numbers.get(share)))
    else {
      dropShare(share)
      tellGone(share, numbers.get(share))
      afterCall(platform, share)
    }
  }
}

function tellGone(share: Share, number: string | undefined): void {
  emit(share.agent, 'AgentEvent_Customer_Release', customerRelease(share, number))
  emit(share.agent, 'AgentEvent_Call_Release', share.callId)
}

/**
 * With other calls the agent stays in them; the customer a colleague was asked about comes back (spec/ccgateway.md 8.4,
 * for `disconnect`; that it is the same however the consultation ends is inferred).
 */
export function afterCall(platform: Platform, { agent, call }: Share): void {
  const back = call.consultFor
  if (back?.state === 'held' && agent.shares.includes(back) && !isBusy(agent)) talkAgain(platform, back)
  platform.qualityControl.conversationOver(agent)
  if (agent.shares.length > 0) return
  releasePhone(agent)
  const { past } = agent
  agent.past = { talked: false, queue: null }
  settle(platform, agent, past)
}

function isBusy(agent: Agent): boolean {
  return currentShare(agent) !== null
}

/** spec/ccgateway.md 15.9, "Callee fails". */
export function calleeFails(platform: Platform, share: Share): void {
  const { agent, call } = share
  dropShare(share)
  closeCall(platform, call, 'not-answered')
  if (agent.shares.length === 0) releasePhone(agent)
  emit(agent, 'AgentEvent_Call_Out_Fail', share.callId)
  emit(agent, 'AgentEvent_Connect_Fail', share.callId)
  if (agent.shares.length > 0) return
  agent.past = { talked: false, queue: null }
  settle(platform, agent, { talked: false, queue: null })
}

/** The phone hung up, or was lost: the end of every call it carried (15.9, "Hang-up by agent", for several inferred). */
export function legDropped(platform: Platform, agent: Agent, end: LegEnd): void {
  for (const share of [...agent.shares]) {
    if (!agent.shares.includes(share)) continue
    if (share.state === 'ringing' || share.state === 'offering') phoneRejects(platform, share, end)
    else agentLeaves(platform, share, 'agent-hung-up')
  }
  if (agent.shares.length > 0 || agent.state.name !== 'talking') return
  const { past } = agent
  agent.past = { talked: false, queue: null }
  settle(platform, agent, past)
}
