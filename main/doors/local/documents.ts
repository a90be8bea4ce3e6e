import { z } from 'zod'
import { localRoutes } from './routes.ts'

const info = {
  title: 'Earshot on this machine',
  version: '1',
  description: [
    'For CRM and other programs on the agent’s own machine. Off until the site or the agent turns it on.',
    'Every request carries a token that the agent made in Earshot’s settings, and counts only for its scopes.',
    'Requests answer that Earshot has asked; what became of it is told by the events.',
  ].join(' '),
} as const

const problem = {
  description: 'RFC 9457',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
} as const

/** Made of the table that answers, so that it can say nothing else. */
export function openApi(port: number): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const { method, path, scope, summary, body } of localRoutes) {
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        summary,
        security: [{ token: [scope] }],
        ...(path.includes('{id}') && { parameters: [idParameter] }),
        ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
        responses: {
          [method === 'GET' ? 200 : 202]: { description: 'As asked', content: { 'application/json': {} } },
          default: problem,
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: `http://127.0.0.1:${port}` }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(problemShape) },
    },
  }
}

const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string' } } as const

const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  retcode: z
    .string()
    .optional()
    .meta({ description: 'The platform’s own code, where it was the platform that refused' }),
})

const eventShape = z.object({
  message: z.literal(''),
  retcode: z.literal('0'),
  event: z.object({
    eventType: z.string().meta({ description: 'As the gateway calls it: AgentEvent_Ringing, AgentState_Ready, …' }),
    workNo: z.string(),
    content: z.record(z.string(), z.unknown()).nullable(),
  }),
})

export function asyncApi(port: number): unknown {
  return {
    asyncapi: '3.0.0',
    info,
    servers: { here: { host: `127.0.0.1:${port}`, protocol: 'ws' } },
    channels: {
      events: {
        address: '/v1/events',
        description:
          'A WebSocket. Programs send their token as a bearer; pages offer the sub-protocols `earshot.v1` and `earshot.bearer.<token>`. Scope `read`.',
        messages: { event: { payload: schemaOf(eventShape) } },
      },
    },
    operations: { hear: { action: 'receive', channel: { $ref: '#/channels/events' } } },
  }
}

function schemaOf(shape: z.ZodType): unknown {
  const { $schema: _, ...schema } = z.toJSONSchema(shape)
  return schema
}
