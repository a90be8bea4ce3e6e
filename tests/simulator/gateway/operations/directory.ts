import type { Agent, StateName } from '../../platform/model.ts'
import { ok, refused } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'
import { stateNumber } from './session.ts'

/** spec/ccgateway.md 7. */
export const directoryRoutes: readonly Route[] = [
  get('getOnlineAgentOnVdn', '/agentgroup/{agentid}/onlineagentonvdn', (context) =>
    ok(everybody(context).filter(isOnline).map(agentInfo)),
  ),
  get('getAllAgentStatus', '/agentgroup/{agentid}/allagentstatus', (context) => ok(everybody(context).map(agentInfo))),
  get('getIdleAgent', '/agentgroup/{agentid}/idleagent', (context) =>
    ok(
      everybody(context)
        .filter(({ state }) => state.name === 'idle')
        .map(({ workNumber, name }) => ({ workno: workNumber, name })),
    ),
  ),
  // The list's shape is not published (spec/ccgateway.md 6): id and name are inferred.
  get('getRestReason', '/agentgroup/{agentid}/restreason', () =>
    ok([
      { id: 201, name: '午餐' },
      { id: 202, name: 'Break' },
      { id: 203, name: 'Training' },
    ]),
  ),
  get('getAgentVdnSkill', '/queuedevice/{agentid}/agentvdnskill', ({ gateway }) =>
    ok(gateway.platform.queues.map(({ id, name }) => ({ name, id, mediatype: 5, serviceType: 0, realFlag: true }))),
  ),
  get('getSkillWaitNum', '/queuedevice/{agentid}/skillwaitnum/{skillid}', skillWaitNum),
]

function get(name: string, path: string, run: (context: Context) => Reply): Route {
  return { name, method: 'GET', path, run }
}

function everybody({ gateway }: Context): Agent[] {
  return [...gateway.platform.agents.values()]
}

function isOnline({ state }: Agent): boolean {
  return state.name !== 'signed-out'
}

function skillWaitNum({ gateway, params }: Context): Reply {
  const queue = gateway.platform.queues.find(({ id }) => String(id) === params.skillid)
  if (!queue) return refused('600-002')
  return ok(gateway.platform.waiting.filter((call) => call.queue === queue).length)
}

/** spec/ccgateway.md 16.2. */
const ctiNumbers: Readonly<Record<StateName, number>> = {
  'signed-out': 0,
  idle: 1,
  talking: 5,
  'wrap-up': 6,
  busy: 7,
  rest: 8,
}

/** AgentInfo of spec/ccgateway.md 7; `currentstatetime` in seconds, though its unit is unknown (0.1). */
function agentInfo(agent: Agent): Record<string, unknown> {
  return {
    workno: agent.workNumber,
    name: agent.name,
    status: stateNumber(agent.state.name),
    ctiStatus: ctiNumbers[agent.state.name],
    groupid: 1,
    groupname: 'Default',
    skilllist: [...(agent.session?.skills ?? [])].map((id) => ({ id })),
    mediatype: 'TTF',
    vdnid: 1,
    phonenumber: agent.session?.parameters.phoneNumber ?? '',
    currentstatetime: Math.floor((Date.now() - agent.state.since) / 1000),
    logindate: agent.session?.loginTime ?? 0,
    inMultimediaConf: false,
  }
}
