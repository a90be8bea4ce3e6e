import { emit } from '../agents/agent-state.ts'
import { customerRelease } from '../calls/call-events.ts'
import { afterCall } from '../calls/leaving.ts'
import { dropShare, openShare, remove } from '../calls/shares.ts'
import { beginTalking } from '../calls/talk.ts'
import type { Agent, Platform } from '../model.ts'
import type { Retcode } from '../retcode.ts'
import { conversationOf } from './inspection.ts'

/**
 * spec/ccgateway.md 11: the agent's part goes to the inspector. The table has no `AgentOther_BeQcStop` for it. A call
 * between agents, or one with something under way, is not taken (inferred).
 */
export function intercept(platform: Platform, by: Agent, of: Agent): Retcode {
  const inspection = by.inspecting
  const share = conversationOf(of)
  if (!inspection?.begun || inspection.of !== of || !share) return '900-005'
  const { call, feature, part } = share
  if (call.parties.length === 0 || call.under || part !== 'main') return '900-003'
  by.inspecting = null
  remove(of.inspections, inspection)
  const far = customerRelease(share)
  const { caller, called } = share
  dropShare(share)
  const taken = openShare({ call, agent: by, state: 'offering', feature, caller, called })
  emit(of, 'AgentEvent_Call_Release', share.callId)
  emit(of, 'AgentEvent_Customer_Release', far)
  afterCall(platform, share)
  beginTalking(platform, taken)
  return '0'
}
