import { answerAsked, rejectAsked, releaseAsked } from '../../../chat/operations/by-call-id.ts'
import { hangUpPhone } from '../../../platform/agents/phone.ts'
import { arrange } from '../../../platform/calls/arrange.ts'
import { withdrawHelp } from '../../../platform/calls/inside/help.ts'
import { agentHangsUp } from '../../../platform/calls/leaving.ts'
import { reject } from '../../../platform/calls/not-taken.ts'
import { makeRoom } from '../../../platform/calls/several/hold.ts'
import { disconnect, pressKeys } from '../../../platform/calls/several/parties.ts'
import { pickUp } from '../../../platform/calls/several/pick-up.ts'
import { currentShare, isConnected } from '../../../platform/calls/shares.ts'
import { beginTalking } from '../../../platform/calls/talk.ts'
import type { Share } from '../../../platform/model.ts'
import { ok, outcome, refused } from '../../answers.ts'
import type { Reply } from '../../gateway.ts'
import type { Context, Route } from '../../route.ts'
import * as forms from './forms.ts'

/** spec/ccgateway.md 8.1: what is done with a call there is. */
export const voiceRoutes: readonly Route[] = [
  route('answer', 'PUT', 'answer', answer),
  route('reject', 'POST', 'reject', rejectCall),
  route('beginMute', 'POST', 'beginmute', (context) => mute(context, true)),
  route('endMute', 'POST', 'endmute', (context) => mute(context, false)),
  route('secondDialEx', 'POST', 'seconddialex', ({ agent, request }) =>
    outcome(pressKeys(agent, request.query.get('number') ?? '')),
  ),
  route('secondDial', 'POST', 'seconddial/{number}', ({ agent, params }) =>
    outcome(pressKeys(agent, /^\d+$/.test(params.number ?? '') ? (params.number ?? '') : '')),
  ),
  route('release', 'DELETE', 'release', release),
  route('dropCall', 'POST', 'dropcall/{callid}', release),
  route('disconnect', 'POST', 'disconnect/{number}', ({ gateway, agent, params }) =>
    outcome(disconnect(gateway.platform, agent, params.number ?? '')),
  ),
  route('snatchPickup', 'PUT', 'snatchpickup', ({ gateway, agent, request }) =>
    outcome(
      pickUp(gateway.platform, agent, gateway.platform.agents.get(request.query.get('destWorkNo') ?? '') ?? null),
    ),
  ),
  route('releasePhone', 'DELETE', 'releasephone', releasePhone),
]

function route(name: string, method: Route['method'], path: string, run: (context: Context) => Reply): Route {
  return { name, method, path: `/voicecall/{agentid}/${path}`, run }
}

/** The call that asks to be answered, if it is the one meant; without an id whichever does. */
function ringing({ agent }: Context, callId: string | null | undefined): Share | null {
  return agent.shares.find((one) => one.state === 'ringing' && (!callId || one.callId === callId)) ?? null
}

/** What talks is held for it; where it cannot be, 100-007 (several calls, inferred). */
function answer(context: Context): Reply {
  const { platform } = context.gateway
  const callId = context.request.query.get('callid')
  const share = ringing(context, callId)
  if (!share) return outcome(answerAsked(context, callId))
  if (!makeRoom(platform, context.agent)) return refused('100-007')
  beginTalking(platform, share)
  return ok({})
}

/** Without a body, or a mode, it goes back to the queue (inferred). */
function rejectCall(context: Context): Reply {
  const parsed = forms.rejection.safeParse(context.request.body ?? {})
  if (!parsed.success) return refused('000-002')
  const { callid, mode } = parsed.data
  if (mode !== 1 && mode !== 2) return refused('000-002')
  const share = ringing(context, callid)
  if (!share) return outcome(rejectAsked(context, callid, mode))
  reject(context.gateway.platform, share, mode)
  return ok({})
}

/**
 * No event: the answer is all there is (spec/ccgateway.md 8.1). That muting twice is a wrong state is inferred;
 * internal calls cannot be muted (16.4).
 */
function mute({ agent }: Context, muted: boolean): Reply {
  const share = currentShare(agent)
  if (!share) return refused(muted ? '200-003' : '200-007')
  const wrong = share.state !== 'talking' || share.muted === muted || share.feature === 6
  if (wrong) return refused(muted ? '200-004' : '200-008')
  share.muted = muted
  arrange(share.call)
  return ok({})
}

/** A call that only rings is not there to be released (inferred). */
function release(context: Context): Reply {
  const { gateway, agent, params, request } = context
  const callid = params.callid ?? request.query.get('callid') ?? undefined
  const share = callid === undefined ? currentShare(agent) : agent.shares.find((one) => one.callId === callid)
  if (!share && callid !== undefined && withdrawHelp(gateway.platform, agent, callid)) return ok({})
  if (!share) return outcome(releaseAsked(context, callid))
  if (!(isConnected(share) || share.state === 'dialling')) return refused('200-017')
  agentHangsUp(gateway.platform, share)
  return ok({})
}

/** Hangs up the line of an agent who is always off-hook, between calls (spec/ccgateway.md 8.1; its refusal inferred). */
function releasePhone({ agent }: Context): Reply {
  if (agent.shares.length > 0 || !agent.leg) return refused('200-017')
  hangUpPhone(agent)
  return ok({})
}
