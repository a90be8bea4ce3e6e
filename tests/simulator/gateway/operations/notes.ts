import { z } from 'zod'
import { emit } from '../../platform/agents/agent-state.ts'
import type { Agent } from '../../platform/model.ts'
import { isCensor } from '../../platform/population.ts'
import { ok, refused } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'
import { integer } from './lenient.ts'

/** spec/ccgateway.md 14. */
export const noteRoutes: readonly Route[] = [
  { name: 'sendNoteletEx', method: 'POST', path: '/onlineagent/{agentid}/sendnoteletex', run: sendNote },
  { name: 'notifyBulletin', method: 'POST', path: '/onlineagent/{agentid}/notifybulletin', run: publish },
]

const note = z.object({ agentIds: z.array(integer).min(1), content: z.string().min(1) })

/** To those who are signed in (inferred); what comes of it is null on the page and an object in the demo. */
function sendNote({ gateway, agent, request }: Context): Reply {
  const parsed = note.safeParse(request.body)
  if (!parsed.success) return refused('000-002')
  const { agents, behaviour } = gateway.platform
  const content = behaviour.noteContent === 'none' ? null : noteFrom(agent, parsed.data.content)
  for (const id of parsed.data.agentIds) {
    const to = agents.get(String(id))
    if (to) emit(to, 'AgentOther_Note', content)
  }
  return ok({})
}

/** As the C# demo reads it; the forms of its two times are inferred. */
function noteFrom({ workNumber, name }: Agent, context: string): Record<string, unknown> {
  const now = new Date()
  return {
    sender: workNumber,
    sendername: name,
    receivetime: now.getTime(),
    timestring: now.toISOString().slice(0, 19).replace('T', ' '),
    context,
  }
}

const bulletin = z.object({
  targettype: integer.pipe(z.literal([0, 1])),
  targetname: z.string().min(1).max(100),
  bulletindata: z.string().min(1).max(900),
})

/** The one group is `Default`, as AgentInfo says. Who may publish, and what the event carries, is inferred (14, 19). */
function publish({ gateway, agent, request }: Context): Reply {
  const parsed = bulletin.safeParse(request.body)
  if (!parsed.success) return refused('000-002')
  if (!isCensor(agent.workNumber)) return refused('000-003')
  const { targettype, targetname, bulletindata } = parsed.data
  const { agents, queues } = gateway.platform
  const queue = queues.find(({ name }) => name === targetname)
  if (targettype === 0 ? targetname !== 'Default' : !queue) return refused('000-002')
  const isReader = (one: Agent) => one !== agent && (targettype === 0 || one.session?.skills.has(queue?.id ?? 0))
  for (const one of agents.values()) if (isReader(one)) emit(one, 'AgentOther_Bulletin', { bulletindata })
  return ok({})
}
