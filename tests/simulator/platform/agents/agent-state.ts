import type { Agent, Platform, Queue, StateName } from '../model.ts'

/** To the agent's session, if there is one. */
export function emit(agent: Agent, eventType: string, content: unknown = null): void {
  agent.session?.deliver(eventType, content)
}

export function setState(platform: Platform, agent: Agent, name: StateName, reason = 0): void {
  agent.stateTimer?.()
  agent.stateTimer = null
  agent.state = { name, reason, since: Date.now() }
  platform.journal.add({
    plane: 'platform',
    direction: null,
    agent: agent.workNumber,
    kind: 'agent',
    name,
    detail: { reason },
  })
}

export function goIdle(platform: Platform, agent: Agent, eventType: string): void {
  setState(platform, agent, 'idle')
  emit(agent, eventType)
  platform.dispatch()
}

/** `reason` as in "Busy reasons" of spec/ccgateway.md 6; a string on the wire (15.1). */
export function goBusy(platform: Platform, agent: Agent, reason: number): void {
  setState(platform, agent, 'busy', reason)
  emit(agent, 'AgentState_SetNotReady_Success', { reason: String(reason) })
}

/** The time-out is a reminder only: the agent goes on resting (spec/ccgateway.md 15.1). */
export function goRest(platform: Platform, agent: Agent, seconds: number, reason: number): void {
  setState(platform, agent, 'rest', reason)
  emit(agent, 'AgentState_SetRest_Success', { reason: String(reason) })
  agent.stateTimer = platform.after(seconds * platform.timeouts.restSecondMs, () =>
    emit(agent, 'AgentState_Rest_Timeout'),
  )
}

/** Idle by itself when the queue limits wrap-up (spec/ccgateway.md 6; the event then is inferred). */
export function goWrapUp(platform: Platform, agent: Agent, queue: Queue | null): void {
  setState(platform, agent, 'wrap-up')
  emit(agent, 'AgentState_Work')
  const limit = queue?.maxWrapUpMs
  if (limit !== undefined) {
    agent.stateTimer = platform.after(limit, () => goIdle(platform, agent, 'AgentState_Ready'))
  }
}

/**
 * Where an agent goes after a call: to what was asked for during it (spec/ccgateway.md 6, "Pre-states"), to wrap-up
 * when `autoenteridle` is false and there was a conversation, else idle. That a pre-state comes before wrap-up, and
 * that a call never talked needs none, is inferred.
 */
export function settle(platform: Platform, agent: Agent, after: { talked: boolean; queue: Queue | null }): void {
  const next = agent.next
  agent.next = null
  if (next?.name === 'busy') goBusy(platform, agent, next.reason)
  else if (next?.name === 'rest') goRest(platform, agent, next.seconds, next.reason)
  else if (after.talked && agent.session?.autoEnterIdle === false) goWrapUp(platform, agent, after.queue)
  else goIdle(platform, agent, 'AgentState_Ready')
}
