import { leave, rest, sayBusy, sayFree, work } from '../../platform/agents/state-commands.ts'
import { outcome } from '../answers.ts'
import type { Reply } from '../gateway.ts'
import type { Context, Route } from '../route.ts'

/** spec/ccgateway.md 6. */
export const stateRoutes: readonly Route[] = [
  post('sayFree', 'sayfree', ({ gateway, agent }) => outcome(sayFree(gateway.platform, agent))),
  post('sayBusy', 'saybusy', busy),
  post('cancelBusy', 'cancelbusy', ({ gateway, agent }) => outcome(leave(gateway.platform, agent, 'busy'))),
  post('rest', 'rest/{time}/{restcause}', takeRest),
  post('cancelRest', 'cancelrest', ({ gateway, agent }) => outcome(leave(gateway.platform, agent, 'rest'))),
  post('sayWork', 'work', ({ gateway, agent }) => outcome(work(gateway.platform, agent))),
  post('cancelWork', 'cancelwork', ({ gateway, agent }) => outcome(leave(gateway.platform, agent, 'wrap-up'))),
]

function post(name: string, path: string, run: (context: Context) => Reply): Route {
  return { name, method: 'POST', path: `/onlineagent/{agentid}/${path}`, run }
}

function whole(text: string | null | undefined, whenEmpty: number): number {
  if (text === null || text === undefined || text === '') return whenEmpty
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}

function prolong({ request }: Context): boolean {
  return request.query.get('prolong') === 'true'
}

function busy(context: Context): Reply {
  const reason = whole(context.request.query.get('reason'), 0)
  return outcome(sayBusy(context.gateway.platform, context.agent, reason, prolong(context)))
}

function takeRest(context: Context): Reply {
  const seconds = whole(context.params.time, 0)
  const reason = whole(context.params.restcause, 0)
  return outcome(rest(context.gateway.platform, context.agent, seconds, reason, prolong(context)))
}
