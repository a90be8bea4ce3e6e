import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { addressOf } from '../../address.ts'
import type { ServerCertificate } from '../../tls/certificates.ts'
import { refused } from '../answers.ts'
import type { Gateway, GatewayRequest, Reply } from '../gateway.ts'
import { serve } from '../serve.ts'
import { type Doors, gateDoor, listen, type OpenServer } from './door.ts'

const context = '/agentgateway/resource'
/** Ours; the cookie's name is not published. It stands for sticky routing (spec/ccgateway.md 1.1, inferred). */
const cookieName = 'AGWROUTE'
const largestBody = 1_048_576

/** The documented wire: HTTPS and long poll (spec/ccgateway.md 1 to 4). */
export async function servePoll(
  gateway: Gateway,
  tls: ServerCertificate,
  doors: Doors,
  port: number,
): Promise<OpenServer> {
  const server = createServer({ ...tls }, (request, response) => {
    onRequest(gateway, doors, request, response).catch((error: Error) => noteBroken(gateway, request, error))
  })
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n'))
  gateDoor(server, doors)
  return listen(server, doors, port)
}

async function onRequest(
  gateway: Gateway,
  doors: Doors,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = await bodyOf(incoming)
  if (doors.deaf) return
  const url = addressOf(incoming.url)
  if (!url?.pathname.startsWith(`${context}/`)) {
    response.writeHead(404).end()
    return
  }
  const typed = /^application\/json\b/i.test(incoming.headers['content-type'] ?? '')
  const body = parseBody(text)
  if (text !== '' && !typed) {
    // JAX-RS has nobody to read another type (inferred).
    response.writeHead(415).end()
  } else if (body === undefined && text !== '') {
    write(response, refused('000-006'))
  } else {
    serve(gateway, toRequest(incoming, url, body), (reply) => respond(doors, incoming, response, reply))
  }
}

/** A client that went away while it spoke. */
function noteBroken(gateway: Gateway, incoming: IncomingMessage, error: Error): void {
  gateway.platform.journal.add({
    plane: 'gateway',
    direction: 'in',
    agent: null,
    kind: 'connection',
    name: 'error',
    detail: `${incoming.method} ${incoming.url}: ${error.message}`,
  })
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming) {
    length += (chunk as Buffer).length
    if (length > largestBody) break
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function toRequest(incoming: IncomingMessage, url: URL, body: unknown): GatewayRequest {
  const guid = incoming.headers.guid
  return {
    transport: 'poll',
    method: incoming.method ?? 'GET',
    path: url.pathname.slice(context.length),
    query: url.searchParams,
    body,
    guid: typeof guid === 'string' ? guid : null,
    cookie: new RegExp(`${cookieName}=([^;]+)`).exec(incoming.headers.cookie ?? '')?.[1] ?? null,
    wire: null,
  }
}

function respond(
  doors: Doors,
  incoming: IncomingMessage,
  response: ServerResponse,
  reply: Reply | 'close' | 'destroy' | 'deaf',
): void {
  if (doors.deaf || response.writableEnded || reply === 'deaf') return
  if (reply === 'close') incoming.socket.end()
  else if (reply === 'destroy') incoming.socket.destroy()
  else write(response, reply)
}

function write(response: ServerResponse, { answer, status = 200, text, guid, cookie }: Reply): void {
  const body = text ?? JSON.stringify(answer)
  const isPage = text?.trimStart().startsWith('<') === true
  response.setHeader('Content-Type', isPage ? 'text/html; charset=UTF-8' : 'application/json; charset=UTF-8')
  // spec/ccgateway.md 1.3.
  if (guid) response.setHeader('Set-GUID', `JSESSIONID=${guid}`)
  if (cookie) response.setHeader('Set-Cookie', `${cookieName}=${cookie}; Path=/agentgateway; Secure; HttpOnly`)
  response.writeHead(status).end(body)
}
