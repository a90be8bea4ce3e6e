import { z } from 'zod'
import type { GatewayFact } from '../event.ts'
import type { EventReader } from './call-events.ts'
import { number, read } from './lenient.ts'

type AgentState = Extract<GatewayFact, { type: 'agent-state' }>

/** The busy reason "forced by inspector" (spec/ccgateway.md 6). */
const forcedByInspector = 3

const withReason = z.object({ reason: number })

/** Reason 0 is none (6). */
function reasonOf(content: unknown): number | undefined {
  const reason = read(withReason, content)?.reason ?? read(number, content)
  return reason === 0 ? undefined : reason
}

function always(fact: GatewayFact): EventReader {
  return () => fact
}

function state(name: AgentState['state']): EventReader {
  return always({ type: 'agent-state', state: name })
}

const busy: EventReader = (content) => {
  const reason = reasonOf(content)
  return {
    type: 'agent-state',
    state: 'busy',
    ...(reason !== undefined && { reason }),
    ...(reason === forcedByInspector && { forced: true }),
  }
}

const rest: EventReader = (content) => {
  const reason = reasonOf(content)
  return { type: 'agent-state', state: 'rest', ...(reason !== undefined && { reason }) }
}

/** spec/ccgateway.md 15.1, 15.4 and what of 15.6 concerns the session. `AgentState_Busy` means talking, not busy. */
export const stateEvents: readonly (readonly [eventType: string, reader: EventReader])[] = [
  ['AgentState_Ready', state('idle')],
  ['AgentState_Busy', state('talking')],
  ['AgentState_Work', state('wrap-up')],
  ['AgentState_SetWork_Success', state('wrap-up')],
  ['AgentState_CancelWork_Success', state('idle')],
  ['AgentState_SetNotReady_Success', busy],
  ['AgentState_NotReady', busy],
  ['AgentState_CancelNotReady_Success', state('idle')],
  ['AgentState_SetRest_Success', rest],
  ['AgentState_CancelRest_Success', state('idle')],
  ['AgentState_Rest_Timeout', always({ type: 'rest-over' })],
  ['AgentState_Force_Ready', always({ type: 'agent-state', state: 'idle', forced: true })],
  ['AgentState_Force_SetNotReady', always({ type: 'agent-state', state: 'busy', forced: true })],
  ['AgentOther_PhoneAlerting', always({ type: 'phone-alerting' })],
  ['AgentOther_PhoneOffhook', always({ type: 'phone-offhook' })],
  ['AgentOther_PhoneRelease', always({ type: 'phone-release' })],
  ['AgentOther_InService', always({ type: 'in-service' })],
  ['AgentOther_ShutdownService', always({ type: 'signed-out' })],
]
