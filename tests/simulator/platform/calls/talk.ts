import type { PhoneLeg } from '../../sip/sip-side.ts'
import { emit } from '../agents/agent-state.ts'
import type { Agent, Cancel, Party, Platform, PlatformCall } from '../model.ts'
import { setPhase } from './call.ts'
import { record, talking } from './call-events.ts'

/** Both hear each other from here on; recording starts by itself (spec/ccgateway.md 10, 15.9). */
export function beginTalking(platform: Platform, call: PlatformCall, agent: Agent): void {
  call.beginTime = Date.now()
  if (agent.leg) call.unbridge = bridge(agent.leg.dialog, call.party, () => call.muted)
  setPhase(platform, call, 'talking')
  emit(agent, 'AgentEvent_Talking', talking(call))
  emit(agent, 'AgentMediaEvent_Record', record(call, agent))
}

/** Joins a leg and a telephone. Without it neither hears anything of the other. */
export function bridge(leg: PhoneLeg, party: Party, isMuted: () => boolean = () => false): Cancel {
  leg.voice.say(party.say)
  leg.voice.onFrame = (frame, at) => {
    if (!isMuted()) party.hear(frame, at)
  }
  return () => {
    leg.voice.say(null)
    leg.voice.onFrame = null
  }
}
