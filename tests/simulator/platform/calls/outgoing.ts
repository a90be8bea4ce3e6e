import { emit, setState } from '../agents/agent-state.ts'
import { bringPhone, releasePhone } from '../agents/phone.ts'
import type { Agent, Callee, Party, Platform, PlatformCall } from '../model.ts'
import { closeCall, openCall, setPhase } from './call.ts'
import { customerAlerting } from './call-events.ts'
import { calleeFails, customerLeaves, legDropped } from './endings.ts'
import { beginTalking } from './talk.ts'

export interface CallOut {
  readonly called: string
  /** Displayed number; the platform's default when empty (spec/ccgateway.md 8.2). */
  readonly caller: string
  readonly data: string
}

/** Answers the call id at once; the agent's own phone is called first (spec/ccgateway.md 15.9, "Outgoing"). */
export function callOut(platform: Platform, agent: Agent, wish: CallOut): PlatformCall {
  const before = agent.state
  const call = openCall(platform, {
    feature: 7,
    caller: wish.caller || (platform.queues[0]?.accessCode ?? agent.softphone.number),
    called: wish.called,
    queue: null,
    party: nobody(wish.called),
    data: wish.data,
  })
  call.agent = agent
  agent.call = call
  setState(platform, agent, 'talking')
  setPhase(platform, call, 'dialling')
  bringPhone(
    platform,
    agent,
    { number: wish.called },
    {
      up: () => {
        emit(agent, 'AgentState_Busy')
        ringCallee(platform, agent, call)
      },
      failed: () => {
        emit(agent, 'AgentEvent_Call_Out_Fail', call.id)
        emit(agent, 'AgentEvent_Connect_Fail', call.id)
        releasePhone(agent)
        closeCall(platform, call, 'phone-refused')
        // No AgentState_Busy was sent, so nothing takes it back: the agent is where they were (inferred).
        setState(platform, agent, before.name, before.reason)
        platform.dispatch()
      },
      dropped: (end) => legDropped(platform, agent, end),
    },
  )
  return call
}

function ringCallee(platform: Platform, agent: Agent, call: PlatformCall): void {
  const callee = platform.callee(call.called)
  if (!callee || callee.whenCalled === 'busy') calleeFails(platform, agent, call)
  else alertCallee(platform, agent, call, callee)
}

function alertCallee(platform: Platform, agent: Agent, call: PlatformCall, callee: Callee): void {
  call.party = callee.open(
    call.id,
    () => customerLeaves(platform, call),
    () => call.agent?.leg?.dialog ?? null,
  )
  setPhase(platform, call, 'dialling')
  emit(agent, 'AgentEvent_Customer_Alerting', customerAlerting(call))
  call.timer = platform.after(callee.ringMs, () => {
    if (callee.whenCalled === 'answers') beginTalking(platform, call, agent)
    else calleeFails(platform, agent, call)
  })
}

function nobody(number: string): Party {
  return { number, say: () => null, hear: () => undefined, onPhase: () => undefined }
}
