import { emit } from '../../agents/agent-state.ts'
import type { Agent, Outcome, Platform, Share } from '../../model.ts'
import { arrange } from '../arrange.ts'
import { newCallId } from '../call.ts'
import { withdrawUnder } from '../leaving.ts'
import { withdraw } from '../not-taken.ts'
import { offer } from '../offer.ts'
import { mayTake } from '../queue.ts'
import { tellConference } from '../several/conference.ts'
import { putOnHold } from '../several/hold.ts'
import { openInside, ringColleague } from './call-inside.ts'
import { insideNumber } from './numbers.ts'

export interface Help {
  readonly to: Agent
  readonly mode: 'two-party' | 'three-party'
  readonly data: string
  /** Three-party: whether the customer waits while it rings. */
  readonly holdCustomer: boolean
}

/** spec/ccgateway.md 8.4, `innerhelp`; answers the call's id. */
export function askForHelp(platform: Platform, share: Share, help: Help): string {
  return help.mode === 'two-party' ? consult(platform, share, help) : bringIn(platform, share, help)
}

/** The customer is held, and a call of its own goes to the colleague. */
function consult(platform: Platform, share: Share, { to, data }: Help): string {
  putOnHold(platform, share)
  const asking = openInside(platform, 51, { from: share.agent, to, data: data || share.call.data })
  asking.call.consultFor = share
  // The customer may be gone, or the phone, by the time anybody rings.
  ringColleague(platform, asking, to, 'AgentEvent_Consult_Fail')
  return asking.callId
}

/** The colleague comes into the customer's call, which each of the two knows by an id of its own (inferred). */
function bringIn(platform: Platform, share: Share, { to, data, holdCustomer }: Help): string {
  const { call } = share
  const callId = newCallId(platform)
  platform.calls.set(callId, call)
  if (data) call.data = data
  const over = () => {
    if (call.under?.by === share) call.under = null
    call.waits = null
    arrange(call)
  }
  const failed = () => emit(share.agent, 'AgentEvent_Consult_Fail', callId)
  let asked: Share | null = null
  call.under = {
    by: share,
    kind: 'help',
    third: null,
    withdraw: () => {
      if (asked) withdrawAsked(platform, asked)
    },
    failed,
  }
  call.waits = holdCustomer ? (call.parties[0] ?? null) : null
  arrange(call)
  const outcome: Outcome = {
    rings: () => emit(share.agent, 'AgentEvent_Customer_Alerting', alertingOf(share, callId, to)),
    taken: () => {
      over()
      tellConference(call)
    },
    lost: () => {
      if (call.under?.by !== share) return
      over()
      failed()
    },
  }
  if (!mayTake(platform, to)) outcome.lost()
  else asked = offer(platform, { ...partsOf(share, callId, to), outcome })
  return callId
}

/** The one who is asked into a call has not answered and need not any more; told as a hang-up (inferred). */
export function withdrawHelp(platform: Platform, agent: Agent, callId: string): boolean {
  const call = platform.calls.get(callId)
  const { by, kind } = call?.under ?? {}
  if (!call || kind !== 'help' || by?.agent !== agent || by.callId === callId) return false
  withdrawUnder(call)
  arrange(call)
  emit(agent, 'AgentEvent_Call_Release', callId)
  return true
}

function partsOf({ call, agent }: Share, callId: string, to: Agent) {
  const caller = insideNumber(agent)
  return {
    call,
    agent: to,
    callId,
    feature: 52,
    part: 'assistant',
    quiet: true,
    caller,
    called: insideNumber(to),
  } as const
}

function alertingOf(share: Share, callid: string, { workNumber }: Agent): Record<string, unknown> {
  return { callid, otherPhone: workNumber, otherPhoneWorkno: workNumber, type: share.part }
}

function withdrawAsked(platform: Platform, asked: Share): void {
  const { agent, callId, caller } = asked
  withdraw(platform, asked, () => {
    emit(agent, 'AgentEvent_Customer_Release', { callid: callId, number: caller })
    emit(agent, 'AgentEvent_Call_Release', callId)
  })
}
