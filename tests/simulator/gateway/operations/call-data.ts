import type { PlatformCall } from '../../platform/model.ts'
import { ok, refused } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'

/** spec/ccgateway.md 9. */
export const callDataRoutes: readonly Route[] = [
  get('getCallInfoBeforeAnswer', 'callinfobeforeanswer', ({ agent }) => told(agent.call)),
  get('getCallInfo', 'callinfo', callInfo),
  get('getCallInfoByCallId', 'callinfobycallid/{callid}', ({ gateway, params }) =>
    told(gateway.platform.calls.get(params.callid ?? '') ?? null),
  ),
  get('getAllCallId', 'allcallid', ({ agent }) => ok(agent.call ? [agent.call.id] : [])),
  // No call can be held yet.
  get('getHoldList', 'holdlist', () => refused('400-003')),
  get('getAppData', 'appdata', appData),
]

function get(name: string, path: string, run: (context: Context) => Reply): Route {
  return { name, method: 'GET', path: `/calldata/{agentid}/${path}`, run }
}

/** `isNoContainLastCall=true` leaves the last call out (spec/ccgateway.md 9, after the demo). */
function callInfo({ agent, request }: Context): Reply {
  const onlyCurrent = request.query.get('isNoContainLastCall') === 'true'
  return told(agent.call ?? (onlyCurrent ? null : agent.lastCall))
}

/** That no call is success without a result, rather than 400-001, is inferred. */
function told(call: PlatformCall | null): Reply {
  return call ? ok(callObject(call)) : ok(null)
}

function appData({ gateway, agent, request }: Context): Reply {
  const callId = request.query.get('callId')
  const call = callId ? gateway.platform.calls.get(callId) : agent.call
  if (!call) return refused('400-001')
  const encoded = request.query.get('isEncodeResult') === 'true'
  return ok(encoded ? Buffer.from(call.data).toString('base64') : call.data)
}

/** The sample of spec/ccgateway.md 9. */
export function callObject(call: PlatformCall): Record<string, unknown> {
  const waitedUntil = call.beginTime ?? call.endTime ?? Date.now()
  return {
    callfeature: call.feature,
    callid: call.id,
    caller: call.caller,
    called: call.called,
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
    mediaAbility: 1,
    waitTime: Math.floor((waitedUntil - call.arrivedAt) / 1000),
    trace: null,
  }
}
