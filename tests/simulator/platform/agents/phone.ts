import type { LegEnd } from '../../sip/sip-side.ts'
import type { Agent, Platform } from '../model.ts'
import { emit } from './agent-state.ts'

interface From {
  readonly number: string
  readonly name?: string
}

/** What may come of calling an agent's softphone. */
export interface PhoneSteps {
  readonly up: () => void
  readonly failed: (why: 'unavailable' | 'not-taken') => void
  /** It was up and is gone, and not by the platform's doing. */
  readonly dropped: (end: LegEnd) => void
}

/**
 * The softphone is called first, before any action of the agent is possible (spec/ccgateway.md 15.4, 15.9). A line
 * that is always off-hook is there already (`releasephone=false`, 15.9, inferred).
 */
export function bringPhone(platform: Platform, agent: Agent, from: From, steps: PhoneSteps): void {
  if (agent.leg?.up) steps.up()
  else if (!platform.sip.isRegistered(boundNumber(agent))) steps.failed('unavailable')
  else invite(platform, agent, from, steps)
}

function invite(platform: Platform, agent: Agent, from: From, steps: PhoneSteps): void {
  emit(agent, 'AgentOther_PhoneAlerting')
  const dialog = platform.sip.invite(boundNumber(agent), from)
  const leg = { dialog, up: false }
  agent.leg = leg
  const stopWaiting = platform.after(platform.timeouts.phoneAnswerMs, () => steps.failed('not-taken'))
  void dialog.answered.then((taken) => {
    stopWaiting()
    if (agent.leg !== leg) return
    if (taken) {
      leg.up = true
      emit(agent, 'AgentOther_PhoneOffhook', { type: 'main' })
      steps.up()
    } else {
      steps.failed('unavailable')
    }
  })
  void dialog.ended.then((end) => {
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
  leg.dialog.hangUp()
  emit(agent, 'AgentOther_PhoneRelease', { phoneState: 3 })
}
