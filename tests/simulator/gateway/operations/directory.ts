import type { Agent, StateName } from '../../platform/model.ts'
import { isCensor } from '../../platform/population.ts'
import { ok, refused } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'
import { limited } from './flow-limit.ts'
import { stateNumber } from './session.ts'

/** spec/ccgateway.md 7. */
export const directoryRoutes: readonly Route[] = [
  ofAgents('getOnlineAgentOnVdn', 'onlineagentonvdn', (context) => agentList(everybody(context).filter(isOnline))),
  ofAgents('getAllAgentStatus', 'allagentstatus', (context) => agentList(everybody(context))),
  ofAgents('getIdleAgent', 'idleagent', (context) =>
    ok(
      everybody(context)
        .filter(({ state }) => state.name === 'idle')
        .map(({ workNumber, name }) => ({ workno: workNumber, name })),
    ),
  ),
  ofAgents('getAgentBySkill', 'agentbyskill/{skillid}', (context) => {
    const skill = Number(context.params.skillid)
    return agentList(everybody(context).filter(({ session }) => session?.skills.has(skill)))
  }),
  ofAgents('getAgentByWorkNo', 'agentbyworkno/{workno}', (context) => {
    const agent = everybody(context).find(({ workNumber }) => workNumber === context.params.workno)
    return agent ? ok(agentInfo(agent)) : refused('300-002')
  }),
  // The list's shape is not published (spec/ccgateway.md 6): id and name are inferred.
  ofAgents('getRestReason', 'restreason', () =>
    ok([
      { id: 201, name: '午餐' },
      { id: 202, name: 'Break' },
      { id: 203, name: 'Training' },
    ]),
  ),
  ...rights(),
  ofQueues('getAgentVdnSkill', 'agentvdnskill', ({ gateway }) =>
    listOr('600-002', gateway.platform.queues, ({ id, name, mediaType = 5 }) => ({
      name,
      id,
      mediatype: mediaType,
      serviceType: 0,
      realFlag: true,
    })),
  ),
  ofQueues('getInnoInfo', 'innoinfo', ({ gateway }) =>
    listOr('600-003', gateway.platform.queues, ({ id, name, accessCode, mediaType = 5 }) => ({
      description: name,
      id,
      inno: accessCode,
      vdnid: 1,
      mediatype: mediaType,
    })),
  ),
  ofQueues('getIvrInfo', 'ivrinfo', ({ gateway }) =>
    listOr('600-004', gateway.platform.ivrs, ({ id, name, access }) => ({
      access,
      id,
      description: name,
      serviceNo: id,
    })),
  ),
  ofQueues('getSkillWaitNum', 'skillwaitnum/{skillid}', skillWaitNum),
  // What of the agent's own queues is counted here is not published; all customers who wait: inferred.
  ofQueues('getWaitNum', 'waitnum', ({ gateway }) => ok(gateway.platform.waiting.length)),
]

/** Own rights, each a boolean (spec/ccgateway.md 7). Who has which is the site's: pick-up and dialling are everybody's. */
function rights(): Route[] {
  const ofCensors = ['iscensor', 'ismonitor', 'isspymonitor']
  const ofAll = ['ispickup', 'iscallout']
  const ofNobody = ['issystem', 'isreportmanager']
  return [
    ...ofCensors.map((name) => ofAgents(name, name, ({ agent }) => ok(isCensor(agent.workNumber)))),
    ...ofAll.map((name) => ofAgents(name, name, () => ok(true))),
    ...ofNobody.map((name) => ofAgents(name, name, () => ok(false))),
  ]
}

function ofAgents(name: string, path: string, run: (context: Context) => Reply): Route {
  return { name, method: 'GET', path: `/agentgroup/{agentid}/${path}`, run: limited(run) }
}

function ofQueues(name: string, path: string, run: (context: Context) => Reply): Route {
  return { name, method: 'GET', path: `/queuedevice/{agentid}/${path}`, run: limited(run) }
}

function everybody({ gateway }: Context): Agent[] {
  return [...gateway.platform.agents.values()]
}

function isOnline({ state }: Agent): boolean {
  return state.name !== 'signed-out'
}

/** None at all is a refusal with a code of its own (spec/ccgateway.md 17). */
function listOr<T>(code: string, things: readonly T[], view: (thing: T) => Record<string, unknown>): Reply {
  return things.length === 0 ? refused(code) : ok(things.map(view))
}

function agentList(agents: readonly Agent[]): Reply {
  return listOr('300-002', agents, agentInfo)
}

function skillWaitNum({ gateway, params }: Context): Reply {
  const queue = gateway.platform.queues.find(({ id }) => String(id) === params.skillid)
  if (!queue) return refused('600-002')
  const { waiting, chats } = gateway.platform
  return ok([...waiting, ...chats.waiting].filter((one) => one.queue === queue).length)
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

const answering = 4

function isRinging({ shares }: Agent): boolean {
  return shares.some(({ state }) => state === 'ringing')
}

/** AgentInfo of spec/ccgateway.md 7; `currentstatetime` in seconds, though its unit is unknown (0.1). */
export function agentInfo(agent: Agent): Record<string, unknown> {
  return {
    workno: agent.workNumber,
    name: agent.name,
    status: stateNumber(agent.state.name),
    ctiStatus: isRinging(agent) ? answering : ctiNumbers[agent.state.name],
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
