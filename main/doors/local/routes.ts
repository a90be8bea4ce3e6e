import { z } from 'zod'
import type { CommandResult, GoTo, ProgramScope } from '#contract'
import { callOf, type Seen, stateOf } from './told.ts'

/** What a program's request comes down to; the desk's own requests answer it. */
export interface LocalActs {
  seen(): Seen
  /** By the site's and the agent's rules: asked about, or dialled at once. */
  dial(number: string, program: string): Promise<CommandResult>
  onCall(verb: CallDeed, callId: string): Promise<CommandResult>
  goTo(goTo: GoTo): Promise<CommandResult>
}

export const callDeeds = ['answer', 'hang-up', 'hold', 'retrieve', 'mute', 'unmute'] as const
export type CallDeed = (typeof callDeeds)[number]

export type LocalAnswer =
  | { readonly status: 200 | 202; readonly body: unknown }
  | { readonly status: 404 | 409; readonly reason: string; readonly retcode?: string }

export interface Asked<T> {
  readonly body: T
  /** The word of the path that `{id}` stands for. */
  readonly id: string
  /** The name of the program that asks. */
  readonly program: string
}

export interface LocalRoute {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** `{name}` stands for one word of the path. */
  readonly path: string
  readonly scope: ProgramScope
  readonly summary: string
  readonly body?: z.ZodType
  readonly run: (acts: LocalActs, asked: Asked<unknown>) => Promise<LocalAnswer>
}

/** A row: its body is read by its own schema before it runs. */
function route<T>(row: Omit<LocalRoute, 'run' | 'body'> & Row<T>): LocalRoute {
  const { run, ...rest } = row
  return { ...rest, run: (acts, asked) => run(acts, { ...asked, body: row.body.parse(asked.body) }) }
}

interface Row<T> {
  readonly body: z.ZodType<T>
  readonly run: (acts: LocalActs, asked: Asked<T>) => Promise<LocalAnswer>
}

const dialBody = z
  .strictObject({ number: z.string().regex(/^\+?[\d*#]{1,24}$/) })
  .meta({ description: 'A number as a machine dials it: digits, `*`, `#`, and a leading plus.' })
const stateBody = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({ state: z.literal('busy'), reason: z.int().min(0).max(255).optional() }),
  z.strictObject({
    state: z.literal('rest'),
    seconds: z.int().min(1).max(86_400),
    reason: z.int().min(0).max(255).optional(),
  }),
  z.strictObject({ state: z.literal('wrap-up') }),
])

const done = (result: CommandResult, status: 200 | 202 = 200): LocalAnswer =>
  result.ok
    ? { status, body: { ok: true } }
    : { status: 409, reason: result.reason, ...(result.retcode && { retcode: result.retcode }) }

/** Everything that programs may ask by the local interface; the OpenAPI file is made of it. */
export const localRoutes: readonly LocalRoute[] = [
  {
    ...{ method: 'GET', path: '/v1/state', scope: 'read', summary: 'The agent and the live calls' },
    run: async (acts) => ({ status: 200, body: stateOf(acts.seen()) }),
  },
  {
    ...{ method: 'GET', path: '/v1/calls/{id}', scope: 'read', summary: 'One call' },
    run: async (acts, { id }) => {
      const call = acts.seen().calls.list.find((one) => one.id === id)
      return call ? { status: 200, body: callOf(call) } : { status: 404, reason: 'no-such-call' }
    },
  },
  route({
    ...{ method: 'POST', path: '/v1/calls', scope: 'dial', summary: 'Dials a number, or asks the agent whether to' },
    body: dialBody,
    run: async (acts, { body, program }) => done(await acts.dial(body.number, program), 202),
  }),
  ...callDeeds.map(
    (verb): LocalRoute => ({
      ...{ method: 'POST', path: `/v1/calls/{id}/${verb}`, scope: 'calls' },
      summary: `Asks for "${verb}"; the event says when it is so`,
      run: async (acts, { id }) => {
        const call = acts.seen().calls.list.find((one) => one.id === id)
        if (!call) return { status: 404, reason: 'no-such-call' }
        return call.verbs.includes(verb)
          ? done(await acts.onCall(verb, id), 202)
          : { status: 409, reason: 'not-possible-now' }
      },
    }),
  ),
  route({
    ...{ method: 'PUT', path: '/v1/agent/state', scope: 'agent', summary: 'Asks for an agent state' },
    body: stateBody,
    run: async (acts, { body }) => done(await acts.goTo(wish(body)), 202),
  }),
]

function wish(body: z.infer<typeof stateBody>): GoTo {
  if (body.state === 'idle' || body.state === 'wrap-up') return { state: body.state }
  const reason = body.reason === undefined ? {} : { reason: body.reason }
  return body.state === 'busy' ? { state: 'busy', ...reason } : { state: 'rest', seconds: body.seconds, ...reason }
}

export type Found = { readonly route: LocalRoute; readonly id: string } | 'no-path' | 'no-method'

export function findLocalRoute(method: string, path: string): Found {
  const there = localRoutes.flatMap((one) => {
    const id = match(one.path, path)
    return id === null ? [] : [{ route: one, id }]
  })
  if (there.length === 0) return 'no-path'
  return there.find((one) => one.route.method === method) ?? 'no-method'
}

function match(pattern: string, path: string): string | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const at = wanted.indexOf('{id}')
  const same = wanted.every((word, index) => index === at || word === given[index])
  return same ? (given[at] ?? '') : null
}
