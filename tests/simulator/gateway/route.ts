import { decoded } from '../address.ts'
import type { Agent } from '../platform/model.ts'
import type { Gateway, GatewayRequest, Reply, Seat } from './gateway.ts'

interface RouteBase {
  /** As the platform's log calls it. */
  readonly name: string
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** `{agentid}` is the agent's own work number. */
  readonly path: string
}

export interface OpenContext {
  readonly gateway: Gateway
  readonly request: GatewayRequest
  readonly params: Readonly<Record<string, string>>
  /** Null when the work number is nobody's. */
  readonly agent: Agent | null
}

export interface Context extends OpenContext {
  readonly agent: Agent
  readonly seat: Seat
}

export interface SessionRoute extends RouteBase {
  readonly open?: false
  readonly run: (context: Context) => Reply | Promise<Reply>
}

/** Signing in is open to anybody; everything else takes a session. */
export type Route = (RouteBase & { readonly open: true; readonly run: (context: OpenContext) => Reply }) | SessionRoute

export interface Found {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

/** The route, or why there is none: a wrong method is told apart from a wrong path. */
export function findRoute(routes: readonly Route[], method: string, path: string): Found | 'no-path' | 'no-method' {
  let wrongMethod = false
  for (const route of routes) {
    const params = match(route.path, path)
    if (params && route.method === method) return { route, params }
    wrongMethod ||= params !== null
  }
  return wrongMethod ? 'no-method' : 'no-path'
}

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = decoded(given[index] ?? '')
    const name = /^\{(.+)\}$/.exec(part)?.[1]
    if (name && value) params[name] = value
    else if (part !== value) return null
  }
  return params
}
