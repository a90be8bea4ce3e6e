import { emit, setState } from '../agents/agent-state.ts'
import { bringPhone, releasePhone } from '../agents/phone.ts'
import type { Agent, Platform, PlatformCall, Queue, Share } from '../model.ts'
import { closeCall, noteCall, openCall, setPhase } from './call.ts'
import { customerAlerting } from './call-events.ts'
import { calleeFails, legDropped } from './leaving.ts'
import { ringNumber } from './ring-number.ts'
import { dropShare, openShare } from './shares.ts'
import { beginTalking } from './talk.ts'
import { offersPicture } from './video/pictures.ts'

export interface CallOut {
  readonly called: string
  /** Displayed number; the platform's default when empty (spec/ccgateway.md 8.2). */
  readonly caller: string
  readonly data: string
  /** The queue it is booked on. */
  readonly queue?: Queue | null
  /** 0 audio, 1 video, 2 whatever the other side has (spec/ccgateway.md 8.2). */
  readonly mediaAbility?: 0 | 1 | 2
}

/** Not in a call, or with held ones only; not in wrap-up or rest (spec/ccgateway.md 8.2). */
export function mayBegin(agent: Agent): boolean {
  if (agent.fate === 'password-to-change') return false
  if (agent.state.name === 'idle' || agent.state.name === 'busy') return true
  return agent.shares.length > 0 && agent.shares.every(({ state }) => state === 'held')
}

/** Answers the call id at once; the agent's own phone is called first (spec/ccgateway.md 15.9, "Outgoing"). */
export function callOut(platform: Platform, agent: Agent, wish: CallOut): PlatformCall {
  const call = openCall(platform, {
    feature: 7,
    caller: wish.caller || (platform.queues[0]?.accessCode ?? agent.softphone.number),
    called: wish.called,
    queue: wish.queue ?? null,
    data: wish.data,
    video: wish.mediaAbility !== undefined && wish.mediaAbility > 0,
  })
  const share = openShare({ call, agent, state: 'dialling' })
  setPhase(platform, call, 'dialling')
  beginFromPhone(platform, share, {
    up: () => ringCallee(platform, share, wish.mediaAbility === 1),
    failed: 'AgentEvent_Call_Out_Fail',
  })
  return call
}

interface FromPhone {
  readonly up: () => void
  readonly failed: 'AgentEvent_Call_Out_Fail' | 'AgentEvent_Inside_Call_Fail'
}

/** What an agent begins: the own phone, `AgentState_Busy`, then the far end. */
export function beginFromPhone(platform: Platform, share: Share, { up, failed }: FromPhone): void {
  const { agent, call } = share
  const before = agent.state
  const wasFree = before.name !== 'talking'
  if (wasFree) setState(platform, agent, 'talking')
  bringPhone(
    platform,
    agent,
    { number: call.called, video: offersPicture(call, agent) },
    {
      up: () => {
        if (wasFree) emit(agent, 'AgentState_Busy')
        up()
      },
      failed: () => {
        emit(agent, failed, share.callId)
        emit(agent, 'AgentEvent_Connect_Fail', share.callId)
        dropShare(share)
        closeCall(platform, call, 'phone-refused')
        releasePhone(agent)
        agent.past = { talked: false, queue: null }
        // No AgentState_Busy was sent, so nothing takes it back: the agent is where they were (inferred).
        if (wasFree) setState(platform, agent, before.name, before.reason)
        platform.dispatch()
      },
      dropped: (end) => legDropped(platform, agent, end),
    },
  )
}

function ringCallee(platform: Platform, share: Share, videoOnly: boolean): void {
  const { call, agent } = share
  const ringing = ringNumber(platform, call.called, {
    id: call.id,
    rings: (party) => {
      call.parties.push(party)
      noteCall(platform, call, 'dialling')
      emit(agent, 'AgentEvent_Customer_Alerting', customerAlerting(share, party.number))
    },
    answers: () => answered(platform, share, videoOnly),
    fails: () => calleeFails(platform, share),
  })
  if (call.phase === 'dialling') call.timer = () => ringing.stop(null)
}

/** "1 against an audio phone drops the call at answer"; 2 makes a voice call of it (spec/ccgateway.md 8.2). */
function answered(platform: Platform, share: Share, videoOnly: boolean): void {
  const { call } = share
  const sees = call.parties.some(({ camera }) => camera)
  if (!sees) {
    call.began = 'voice'
    call.picture = false
  }
  if (videoOnly && !sees) calleeFails(platform, share)
  else beginTalking(platform, share)
}
