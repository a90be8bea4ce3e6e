import { notFound, refused } from './answers.ts'
import type { Gateway, GatewayRequest, Reply, Seat } from './gateway.ts'
import { operations } from './operations/operations.ts'
import { type Found, findRoute, type OpenContext, type SessionRoute } from './route.ts'
import { formerPoll } from './session/poll.ts'
import { attach } from './session/seat.ts'

export type Known = Found | 'no-path' | 'no-method'

export function known(request: GatewayRequest): Known {
  return findRoute(operations, request.method, request.path)
}

/** Does what was asked for, after the checks every operation has in common. */
export function execute(gateway: Gateway, request: GatewayRequest, found: Known): Reply | Promise<Reply> {
  if (typeof found === 'string') return notFound(found === 'no-path' ? 404 : 405)
  const { route, params } = found
  const number = params.agentid ?? ''
  // 101 to 999999 (spec/ccgateway.md 1.1).
  if (!/^[1-9]\d{2,5}$/.test(number)) return refused('000-002')
  // One socket is one agent's (spec/ccgateway.md 5.2, "socket = session", inferred).
  if (request.wire && request.wire.agent !== number) return refused('000-003')

  const agent = gateway.platform.agents.get(number) ?? null
  const context: OpenContext = { gateway, request, params, agent }
  return route.open ? route.run(context) : runSignedIn(context, route, number)
}

function runSignedIn(open: OpenContext, route: SessionRoute, number: string): Reply | Promise<Reply> {
  const { gateway, request } = open
  const seat = admit(gateway, request, number)
  if ('answer' in seat) return route.name === 'getAgentEvent' ? formerPoll(gateway, request, seat) : seat
  seat.heard()
  if (request.wire) attach(gateway, seat, request.wire)
  return route.run({ ...open, agent: seat.agent, seat })
}

/** The session whose credential this is, or the refusal (spec/ccgateway.md 1.3, 3.2). */
function admit(gateway: Gateway, request: GatewayRequest, number: string): Seat | Reply {
  const seat = gateway.seats.get(number)
  const { behaviour } = gateway.platform
  if (request.guid !== null && gateway.former.has(request.guid))
    return refused(seat ? behaviour.takenOverCode : '100-006')
  if (!seat) return refused('100-006')
  if (seat.credential.check(request.guid) === 'bad') return refused('000-003')
  const strayed = behaviour.checkCookies && request.transport === 'poll' && request.cookie !== seat.cookie
  return strayed ? refused('100-006') : seat
}
