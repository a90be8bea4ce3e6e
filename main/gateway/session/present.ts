import type { GatewayPresent, GatewayResult } from '../gateway.ts'
import type { Perform } from '../link/perform.ts'
import { agentStatus } from '../operations/agent-state.ts'
import { type CallDetails, callInfo } from '../operations/call-data.ts'

/** What is true now, instead of the events that were missed (spec/ccgateway.md 5.3); null: not answered. */
export async function askPresent(perform: Perform): Promise<GatewayPresent | null> {
  const status = await perform(agentStatus())
  if (unanswered(status)) return null
  const call = await perform(callInfo())
  if (unanswered(call)) return null
  return { state: status.ok ? status.value.state : 'unknown', call: call.ok ? presentCall(call.value) : null }
}

/** A refusal is an answer: there is no call, or the query is rate-limited (1.1). */
function unanswered(result: GatewayResult<unknown>): boolean {
  return !result.ok && (result.failure.kind === 'no-answer' || result.failure.kind === 'not-connected')
}

function presentCall(call: CallDetails | null): GatewayPresent['call'] {
  // The current call may be a text one, which is none of the microphone's business.
  if (!call || call.endedAt !== undefined || call.chat) return null
  const { callId, caller, called, queue, feature, answeredAt } = call
  return { callId, caller, called, feature, ...(queue && { queue }), ...(answeredAt !== undefined && { answeredAt }) }
}
