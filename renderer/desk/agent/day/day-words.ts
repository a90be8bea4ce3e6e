import type { AgentStateName, Day, Time } from '#contract'
import { m } from '../../messages/compiled/messages.js'

/** `1 h 34 min`, `12 min` or `45 s`: calm enough to stand still while it is read. */
export function spanWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  if (seconds < 60) return m.agent_seconds({ seconds })
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return m.agent_minutes({ minutes })
  return m.agent_hours_minutes({ hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

export function talkedMs({ talkMs, talkingSince }: Day, now: Time): number {
  return talkMs + (talkingSince === null ? 0 : now - talkingSince)
}

export function stateMs({ states, current }: Day, state: AgentStateName, now: Time): number {
  return states[state] + (current?.state === state ? now - current.since : 0)
}
