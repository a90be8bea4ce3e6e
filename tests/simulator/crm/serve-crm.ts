import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { addressOf } from '../address.ts'
import { createDoors, gateDoor, listen, type OpenServer } from '../gateway/wire/door.ts'
import type { ServerCertificate } from '../tls/certificates.ts'
import { epochNow } from '../voice/epoch-now.ts'
import type { CrmDoor, Visit } from './crm.ts'
import type { Answer, Asked } from './reply.ts'
import { answerTo } from './routes.ts'
import type { Visits } from './visits.ts'

const largestBody = 20_000_000

export interface CrmGround {
  readonly origins: Readonly<Record<CrmDoor, string>>
  readonly visits: Visits
}

/** Null: without TLS. `ca`: whose certificates of agents are taken, where they are asked for. */
export interface DoorTls extends ServerCertificate {
  readonly ca?: string
}

export interface DoorServer extends OpenServer {
  closeIdleConnections(): void
}

export async function serveCrm(
  ground: CrmGround,
  door: CrmDoor,
  tls: DoorTls | null,
  port: number,
): Promise<DoorServer> {
  const onRequest = (incoming: IncomingMessage, response: ServerResponse) => {
    answer(ground, door, incoming, response).catch(() => response.destroy())
  }
  const asks = tls?.ca !== undefined
  const server = tls
    ? createServer({ ...tls, requestCert: asks, rejectUnauthorized: false }, onRequest)
    : createPlainServer(onRequest)
  const doors = createDoors()
  gateDoor(server, doors)
  const open = await listen(server, doors, port)
  return { ...open, closeIdleConnections: () => server.closeIdleConnections() }
}

async function answer(
  { origins, visits }: CrmGround,
  door: CrmDoor,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const at = epochNow()
  const url = addressOf(incoming.url)
  if (url === null) return void response.writeHead(400).end()
  const visit: Visit = {
    door,
    at,
    method: incoming.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    form: await formOf(incoming),
    headers: incoming.headers,
  }
  visits.add(visit)
  write(response, answerTo({ visit, incoming, origins, told: { ...visit.query, ...visit.form } } satisfies Asked))
}

/** Of a file its name alone. */
async function formOf(incoming: IncomingMessage): Promise<Visit['form']> {
  const type = incoming.headers['content-type'] ?? ''
  const body = await bodyOf(incoming)
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData()
  return Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > largestBody) throw new Error('larger than any form')
    chunks.push(chunk)
  }
  return Uint8Array.from(Buffer.concat(chunks))
}

function write(response: ServerResponse, answered: Answer): void {
  if (typeof answered === 'function') answered(response)
  else {
    const body = Buffer.from(answered.body ?? '')
    response.writeHead(answered.status ?? 200, { ...answered.headers, 'Content-Length': body.length }).end(body)
  }
}
