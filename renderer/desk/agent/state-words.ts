import type { AgentState } from '#contract'
import { m } from '../messages/compiled/messages.js'
import type { ShownState } from '../ui/state/shown-state.ts'

export function stateWord(state: ShownState): string {
  const words: { readonly [S in ShownState]: () => string } = {
    idle: m.state_idle,
    busy: m.state_busy,
    rest: m.state_rest,
    'wrap-up': m.state_wrap_up,
    talking: m.state_talking,
    ringing: m.state_ringing,
    offline: m.state_offline,
  }
  return words[state]()
}

/** The platform's own busy reasons (spec/ccgateway.md 6, "Busy reasons"); 1 is the agent's own wish and needs no word. */
const platformReasons: { readonly [reason: number]: () => string } = {
  2: m.busy_reason_not_answered,
  3: m.busy_reason_by_team_lead,
  5: m.busy_reason_phone_unavailable,
  7: m.busy_reason_declined,
}

export function busyReasonWord(reason: number): string | null {
  if (reason >= 200 && reason <= 250) return m.busy_reason_number({ number: reason })
  return platformReasons[reason]?.() ?? null
}

/** The second line under the state: why, until when, what comes after the call; null when there is nothing to add. */
export function stateRemark(state: AgentState, timeOfDay: (time: number) => string): string | null {
  if (state.next) return state.next === 'busy' ? m.state_next_busy() : m.state_next_rest()
  if (state.name === 'rest' && state.until) return m.state_rest_until({ time: timeOfDay(state.until) })
  if (state.name === 'busy' && state.reason) return busyReasonWord(state.reason)
  return null
}
