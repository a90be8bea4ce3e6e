import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import WebSocket from 'ws'
import { z } from 'zod'
import type { Centre, CentreAgent } from '../../simulator/centre.ts'
import type { JournalEntry } from '../../simulator/journal/journal.ts'
import { openPhone } from '../../simulator/sip/phone/open-phone.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import type { Stage } from '../stage/stage.ts'

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
  const client = await connect(centre, agent)
  for (const entry of sent) {
    if (entry.kind === 'request') await client.ask(entry.detail)
    else await register(stage, centre, agent)
  }
  await agent.becomes('idle')
  const took = epochNow() - startedAt
  client.socket.terminate()
  return took
}

async function register(stage: Stage, centre: Centre, agent: CentreAgent): Promise<void> {
  const account = { number: agent.softphoneNumber, password: agent.softphonePassword }
  const phone = await openPhone({ url: centre.sip.url, account })
  stage.keep(phone)
  await phone.register()
}

const request = z.object({
  method: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.string()),
  body: z.unknown().optional(),
})
const answer = z.object({ id: z.string().optional(), guid: z.string().optional() })

async function connect(centre: Centre, agent: CentreAgent) {
  const url = centre.profile().gateway?.websocketUrl.replace('{agentId}', agent.workNumber) ?? ''
  const socket = new WebSocket(url, { ca: centre.ca })
  const waiting = new Map<string, () => void>()
  let guid = ''
  socket.on('message', (raw) => {
    const read = answer.parse(JSON.parse(String(raw)))
    guid = read.guid ?? guid
    waiting.get(read.id ?? '')?.()
  })
  await once(socket, 'open')
  return {
    socket,
    ask: (detail: unknown) =>
      new Promise<void>((resolve) => {
        const { method, path, query, body } = request.parse(detail)
        const id = randomUUID()
        waiting.set(id, resolve)
        const search = new URLSearchParams(query).toString()
        const address = path.replace(/^\/agentgateway\/resource/, '') + (search && `?${search}`)
        const headers = guid === '' ? {} : { guid }
        socket.send(JSON.stringify({ id, method, path: address, headers, body: withSecret(body, agent) }))
      }),
  }
}

/** The journal masks passwords. */
function withSecret(body: unknown, agent: CentreAgent): unknown {
  const hasOne = typeof body === 'object' && body !== null && 'password' in body
  return hasOne ? { ...body, password: agent.password } : body
}
