import { add, byGatewayId, change, confirm, end } from './edit.ts'
import type { CallsEvent, CallsState } from './state.ts'

type Present = Extract<CallsEvent, { type: 'present' }>

/**
 * After a reconnection the gateway is asked and believed: its calls that it no longer has are over, and the one that
 * it has is shown. Calls of the SIP line alone are none of its business.
 */
export function applyPresent(state: CallsState, present: Present): CallsState {
  const gone = state.calls.filter((call) => !call.dialogId && call.gatewayId !== present.call?.callId && !isHeld(call))
  const next = gone.reduce((left, call) => end(left, call, 'ended-by-platform', present.at), state)
  if (!present.call) return { ...next, settled: true, mayReturn: [] }
  const offer = present.talking ? next : { ...next, settled: false, mayReturn: next.endedIds }
  return showPresent(offer, present, present.call)
}

function isHeld(call: { phase: { name: string } }): boolean {
  return call.phase.name === 'held'
}

function showPresent(state: CallsState, present: Present, facts: NonNullable<Present['call']>): CallsState {
  // The answer may be older than an event that came meanwhile: what has ended or is held stays so.
  if (state.endedIds.includes(facts.callId) || SETTLED.has(byGatewayId(state, facts.callId)?.phase.name)) return state
  const { callId: gatewayId, caller, queue } = facts
  const known = byGatewayId(state, gatewayId)
  const next = known
    ? state
    : add(
        state,
        { gatewayId, number: caller, direction: 'incoming', ...(queue && { queue }) },
        { name: 'arriving' },
        present.at,
      )
  const call = byGatewayId(next, gatewayId)
  if (!call || !present.talking) return next
  return change(next, call.id, () => ({
    ...confirm(call, { name: 'talking', since: present.at, muted: call.muted }),
    talkingSince: call.talkingSince ?? present.at,
  }))
}

const SETTLED: ReadonlySet<string | undefined> = new Set(['talking', 'held'])
