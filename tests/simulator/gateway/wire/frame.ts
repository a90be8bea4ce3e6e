import { z } from 'zod'
import { addressOf } from '../../address.ts'
import { refused } from '../answers.ts'
import type { Answer, GatewayRequest, Reply, Wire } from '../gateway.ts'

/** The request frame of spec/ccgateway.md 5.3 [inferred]. */
const frame = z.object({
  id: z.string().optional(),
  method: z.enum(['GET', 'PUT', 'POST', 'DELETE']),
  path: z.string().transform(addressOf).pipe(z.instanceof(URL)),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
})

const withId = z.object({ id: z.string() })

export type ParsedFrame =
  | { readonly id: string | undefined; readonly request: GatewayRequest }
  | { readonly malformed: Answer & { readonly id?: string }; readonly seen: unknown }

/** What cannot be read is answered, with its id where it has one (000-006: inferred). */
export function parseFrame(text: string, wire: Wire): ParsedFrame {
  const value = json(text)
  const parsed = frame.safeParse(value)
  if (!parsed.success) {
    return { malformed: { ...withId.safeParse(value).data, ...refused('000-006').answer }, seen: value ?? text }
  }
  const { id, method, path: url, headers, body } = parsed.data
  const guid = Object.entries(headers).find(([name]) => name.toLowerCase() === 'guid')?.[1] ?? null
  const request: GatewayRequest = {
    transport: 'websocket',
    method,
    path: url.pathname,
    query: url.searchParams,
    body,
    guid,
    cookie: null,
    wire,
  }
  return { id, request }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export function writeReply(wire: Wire, id: string | undefined, reply: Reply | 'close' | 'destroy' | 'deaf'): void {
  if (reply === 'close') wire.close()
  else if (reply === 'destroy') wire.destroy()
  else if (reply === 'deaf') wire.setDeaf(true)
  else wire.send(frameText(id, reply))
}

/** A status has no place here, so a page for an unknown path is the plain refusal instead. */
function frameText(id: string | undefined, reply: Reply): string {
  const isPage = reply.status === 404 || reply.status === 405
  if (reply.text !== undefined && !isPage) return reply.text
  return JSON.stringify({ ...(id !== undefined && { id }), ...reply.answer, ...(reply.guid && { guid: reply.guid }) })
}
