import { closeSession } from '../../platform/agents/session.ts'
import type { StateName } from '../../platform/model.ts'
import { ok, refused } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'
import { poll } from '../session/poll.ts'
import { flag } from './lenient.ts'

/** spec/ccgateway.md 3.4 to 3.8 and 4.1. */
export const sessionRoutes: readonly Route[] = [
  { name: 'logout', method: 'DELETE', path: '/onlineagent/{agentid}/logout', run: logout },
  { name: 'forceLogout', method: 'DELETE', path: '/onlineagent/{agentid}/forcelogout', run: leave },
  {
    name: 'forceLogoutWithReason',
    method: 'DELETE',
    path: '/onlineagent/{agentid}/forcelogoutwithreason/{reason}',
    run: (context) => (isReason(context.params.reason) ? leave(context) : refused('100-005')),
  },
  { name: 'handShake', method: 'POST', path: '/onlineagent/{agentid}/handshake', run: handshake },
  { name: 'updateGuid', method: 'PUT', path: '/onlineagent/{agentid}/updateGuid', run: updateGuid },
  { name: 'getAgentStatus', method: 'GET', path: '/onlineagent/{agentid}/agentstatus', run: agentStatus },
  { name: 'queryAgentSkills', method: 'GET', path: '/onlineagent/{agentid}/agentskills', run: agentSkills },
  { name: 'resetSkill', method: 'POST', path: '/onlineagent/{agentid}/resetskill/{autoflag}', run: resetSkill },
  { name: 'autoAnswer', method: 'POST', path: '/onlineagent/{agentid}/autoanswer/{flag}', run: setAutoAnswer },
  { name: 'autoEnterIdle', method: 'POST', path: '/onlineagent/{agentid}/autoenteridle/{flag}', run: setAutoIdle },
  { name: 'getAgentEvent', method: 'GET', path: '/agentevent/{agentid}', run: poll },
]

/** spec/ccgateway.md 16.1; 9 is "pre-rest". */
const stateNumbers: Readonly<Record<StateName, number>> = {
  'signed-out': 2,
  busy: 3,
  idle: 4,
  'wrap-up': 5,
  talking: 7,
  rest: 8,
}

function isReason(reason = ''): boolean {
  return /^\d{1,3}$/.test(reason) && Number(reason) >= 1 && Number(reason) <= 255
}

/** Refused while answering or talking (spec/ccgateway.md 3.4). */
function logout(context: Context): Reply {
  return context.agent.state.name === 'talking' ? refused('100-010') : leave(context)
}

function leave({ gateway, agent }: Context): Reply {
  closeSession(gateway.platform, agent, 'asked')
  return ok()
}

/** In dynamic mode the answer brings the new GUID (spec/ccgateway.md 3.6; in a frame's `guid` 5.3, inferred). */
function handshake({ seat }: Context): Reply {
  const guid = seat.credential.rotate()
  return guid ? { ...ok(), guid } : ok()
}

function updateGuid({ seat }: Context): Reply {
  return ok({ guid: seat.credential.renew() })
}

function agentStatus({ agent }: Context): Reply {
  const preRest = agent.state.name === 'talking' && agent.next?.name === 'rest'
  const agentState = preRest ? 9 : stateNumbers[agent.state.name]
  return ok({ agentState, isWorking: agent.shares.length > 0 })
}

export function stateNumber(name: StateName): number {
  return stateNumbers[name]
}

function agentSkills({ gateway, agent }: Context): Reply {
  const configured = gateway.platform.queues.filter(({ id }) => agent.skills.includes(id))
  return ok(configured.map(({ id, name, mediaType = 5 }) => ({ name, id, mediatype: mediaType })))
}

/** `true` is all configured skills, anything else those of the list that are configured (spec/ccgateway.md 3.5). */
function resetSkill({ gateway, agent, seat, params, request }: Context): Reply {
  const list = request.query.get('skillid') ?? ''
  if (list.length > 4_000) return refused('000-002')
  const wanted = params.autoflag === 'true' ? agent.skills : list.split(';').filter(Boolean).map(Number)
  seat.session.skills = new Set(wanted.filter((id) => agent.skills.includes(id)))
  gateway.platform.dispatch()
  return ok({})
}

/** Up to five characters; anything but true is false (spec/ccgateway.md 3.8). */
function setAutoAnswer({ seat, params }: Context): Reply {
  if ((params.flag ?? '').length > 5) return refused('000-002')
  seat.session.autoAnswer = flag.safeParse(params.flag).data ?? false
  return ok({})
}

function setAutoIdle({ seat, params }: Context): Reply {
  if ((params.flag ?? '').length > 5) return refused('100-007')
  seat.session.autoEnterIdle = flag.safeParse(params.flag).data ?? false
  return ok({})
}
