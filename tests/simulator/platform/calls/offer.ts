import { emit, setState } from '../agents/agent-state.ts'
import { bringPhone } from '../agents/phone.ts'
import type { Agent, Feature, Outcome, Platform, PlatformCall, Share } from '../model.ts'
import { setPhase } from './call.ts'
import { customerAlerting, incomingCallInfo, ringing } from './call-events.ts'
import { legDropped } from './leaving.ts'
import { notAnswered, phoneUnavailable } from './not-taken.ts'
import { farNumber, openShare } from './shares.ts'
import { beginTalking } from './talk.ts'
import { offersPicture } from './video/pictures.ts'

export interface Offer {
  readonly call: PlatformCall
  readonly agent: Agent
  readonly outcome: Outcome
  readonly callId?: string
  readonly part?: 'main' | 'assistant'
  readonly feature?: Feature
  readonly caller?: string
  readonly called?: string
  /** Somebody is in the conversation already: those outside are not told that it rings. */
  readonly quiet?: boolean
  /** The agent has asked for it: no ringing (`snatchpickup`). */
  readonly asked?: boolean
}

/**
 * spec/ccgateway.md 15.9, "Incoming": the agent is occupied, the phone is called, and only then is the agent asked.
 * `AgentEvent_Incoming_CallInfo` is "being delivered" (15.2): first of what tells of the call (its place is inferred).
 */
export function offer(platform: Platform, { quiet = false, asked = false, ...of }: Offer): Share {
  const { call, agent, part = 'main' } = of
  const share = openShare({ ...of, state: 'offering' })
  if (!quiet) setPhase(platform, call, 'offering')
  occupy(platform, agent)
  const fromQueue = call.feature === 0 && !quiet
  if (fromQueue && platform.behaviour.incomingCallInfo)
    emit(agent, 'AgentEvent_Incoming_CallInfo', incomingCallInfo(call))
  const name = call.parties[0]?.name
  bringPhone(
    platform,
    agent,
    { number: farNumber(share), ...(name && { name }), video: offersPicture(call, agent) },
    {
      part,
      up: () => (asked ? beginTalking(platform, share) : ask(platform, share, quiet)),
      failed: (why) => (why === 'not-taken' ? notAnswered(platform, share) : phoneUnavailable(platform, share)),
      dropped: (end) => legDropped(platform, agent, end),
    },
  )
  return share
}

/** An agent who is in a call already is told nothing (spec/ccgateway.md 15.1, inferred). */
function occupy(platform: Platform, agent: Agent): void {
  if (agent.state.name === 'talking') return
  setState(platform, agent, 'talking')
  emit(agent, 'AgentState_Busy')
}

/** With auto-answer the gateway answers: `AgentEvent_Auto_Answer` replaces Ringing (spec/ccgateway.md 15.9). */
function ask(platform: Platform, share: Share, quiet: boolean): void {
  const { agent, call } = share
  // A second call is not answered into a conversation (inferred).
  const automatic = agent.session?.autoAnswer === true && agent.shares.every(({ state }) => state !== 'talking')
  share.state = 'ringing'
  if (!quiet) setPhase(platform, call, 'ringing')
  emit(agent, automatic ? 'AgentEvent_Auto_Answer' : 'AgentEvent_Ringing', ringing(share))
  emit(agent, 'AgentEvent_Customer_Alerting', customerAlerting(share, farNumber(share)))
  share.outcome.rings?.()
  if (automatic) beginTalking(platform, share)
  else share.timer = platform.after(platform.timeouts.noAnswerMs, () => notAnswered(platform, share))
}
