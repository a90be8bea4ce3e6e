import { z } from 'zod'
import type { Centre, CentreAgent } from '../../simulator/centre.ts'
import type { JournalEntry } from '../../simulator/journal/journal.ts'
import { openPhone } from '../../simulator/sip/phone/open-phone.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import type { Stage } from '../stage/stage.ts'
import { type BareRequest, openBareGateway } from './bare-gateway.ts'

/** What a client sent to sign in, in its order; a registration counts as one. */
export function sentBy(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const incoming = entries.filter(({ direction }) => direction === 'in')
  const firstRegister = incoming.find(({ name, kind }) => kind === 'message' && name === 'REGISTER')
  return incoming.filter((entry) => entry.kind === 'request' || entry === firstRegister)
}

/** The same requests one after the other over one bare socket, registration and all; connecting counts. */
export async function signInBare(stage: Stage, sent: readonly JournalEntry[]): Promise<number> {
  const centre = await stage.centre()
  const agent = centre.agent('6001')
  const startedAt = epochNow()
  const gateway = await openBareGateway(centre, agent)
  for (const entry of sent) {
    if (entry.kind === 'request') await gateway.ask(requestOf(entry.detail, agent))
    else await register(stage, centre, agent)
  }
  await agent.becomes('idle')
  const took = epochNow() - startedAt
  gateway.close()
  return took
}

async function register(stage: Stage, centre: Centre, agent: CentreAgent): Promise<void> {
  const account = { number: agent.softphoneNumber, password: agent.softphonePassword }
  const phone = await openPhone({ url: centre.sip.url, account })
  stage.keep(phone)
  await phone.register()
}

const noted = z.object({
  method: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.string()),
  body: z.unknown().optional(),
})

/** A request as the journal has it. */
function requestOf(detail: unknown, agent: CentreAgent): BareRequest {
  const { method, path, query, body } = noted.parse(detail)
  const search = new URLSearchParams(query).toString()
  const address = path.replace(/^\/agentgateway\/resource/, '') + (search && `?${search}`)
  return { method, path: address, body: withSecret(body, agent) }
}

/** The journal masks passwords. */
function withSecret(body: unknown, agent: CentreAgent): unknown {
  const hasOne = typeof body === 'object' && body !== null && 'password' in body
  return hasOne ? { ...body, password: agent.password } : body
}
