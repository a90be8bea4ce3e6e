import type { Centre, CentreAgent } from '../centre.ts'
import { chatRoutes } from '../chat/control/chat-routes.ts'
import type { Customer, CustomerCall, Utterance } from '../customers/customer.ts'
import { faultRoutes } from './fault-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { type ControlRoute, get, NotThere, send } from './route.ts'
import { agentView, callView, customerView, wholeCallView } from './views.ts'
import * as wishes from './wishes.ts'

/** Everything people can do over HTTP (README.md says it with examples). */
export function controlRoutes(centre: Centre): readonly ControlRoute[] {
  return [
    ...agentRoutes(centre),
    ...callRoutes(centre),
    ...centreRoutes(centre),
    ...peopleRoutes(centre),
    ...faultRoutes(centre),
    ...chatRoutes(centre),
  ]
}

function agentRoutes(centre: Centre): readonly ControlRoute[] {
  const deed = (name: string, run: (agent: CentreAgent) => unknown) =>
    send('POST', `/agents/{id}/${name}`, wishes.nothing, (_wish, { id = '' }) => ({
      retcode: run(agentOf(centre, id)) ?? '0',
    }))
  return [
    get('/agents', () => centre.agents.map(agentView)),
    get('/agents/{id}', ({ id = '' }) => agentView(agentOf(centre, id))),
    deed('force-busy', (agent) => agent.forceBusy()),
    deed('force-idle', (agent) => agent.forceIdle()),
    deed('grant-rest', (agent) => agent.grantRest()),
    deed('deny-rest', (agent) => agent.denyRest()),
    deed('force-sign-out', (agent) => agent.forceSignOut()),
    deed('end-call', (agent) => agent.endCall()),
    deed('sign-in-elsewhere', (agent) => agent.signInElsewhere()),
    send('POST', '/agents/{id}/force-rest', wishes.resting, ({ seconds, reason }, { id = '' }) => ({
      retcode: agentOf(centre, id).forceRest(seconds, reason),
    })),
  ]
}

function callRoutes(centre: Centre): readonly ControlRoute[] {
  const add = ({ tone, file, ...rest }: wishes.NewCustomer) => centre.customer({ ...rest, tone: file ?? tone ?? null })
  return [
    get('/customers', () => centre.customers.map(customerView)),
    send('POST', '/customers', wishes.newCustomer, (wish) => customerView(add(wish))),
    get('/calls', () => centre.calls.map(callView)),
    get('/calls/{id}', ({ id = '' }) => wholeCallView(callOf(centre, id))),
    send('POST', '/calls', wishes.newCall, ({ queue, phone, patienceMs, video, ...who }) => {
      const customer = video ? add({ ...who, camera: true }) : knownOr(centre, who, add)
      if (phone !== undefined) return callView(customer.callPhone(phone, { video }))
      return callView(customer.callQueue(queue ?? '', { video, ...(patienceMs !== undefined && { patienceMs }) }))
    }),
    send('POST', '/calls/{id}/say', wishes.saying, ({ tone, file }, { id = '' }) => {
      const call = callOf(centre, id)
      const what: Utterance = file ?? tone ?? null
      call.say(what)
      return callView(call)
    }),
    send('DELETE', '/calls/{id}', wishes.nothing, (_wish, { id = '' }) => {
      const call = callOf(centre, id)
      call.hangUp()
      return callView(call)
    }),
  ]
}

function centreRoutes(centre: Centre): readonly ControlRoute[] {
  return [
    get('/queues', () => centre.queues),
    get('/journal', (_params, query) => {
      const { since, limit } = wishes.journalQuery.parse(Object.fromEntries(query))
      return centre.journal.entries.slice(since, since + limit)
    }),
    get('/profile', (_params, query) => centre.profile(wishes.profileQuery.parse(Object.fromEntries(query)))),
    get('/behaviour', () => centre.behaviour),
    send('PATCH', '/behaviour', wishes.behaviour, (wish) => Object.assign(centre.behaviour, wish)),
  ]
}

/** A customer who is known keeps voice and name; somebody new is made on the spot. */
function knownOr(centre: Centre, who: wishes.NewCustomer, add: (wish: wishes.NewCustomer) => Customer): Customer {
  const known = centre.customers.find(({ number }) => number === who.number)
  const sameVoice = who.tone === undefined && who.file === undefined && who.name === undefined
  return known && sameVoice ? known : add(who)
}

function agentOf(centre: Centre, id: string): CentreAgent {
  const agent = centre.agents.find(({ workNumber }) => workNumber === id)
  if (!agent) throw new NotThere(`no agent ${id}`)
  return agent
}

function callOf(centre: Centre, id: string): CustomerCall {
  const call = centre.calls.find((one) => one.id === id)
  if (!call) throw new NotThere(`no call ${id}`)
  return call
}
