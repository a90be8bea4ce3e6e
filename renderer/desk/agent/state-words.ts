import type { AgentState, NextState, SignedInAgent, StateReasons } from '#contract'
import { m } from '../messages/compiled/messages.js'
import { reasonName } from '../ui/state/rest.ts'

/** The platform's own busy reasons (spec/ccgateway.md 6, "Busy reasons"); 1 is the agent's own wish and needs no word. */
const platformReasons: { readonly [reason: number]: () => string } = {
  2: m.busy_reason_not_answered,
  3: m.busy_reason_by_team_lead,
  5: m.busy_reason_phone_unavailable,
  7: m.busy_reason_declined,
}

/** The site's own word for a reason; without one the platform's, or its number. */
export function reasonWord(state: 'busy' | 'rest', reason: number | undefined, reasons: StateReasons): string | null {
  if (!reason) return null
  const own = reasons[state].find(({ number }) => number === reason)
  if (own) return reasonName(own)
  if (state === 'busy' && reason < 200) return platformReasons[reason]?.() ?? null
  return m.busy_reason_number({ number: reason })
}

export function nextWords(next: NextState, reasons: StateReasons): string {
  const reason = reasonWord(next.state, next.reason, reasons)
  if (next.state === 'busy') return reason ? m.agent_next_busy_reason({ reason }) : m.agent_next_busy()
  const minutes = Math.round((next.seconds ?? 0) / 60)
  return reason ? m.agent_next_rest_reason({ minutes, reason }) : m.agent_next_rest({ minutes })
}

/** The second line under the state: what was asked for, or why; null when there is nothing to add. */
export function stateRemark({ state, askedRest, reasons }: SignedInAgent): string | null {
  if (state.next) return nextWords(state.next, reasons)
  if (askedRest && state.name !== 'rest') return m.agent_asked_rest()
  return whyWords(state, reasons)
}

function whyWords({ name, reason }: AgentState, reasons: StateReasons): string | null {
  return name === 'busy' || name === 'rest' ? reasonWord(name, reason, reasons) : null
}
