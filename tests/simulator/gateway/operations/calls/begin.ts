import { callInside } from '../../../platform/calls/inside/call-inside.ts'
import { callOut, mayBegin } from '../../../platform/calls/outgoing.ts'
import { freeAgent } from '../../../platform/calls/queue.ts'
import { isVideoAgent } from '../../../platform/calls/video/pictures.ts'
import type { Agent } from '../../../platform/model.ts'
import { ok, refused } from '../../answers.ts'
import type { Reply } from '../../gateway.ts'
import type { Context, Route } from '../../route.ts'
import { isDialable } from '../lenient.ts'
import * as forms from './forms.ts'

/** spec/ccgateway.md 8.1: calls that an agent begins. */
export const beginRoutes: readonly Route[] = [
  { name: 'callOut', method: 'PUT', path: '/voicecall/{agentid}/callout', run: dial },
  { name: 'callInner', method: 'PUT', path: '/voicecall/{agentid}/callinner', run: inside },
  { name: 'callInnerSkill', method: 'PUT', path: '/voicecall/{agentid}/callinnerskill', run: insideSkill },
]

/** Not in a call, not in wrap-up or rest (spec/ccgateway.md 8.2; that 100-007 says so is inferred). */
function dial({ gateway, agent, request }: Context): Reply {
  const parsed = forms.callOut.safeParse(request.body)
  if (!parsed.success) return refused('000-002')
  const { called, caller, callappdata, skillid, mediaability: mediaAbility } = parsed.data
  if (!isDialable(called)) return refused('200-001')
  const { platform } = gateway
  const queue = platform.queues.find(({ id }) => id === skillid) ?? null
  if (skillid !== null && skillid !== 0 && !queue) return refused('000-002')
  if (mediaAbility !== 0 && mediaAbility !== 1 && mediaAbility !== 2) return refused('000-002')
  // That only video agents call with a picture, and how others are refused, is inferred (12).
  if (!mayBegin(agent) || (mediaAbility > 0 && !isVideoAgent(agent))) return refused('100-007')
  return ok(callOut(platform, agent, { called, caller, data: callappdata, queue, mediaAbility }).id)
}

/** A colleague who is not there to be called is told by an event; one who does not exist is refused (inferred). */
function inside(context: Context): Reply {
  const parsed = forms.callInner.safeParse(context.request.body)
  if (!parsed.success) return refused('000-002')
  const to = context.gateway.platform.agents.get(parsed.data.called)
  if (!to || to === context.agent) return refused('200-001')
  return call(context, to, parsed.data.callappdata)
}

/** The queue must have idle agents (spec/ccgateway.md 8.1; that 100-007 says so is inferred). */
function insideSkill(context: Context): Reply {
  const parsed = forms.callInnerSkill.safeParse(context.request.body)
  if (!parsed.success) return refused('000-002')
  const { skillid, called, dstaddress, callappdata = '' } = parsed.data
  const { platform } = context.gateway
  const queue = platform.queues.find(({ id }) => String(id) === (skillid ?? called ?? dstaddress))
  if (!queue) return refused('600-002')
  const to = freeAgent(platform, queue, context.agent)
  return to ? call(context, to, callappdata) : refused('100-007')
}

function call({ gateway, agent }: Context, to: Agent, data: string): Reply {
  if (!mayBegin(agent)) return refused('100-007')
  return ok(callInside(gateway.platform, { from: agent, to, data }).id)
}
