import { z } from 'zod'
import { attachToChat, chatIds, chatNamed, chatObject } from '../../../chat/operations/call-data.ts'
import { currentShare, heldShares } from '../../../platform/calls/shares.ts'
import type { Agent, PlatformCall, Share } from '../../../platform/model.ts'
import { ok, outcome, refused } from '../../answers.ts'
import type { Reply } from '../../gateway.ts'
import type { Context, Route } from '../../route.ts'
import { flag } from '../lenient.ts'

/** spec/ccgateway.md 9. */
export const callDataRoutes: readonly Route[] = [
  get('getCallInfoBeforeAnswer', 'callinfobeforeanswer', ({ agent }) => told(beforeAnswer(agent))),
  get('getCallInfo', 'callinfo', callInfo),
  get('getCallInfoByCallId', 'callinfobycallid/{callid}', (context) => {
    const chat = chatNamed(context, context.params.callid)
    return chat ? ok(chatObject(context, chat)) : told(byId(context, context.params.callid))
  }),
  get('getAllCallId', 'allcallid', (context) =>
    ok([...context.agent.shares.map(({ callId }) => callId), ...chatIds(context)]),
  ),
  get('getHoldList', 'holdlist', holdList),
  get('getAppData', 'appdata', appData),
  get('getRemoteNumbers', 'remotenumbers', ({ agent }) =>
    ok(currentShare(agent)?.call.parties.map(({ number }) => number) ?? []),
  ),
  put('setCallDataEx', '/calldata/{agentid}/setcalldataex', setDataEx),
  put('setCallData', '/calldata/{agentid}', setData),
]

function get(name: string, path: string, run: (context: Context) => Reply): Route {
  return { name, method: 'GET', path: `/calldata/{agentid}/${path}`, run }
}

function put(name: string, path: string, run: (context: Context) => Reply): Route {
  return { name, method: 'PUT', path, run }
}

function beforeAnswer(agent: Agent): Told | null {
  const asked = agent.shares.find(({ state }) => state === 'ringing' || state === 'offering')
  return asked ?? currentShare(agent)
}

/** Whoever is in the call knows it by an id of their own; a call that is over by its first. */
function byId({ gateway, agent }: Context, callId = ''): Told | null {
  const own = agent.shares.find((share) => share.callId === callId)
  const call = gateway.platform.calls.get(callId)
  return own ?? (call ? { callId, call } : null)
}

/** `isNoContainLastCall=true` leaves the last call out (spec/ccgateway.md 9, after the demo). */
function callInfo({ agent, request }: Context): Reply {
  const onlyCurrent = request.query.get('isNoContainLastCall') === 'true'
  const last = agent.lastCall && { callId: agent.lastCall.id, call: agent.lastCall }
  return told(currentShare(agent) ?? heldShares(agent).at(-1) ?? (onlyCurrent ? null : last))
}

type Told = Pick<Share, 'callId' | 'call'> & Partial<Pick<Share, 'feature' | 'caller' | 'called'>>

/** That no call is success without a result, rather than 400-001, is inferred. */
function told(share: Told | null): Reply {
  return share ? ok(callObject(share)) : ok(null)
}

/** The fields of spec/ccgateway.md 9 that the page calls used. */
function holdList({ agent }: Context): Reply {
  const held = heldShares(agent)
  return held.length === 0 ? refused('400-003') : ok(held.map(callObject))
}

function appData(context: Context): Reply {
  const callId = context.request.query.get('callId')
  const call = chatNamed(context, callId) ?? meant(context, callId)
  if (!call) return refused('400-001')
  const encoded = context.request.query.get('isEncodeResult') === 'true'
  return ok(encoded ? Buffer.from(call.data).toString('base64') : call.data)
}

/** The one named, or the current one, or the last that is held. */
function meant(context: Context, callId: string | null | undefined): PlatformCall | null {
  if (callId) return byId(context, callId)?.call ?? null
  return (currentShare(context.agent) ?? heldShares(context.agent).at(-1))?.call ?? null
}

const newData = z.object({
  callid: z.string().optional(),
  calldata: z.string().optional(),
  isDataEncoded: flag.default(false),
})

const most = 16_384

function setDataEx(context: Context): Reply {
  const parsed = newData.safeParse(context.request.body)
  if (!parsed.success) return refused('000-006')
  const { callid, calldata, isDataEncoded } = parsed.data
  const text = isDataEncoded && calldata ? Buffer.from(calldata, 'base64').toString() : calldata
  return attachData(context, callid, text)
}

function setData(context: Context): Reply {
  const { query } = context.request
  return attachData(context, query.get('callid'), query.get('calldata') ?? undefined)
}

/** 400-001 no call, 400-002 nothing to set (spec/ccgateway.md 9). Only for a call one is in (inferred). */
function attachData(context: Context, callId: string | null | undefined, text: string | undefined): Reply {
  const chat = chatNamed(context, callId)
  if (chat) return outcome(attachToChat(context, chat, text))
  const call = meant(context, callId)
  if (!call?.shares.some(({ agent }) => agent === context.agent)) return refused('400-001')
  if (text === undefined) return refused('400-002')
  if (Buffer.byteLength(text) > most) return refused('000-002')
  call.data = text
  return ok({})
}

/** The sample of spec/ccgateway.md 9. */
export function callObject({ callId, call, feature, caller, called }: Told): Record<string, unknown> {
  const waitedUntil = call.beginTime ?? call.endTime ?? Date.now()
  return {
    callfeature: feature ?? call.feature,
    callid: callId,
    caller: caller ?? call.caller,
    called: called ?? call.called,
    callskill: call.queue?.name ?? '',
    callskillid: call.queue?.id ?? 0,
    orgicallednum: call.called,
    calldata: call.data,
    begintime: call.beginTime,
    endtime: call.endTime,
    userPriority: 0,
    trunkNo: 65_535,
    logontimes: 0,
    mediaType: 5,
    mediaAbility: call.picture ? 2 : 1,
    waitTime: Math.floor((waitedUntil - call.arrivedAt) / 1000),
    trace: null,
  }
}
