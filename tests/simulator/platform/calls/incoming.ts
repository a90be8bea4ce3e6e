import { emit, setState } from '../agents/agent-state.ts'
import { bringPhone } from '../agents/phone.ts'
import type { Agent, Platform, PlatformCall } from '../model.ts'
import { setPhase } from './call.ts'
import { customerAlerting, incomingCallInfo, ringing } from './call-events.ts'
import { legDropped, notAnswered, phoneUnavailable } from './endings.ts'
import { beginTalking } from './talk.ts'

/**
 * spec/ccgateway.md 15.9, "Incoming": the agent is occupied, the phone is called, and only then is the agent asked.
 * `AgentEvent_Incoming_CallInfo` is "being delivered" (15.2): first of what tells of the call (its place is inferred).
 */
export function offer(platform: Platform, call: PlatformCall, agent: Agent): void {
  call.agent = agent
  agent.call = call
  setPhase(platform, call, 'offering')
  setState(platform, agent, 'talking')
  emit(agent, 'AgentState_Busy')
  if (platform.behaviour.incomingCallInfo) emit(agent, 'AgentEvent_Incoming_CallInfo', incomingCallInfo(call))

  bringPhone(platform, agent, call.party, {
    up: () => ask(platform, call, agent),
    failed: (why) => {
      if (why === 'not-taken') notAnswered(platform, agent, call)
      else phoneUnavailable(platform, agent, call)
    },
    dropped: (end) => legDropped(platform, agent, end),
  })
}

/** With auto-answer the gateway answers: `AgentEvent_Auto_Answer` replaces Ringing (spec/ccgateway.md 15.9). */
function ask(platform: Platform, call: PlatformCall, agent: Agent): void {
  const automatic = agent.session?.autoAnswer === true
  setPhase(platform, call, 'ringing')
  emit(agent, automatic ? 'AgentEvent_Auto_Answer' : 'AgentEvent_Ringing', ringing(call))
  emit(agent, 'AgentEvent_Customer_Alerting', customerAlerting(call))
  if (automatic) beginTalking(platform, call, agent)
  else call.timer = platform.after(platform.timeouts.noAnswerMs, () => notAnswered(platform, agent, call))
}
