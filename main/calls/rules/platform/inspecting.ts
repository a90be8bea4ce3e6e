import type { GatewayEvent } from '../../../gateway/event.ts'
import type { CallsState } from '../../state.ts'
import { byGatewayId, platformLeg } from '../edit.ts'
import { startTalking } from './beginnings.ts'

type Talking = Extract<GatewayEvent, { type: 'talking' }>

/**
 * To a team lead who barges in, Talking names the conversation of others (spec/ccgateway.md 11): no call of their own.
 * It is one only after they have asked to take it over.
 */
export function beginOrInspect(state: CallsState, event: Talking): CallsState {
  const { inspecting, calls } = state
  const ofOthers = inspecting === 'listening' || inspecting === 'speaking'
  if (ofOthers && calls.length === 0 && !byGatewayId(state, event.callId)) return state
  return startTalking(inspecting ? { ...state, inspecting: false } : state, event)
}

/** Rule 5: whoever listens is heard by nobody. The leg of a team lead who may be heard, and has no call of their own. */
export function legToSpeakIn(state: CallsState): string | null {
  if (state.inspecting !== 'speaking' || state.calls.length > 0) return null
  const leg = platformLeg(state)
  return leg?.established && !leg.held && !leg.released ? leg.id : null
}
