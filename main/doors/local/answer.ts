import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Program, Time } from '#contract'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import { asyncApi, openApi } from './documents.ts'
import { createRates, isAllowedOrigin, isOwnHost } from './guard.ts'
import type { Programs } from './programs.ts'
import { type Found, findLocalRoute, type LocalActs, type LocalAnswer, type LocalRoute } from './routes.ts'

export interface AnswerParts {
  readonly programs: Pick<Programs, 'byToken' | 'list'>
  readonly acts: LocalActs
  readonly log: Log
  readonly now: () => Time
}

/** RFC 9457, but for the headers. */
interface Problem {
  readonly status: number
  readonly title: string
  readonly retcode?: string
}

type Reply = { readonly status: 200 | 202 | 204; readonly body: unknown } | Problem

const MOST_BYTES = 16_384
/** Of one program; a burst is a page that opens. */
const requestRate = { most: 40, perSecond: 20 } as const
/** Of wrong tokens, whoever sends them: a token cannot be guessed, and nobody is to try. */
const wrongRate = { most: 10, perSecond: 1 / 6 } as const

export type Gate = ReturnType<typeof createGate>

/** Who may come in: the same for requests and for the socket of events. */
export function createGate({ programs, now }: Pick<AnswerParts, 'programs' | 'now'>) {
  const requests = createRates(requestRate, now)
  const wrong = createRates(wrongRate, now)
  return {
    /** The program whose token it is, or why nobody comes in. */
    admit: (token: string | null, origin: string | undefined): Program | Problem => {
      if (!wrong.has('')) return tooMany
      const program = token === null ? null : programs.byToken(token)
      if (!program) {
        wrong.allows('')
        return { status: 401, title: 'unknown-token' }
      }
      if (!isAllowedOrigin(origin, program.origins)) return { status: 403, title: 'origin-not-allowed' }
      return requests.allows(program.id) ? program : tooMany
    },
    knowsOrigin: (origin: string): boolean => programs.list().some(({ origins }) => origins.includes(origin)),
  }
}

const tooMany: Problem = { status: 429, title: 'too-many-requests' }

export function isProblem(found: Program | Problem): found is Problem {
  return 'status' in found
}

/** One HTTP request, from its first look at the door to its last byte. */
export function createAnswer(parts: AnswerParts, gate: Gate) {
  return (request: IncomingMessage, response: ServerResponse, port: number): void => {
    reply(parts, gate, request, port).then(
      (given) => send(response, given, corsOf(gate, request)),
      (error) => {
        parts.log.error('the local interface failed', { error: explain(error) })
        send(response, { status: 500, title: 'failed' }, {})
      },
    )
  }
}

async function reply(parts: AnswerParts, gate: Gate, request: IncomingMessage, port: number): Promise<Reply> {
  const { method = '', headers, url = '/' } = request
  if (!isOwnHost(headers.host, port)) return { status: 421, title: 'not-this-host' }
  const path = url.split('?')[0] ?? '/'
  if (method === 'OPTIONS') return preflight(gate, headers.origin)
  if (method === 'GET' && path === '/openapi.json') return { status: 200, body: openApi(port) }
  if (method === 'GET' && path === '/asyncapi.json') return { status: 200, body: asyncApi(port) }
  const program = gate.admit(bearerOf(headers.authorization), headers.origin)
  if (isProblem(program)) return program
  const found = findLocalRoute(method, path)
  const problem = refusalOf(found, program)
  if (problem) return problem
  if (typeof found === 'string') throw new Error('a path without a row')
  return run(parts.acts, request, found, program)
}

function preflight(gate: Gate, origin: string | undefined): Reply {
  if (origin === undefined || !gate.knowsOrigin(origin)) return { status: 403, title: 'origin-not-allowed' }
  return { status: 204, body: null }
}

function refusalOf(found: Found, { scopes }: Program): Problem | null {
  if (found === 'no-path') return { status: 404, title: 'no-such-path' }
  if (found === 'no-method') return { status: 405, title: 'no-such-method' }
  return scopes.includes(found.route.scope) ? null : { status: 403, title: 'scope-missing' }
}

type There = { readonly route: LocalRoute; readonly id: string }

async function run(acts: LocalActs, request: IncomingMessage, { route, id }: There, program: Program): Promise<Reply> {
  const body = route.body ? await readBody(request) : { value: undefined }
  if ('status' in body) return body
  const parsed = route.body?.safeParse(body.value)
  if (parsed && !parsed.success) return { status: 400, title: 'body-not-understood' }
  return said(await route.run(acts, { body: parsed?.data, id, program: program.name }))
}

function said(answer: LocalAnswer): Reply {
  if (!('reason' in answer)) return answer
  const { status, reason, retcode } = answer
  return { status, title: reason, ...(retcode && { retcode }) }
}

async function readBody(request: IncomingMessage): Promise<{ readonly value: unknown } | Problem> {
  // A form that a page sends without asking first (a "simple request") has another type.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { status: 415, title: 'not-json' }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return { status: 413, title: 'too-large' }
    chunks.push(chunk)
  }
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) }
  } catch {
    return { status: 400, title: 'not-json' }
  }
}

export function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer ([\w-]{20,100})$/.exec(authorization ?? '')?.[1] ?? null
}

function corsOf(gate: Gate, { headers: { origin } }: IncomingMessage): Readonly<Record<string, string>> {
  if (origin === undefined || !gate.knowsOrigin(origin)) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, PUT',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-private-network': 'true',
    vary: 'origin',
  }
}

/** What a status says besides itself (RFC 9110 sections 10.2.3 and 11.6.1). */
const headersOf: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  401: { 'www-authenticate': 'Bearer' },
  429: { 'retry-after': '1' },
}

function send(response: ServerResponse, given: Reply, cors: Readonly<Record<string, string>>): void {
  const problem = 'title' in given
  response.writeHead(given.status, {
    'content-type': problem ? 'application/problem+json' : 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headersOf[given.status],
    ...cors,
  })
  const body = problem ? { type: 'about:blank', ...given } : given.body
  response.end(body === null ? undefined : JSON.stringify(body))
}
