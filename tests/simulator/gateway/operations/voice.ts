import { z } from 'zod'
import { hangUpPhone } from '../../platform/agents/phone.ts'
import { agentHangsUp, reject } from '../../platform/calls/endings.ts'
import { callOut } from '../../platform/calls/outgoing.ts'
import { beginTalking } from '../../platform/calls/talk.ts'
import type { PlatformCall } from '../../platform/model.ts'
import { ok, refused } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'
import { integer, isDialable } from './lenient.ts'

/** spec/ccgateway.md 8.1. */
export const voiceRoutes: readonly Route[] = [
  { name: 'answer', method: 'PUT', path: '/voicecall/{agentid}/answer', run: answer },
  { name: 'reject', method: 'POST', path: '/voicecall/{agentid}/reject', run: rejectCall },
  { name: 'callOut', method: 'PUT', path: '/voicecall/{agentid}/callout', run: dial },
  { name: 'beginMute', method: 'POST', path: '/voicecall/{agentid}/beginmute', run: (context) => mute(context, true) },
  { name: 'endMute', method: 'POST', path: '/voicecall/{agentid}/endmute', run: (context) => mute(context, false) },
  { name: 'release', method: 'DELETE', path: '/voicecall/{agentid}/release', run: release },
  { name: 'dropCall', method: 'POST', path: '/voicecall/{agentid}/dropcall/{callid}', run: release },
  { name: 'releasePhone', method: 'DELETE', path: '/voicecall/{agentid}/releasephone', run: releasePhone },
]

/** The call that asks to be answered, if it is the one meant; without an id the current one is. */
function ringing({ agent }: Context, callId: string | null | undefined): PlatformCall | null {
  const call = agent.call
  if (call?.phase !== 'ringing') return null
  return callId && callId !== call.id ? null : call
}

function answer(context: Context): Reply {
  const call = ringing(context, context.request.query.get('callid'))
  if (!call) return refused('200-002')
  beginTalking(context.gateway.platform, call, context.agent)
  return ok({})
}

const rejection = z.object({ callid: z.string().optional(), mode: integer.default(1) })

/** Without a body, or a mode, it goes back to the queue (inferred). */
function rejectCall(context: Context): Reply {
  const parsed = rejection.safeParse(context.request.body ?? {})
  if (!parsed.success) return refused('000-002')
  const { callid, mode } = parsed.data
  const call = ringing(context, callid)
  if (!call) return refused('200-002')
  if (mode !== 1 && mode !== 2) return refused('000-002')
  reject(context.gateway.platform, context.agent, call, mode)
  return ok({})
}

const wish = z.object({
  called: z.union([z.string(), z.number().transform(String)]),
  caller: z.string().max(24).default(''),
  callappdata: z.string().max(16_384).default(''),
})

/** Not in a call, not in wrap-up or rest (spec/ccgateway.md 8.2; that 100-007 says so is inferred). */
function dial({ gateway, agent, request }: Context): Reply {
  const parsed = wish.safeParse(request.body)
  if (!parsed.success) return refused('000-002')
  const { called, caller, callappdata } = parsed.data
  if (!isDialable(called)) return refused('200-001')
  const ready = agent.state.name === 'idle' || agent.state.name === 'busy'
  if (!ready || agent.fate === 'password-to-change') return refused('100-007')
  return ok(callOut(gateway.platform, agent, { called, caller, data: callappdata }).id)
}

/** No event: the answer is all there is (spec/ccgateway.md 8.1). That muting twice is a wrong state is inferred. */
function mute({ agent }: Context, muted: boolean): Reply {
  const call = agent.call
  if (!call) return refused(muted ? '200-003' : '200-007')
  if (call.phase !== 'talking' || call.muted === muted) return refused(muted ? '200-004' : '200-008')
  call.muted = muted
  return ok({})
}

/** A call that only rings is not there to be released (inferred). */
function release({ gateway, agent, params }: Context): Reply {
  const call = agent.call
  const another = params.callid !== undefined && params.callid !== call?.id
  if (!call || another || (call.phase !== 'talking' && call.phase !== 'dialling')) return refused('200-017')
  agentHangsUp(gateway.platform, agent, call)
  return ok({})
}

/** Hangs up the line of an agent who is always off-hook, between calls (spec/ccgateway.md 8.1; its refusal inferred). */
function releasePhone({ agent }: Context): Reply {
  if (agent.call || !agent.leg) return refused('200-017')
  hangUpPhone(agent)
  return ok({})
}
