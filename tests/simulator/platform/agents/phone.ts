import type { LegEnd } from '../../sip/sip-side.ts'
import type { Agent, AgentLine, Platform } from '../model.ts'
import { emit } from './agent-state.ts'

interface From {
  readonly number: string
  readonly name?: string
  readonly video?: boolean
}

/** What may come of calling an agent's phone. */
export interface PhoneSteps {
  readonly up: () => void
  readonly failed: (why: 'unavailable' | 'not-taken') => void
  /** It was up and is gone, and not by the platform's doing. */
  readonly dropped: (end: LegEnd) => void
  /** `assistant`: the agent is asked into a colleague's call (spec/ccgateway.md 15.4). */
  readonly part?: 'main' | 'assistant'
}

/**
 * The phone is called first, before any action of the agent is possible (spec/ccgateway.md 15.4, 15.9). A line that is
 * always off-hook is there already (`releasephone=false`, 15.9, inferred), and so is that of an agent with other calls.
 */
export function bringPhone(platform: Platform, agent: Agent, from: From, steps: PhoneSteps): void {
  if (agent.leg?.up) {
    steps.up()
    return
  }
  const line = callLine(platform, boundNumber(agent), from, () => emit(agent, 'AgentOther_PhoneAlerting'))
  if (line) whenAnswered(platform, agent, line, steps)
  else steps.failed('unavailable')
}

/** A telephone elsewhere, if that is what the agent signed in with, or the softphone that is registered. */
function callLine(platform: Platform, number: string, from: From, alerting: () => void): AgentLine | null {
  const telephone = platform.telephone(number)
  if (!telephone && !platform.sip.isRegistered(number)) return null
  alerting()
  if (telephone) return telephone.ring(from)
  const dialog = platform.sip.invite(number, from)
  return { end: dialog, dialog, answered: dialog.answered, ended: dialog.ended, hangUp: dialog.hangUp }
}

function whenAnswered(platform: Platform, agent: Agent, line: AgentLine, steps: PhoneSteps): void {
  const leg = { line, up: false }
  agent.leg = leg
  const stopWaiting = platform.after(platform.timeouts.phoneAnswerMs, () => steps.failed('not-taken'))
  void line.answered.then((taken) => {
    stopWaiting()
    if (agent.leg !== leg) return
    if (taken) {
      leg.up = true
      emit(agent, 'AgentOther_PhoneOffhook', { type: steps.part ?? 'main' })
      steps.up()
    } else {
      steps.failed('unavailable')
    }
  })
  void line.ended.then((end) => {
    if (agent.leg !== leg || !leg.up) return
    agent.leg = null
    emit(agent, 'AgentOther_PhoneRelease', { phoneState: 2 })
    steps.dropped(end)
  })
}

/** The number of the sign-in, which need not be the one the agent was given. */
export function boundNumber(agent: Agent): string {
  return agent.session?.parameters.phoneNumber ?? agent.softphone.number
}

/** After a call: hung up by the platform (phoneState 3), unless the line is always off-hook. */
export function releasePhone(agent: Agent): void {
  if (agent.leg?.up && agent.session?.parameters.releasePhone === false) return
  hangUpPhone(agent)
}

export function hangUpPhone(agent: Agent): void {
  const leg = agent.leg
  if (!leg) return
  agent.leg = null
  leg.line.hangUp()
  emit(agent, 'AgentOther_PhoneRelease', { phoneState: 3 })
}
