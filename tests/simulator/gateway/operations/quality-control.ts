import { forceBusy, forceDropCall, forceIdle, forceRest } from '../../platform/agents/forced.ts'
import { closeSession } from '../../platform/agents/session.ts'
import type { Agent, InspectionKind } from '../../platform/model.ts'
import { isCensor } from '../../platform/population.ts'
import { inspect, refusalOf, stopInspecting, stopWhisper, switchTo } from '../../platform/quality-control/inspection.ts'
import { intercept } from '../../platform/quality-control/intercept.ts'
import { ok, outcome, refused } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'
import { agentInfo } from './directory.ts'

type OnAgent = (context: Context, of: Agent) => string

/** spec/ccgateway.md 11; the path's `agentid` is the inspector. */
export const qualityControlRoutes: readonly Route[] = [
  onAgent('addSupervise', 'PUT', 'addsupervise/{workno}', ({ gateway, agent }, of) =>
    inspect(gateway.platform, agent, of, 'listen'),
  ),
  onAgent('addInsert', 'PUT', 'addinsert/{workno}', ({ gateway, agent }, of) =>
    inspect(gateway.platform, agent, of, 'insert'),
  ),
  onAgent('intercept', 'PUT', 'intercept/{workno}', ({ gateway, agent }, of) => intercept(gateway.platform, agent, of)),
  onAgent('stopSupervise', 'DELETE', '{workno}', ({ gateway, agent }, of) =>
    stopInspecting(gateway.platform, agent, of),
  ),
  onAgent('requestWhisperAgent', 'POST', 'requestwhisperagent', ({ agent }, of) => switchTo(agent, of, 'whisper')),
  onAgent('requestStopWhisperAgent', 'POST', 'requeststopwhisperagent', ({ agent }, of) => stopWhisper(agent, of)),
  onAgent('requestSwitchInsertWhisperAgent', 'POST', 'requestswitchinsertwhisperagent', turn),
  onAgent('forceBusy', 'POST', 'forcebusy/{workno}', ({ gateway }, of) => forceBusy(gateway.platform, of)),
  onAgent('forceIdle', 'POST', 'forceidle/{workno}', ({ gateway }, of) => forceIdle(gateway.platform, of)),
  onAgent('forceRest', 'POST', 'forcerest/{workno}/{time}/{reason}', rest),
  onAgent('forceLogout', 'POST', 'forcelogout/{workno}', ({ gateway }, of) => {
    closeSession(gateway.platform, of, 'by-inspector')
    return '0'
  }),
  { name: 'forceDropCall', method: 'POST', path: '/qualitycontrol/{agentid}/forcedropcall/{callid}', run: dropCall },
  monitor('beginMonitor', 'beginmonitor', (set, one) => set.add(one)),
  monitor('endMonitor', 'endmonitor', (set, one) => set.delete(one)),
  {
    name: 'getAllAgent',
    method: 'GET',
    path: '/qualitycontrol/{agentid}/allagent',
    // The list's shape is not published: AgentInfo as in chapter 7 (inferred).
    run: ({ gateway, agent }) =>
      ok([...gateway.platform.agents.values()].filter((one) => agent.monitored.has(one.workNumber)).map(agentInfo)),
  },
]

/** The agent is named in the path, or as `whisperagentid`. */
function onAgent(name: string, method: Route['method'], path: string, run: OnAgent): Route {
  return {
    name,
    method,
    path: `/qualitycontrol/{agentid}/${path}`,
    run: (context) => {
      const { gateway, agent, params, request } = context
      const of = gateway.platform.agents.get(params.workno ?? request.query.get('whisperagentid') ?? '')
      const refusal = refusalOf(agent, of)
      return refusal || !of ? refused(refusal ?? '900-004') : outcome(run(context, of))
    },
  }
}

const switchTypes: Readonly<Record<string, InspectionKind>> = { 0: 'listen', 1: 'insert', 2: 'whisper' }

function turn({ agent, request }: Context, of: Agent): string {
  const kind = switchTypes[request.query.get('switchtype') ?? '']
  return kind ? switchTo(agent, of, kind) : '000-002'
}

/** 1 to 86399 seconds, reason 1 to 255. */
function rest({ gateway, params }: Context, of: Agent): string {
  const seconds = Number(params.time)
  const reason = Number(params.reason)
  const known = seconds >= 1 && seconds <= 86_399 && reason >= 1 && reason <= 255
  return known ? forceRest(gateway.platform, of, seconds, reason) : '000-002'
}

/** Of every agent who is in that call (spec/ccgateway.md 11). */
function dropCall({ gateway, agent, params }: Context): Reply {
  if (!isCensor(agent.workNumber)) return refused('900-002')
  const share = gateway.platform.calls.get(params.callid ?? '')?.shares[0]
  return outcome(share ? forceDropCall(gateway.platform, share.agent) : '200-017')
}

function monitor(name: string, path: string, change: (set: Set<string>, one: string) => void): Route {
  return {
    name,
    method: 'POST',
    path: `/qualitycontrol/{agentid}/${path}`,
    run: ({ agent, request }) => {
      if (!isCensor(agent.workNumber)) return refused('900-002')
      const named = (request.query.get('agents') ?? '').split(/[,;]/).filter((one) => one !== '')
      for (const one of named) change(agent.monitored, one)
      return ok({})
    },
  }
}
