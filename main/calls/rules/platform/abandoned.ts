import type { MissedCall } from '#contract'
import type { GatewayEvent } from '../../../gateway/event.ts'
import type { CallsState } from '../../state.ts'
import { byGatewayId, end, markOver } from '../edit.ts'

const MISSED_KEPT = 200

/**
 * A caller was lost before anybody spoke to them (`AgentEvent_AbandonCall`, spec/ccgateway.md 13 and 15.9; to whom it
 * is told is inferred: to the agent it was meant for). Told after a reconnection, it is all there is of the call.
 */
export function missAbandoned(state: CallsState, event: Extract<GatewayEvent, { type: 'call-abandoned' }>): CallsState {
  const { callId, caller: number, at } = event
  const known = byGatewayId(state, callId)
  if (known) return known.talkingSince === undefined ? end(state, known, 'customer-gave-up', at) : state
  if (state.endedIds.includes(callId)) return state
  const missed: MissedCall = { id: `abandoned-${callId}`, number, at, reason: 'customer-gave-up', seen: false }
  return { ...markOver(state, callId), missed: [missed, ...state.missed].slice(0, MISSED_KEPT) }
}
