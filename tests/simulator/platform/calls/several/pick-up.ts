import { emit, settle } from '../../agents/agent-state.ts'
import { releasePhone } from '../../agents/phone.ts'
import type { Agent, Platform } from '../../model.ts'
import type { Retcode } from '../../retcode.ts'
import { offer } from '../offer.ts'
import { dropShare } from '../shares.ts'

/**
 * `snatchpickup` (spec/ccgateway.md 8.1): own state idle, the other rings, not an internal call; all are of one group
 * here. That nothing rings there is 200-002 and everything else 100-007, and what the other is told, is inferred.
 */
export function pickUp(platform: Platform, agent: Agent, from: Agent | null): Retcode {
  const share = from?.shares.find(({ state }) => state === 'ringing')
  if (!from || !share) return '200-002'
  if (agent.state.name !== 'idle' || from === agent || share.feature !== 0 || share.call.under) return '100-007'
  const { call, outcome } = share
  emit(from, 'AgentEvent_No_Answer', share.callId)
  dropShare(share)
  offer(platform, { call, agent, outcome, asked: true })
  if (from.shares.length > 0) return '0'
  releasePhone(from)
  from.past = { talked: false, queue: null }
  settle(platform, from, from.past)
  return '0'
}
