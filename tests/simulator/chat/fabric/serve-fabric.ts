import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { addressOf } from '../../address.ts'
import { createDoors, gateDoor, listen, type OpenServer } from '../../gateway/wire/door.ts'
import type { ServerCertificate } from '../../tls/certificates.ts'
import { admit } from './admission.ts'
import * as customerSide from './customer-side.ts'
import { dropMail, dropMailPath } from './emails.ts'
import { base, type Fabric, type FabricReply, type FabricRequest, failed } from './fabric.ts'
import { downloadFileStream, uploadFileStream } from './files.ts'

type Run = (fabric: Fabric, request: FabricRequest, asker: 'agent' | 'application') => FabricReply

/** All POST but `poll` (spec/media-and-services.md 3). */
const routes: Readonly<Record<string, Run>> = {
  [`POST ${base}/applyToken`]: customerSide.applyToken,
  [`POST ${base}/send`]: customerSide.send,
  [`POST ${base}/sendAsync`]: customerSide.send,
  [`GET ${base}/poll`]: customerSide.poll,
  [`POST ${base}/uploadFileStream`]: uploadFileStream,
  [`POST ${base}/downloadFileStream`]: downloadFileStream,
  [`POST ${base}/queryHistoryChatMessage`]: customerSide.queryHistoryChatMessage,
  [`POST ${base}/getsatisfactionsurveymode`]: customerSide.getSatisfactionSurveyMode,
  [`POST ${base}/saveSatisfaction`]: customerSide.saveSatisfaction,
  [`POST ${dropMailPath}`]: dropMail,
}

const tokenRoute = 'POST /apigovernance/api/oauth/tokenByAkSk'
/** A file of 100 MB in base64, and what stands round it. */
const largestBody = 140_000_000
const pieceBytes = 65_536

export async function serveFabric(fabric: Fabric, tls: ServerCertificate, port: number): Promise<OpenServer> {
  const doors = createDoors()
  const server = createServer({ ...tls }, (incoming, response) => {
    onRequest(fabric, incoming, response).catch((error: Error) => noteBroken(fabric, incoming, error))
  })
  gateDoor(server, doors)
  return listen(server, doors, port)
}

async function onRequest(fabric: Fabric, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const { faults } = fabric.chat.mediaCache
  const text = await bodyOf(incoming, () => faults.pieceMs)
  const url = addressOf(incoming.url)
  const reply = url && text !== null ? answer(fabric, incoming, url, text) : failed('too large', 413)
  note(fabric, incoming, reply)
  if (reply.deaf) return
  if (faults.delayMs > 0) await pause(faults.delayMs)
  await write(response, reply, () => faults.pieceMs)
}

function answer(fabric: Fabric, incoming: IncomingMessage, url: URL, text: string): FabricReply {
  const method = incoming.method ?? 'GET'
  const name = `${method} ${url.pathname}`
  const { headers } = incoming
  const request = { method, path: url.pathname, query: url.searchParams, headers, body: jsonOf(text) }
  if (name === tokenRoute) return customerSide.tokenByAkSk(fabric, request)
  const run = routes[name]
  if (!run) return failed('no such interface', 404)
  const asker = admit(fabric, request)
  return asker ? run(fabric, request, asker) : failed('authentication failed', 401)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Read no faster than the line is; null: more than there may be. */
async function bodyOf(incoming: IncomingMessage, pieceMs: () => number): Promise<string | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > largestBody) return null
    if (pieceMs() > 0) await pause(pieceMs())
  }
  return Buffer.concat(chunks).toString('utf8')
}

async function write(
  response: ServerResponse,
  { status = 200, value, content, truncated }: FabricReply,
  pieceMs: () => number,
): Promise<void> {
  const body = content ?? Buffer.from(JSON.stringify(value ?? {}))
  const type = content ? 'application/octet-stream' : 'application/json; charset=UTF-8'
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length })
  const end = truncated ? Math.floor(body.length / 2) : body.length
  for (let at = 0; at < end; at += pieceBytes) {
    await new Promise<void>((resolve) =>
      response.write(body.subarray(at, Math.min(end, at + pieceBytes)), () => resolve()),
    )
    if (pieceMs() > 0) await pause(pieceMs())
  }
  if (truncated) response.destroy()
  else response.end()
}

function note({ gateway }: Fabric, incoming: IncomingMessage, { status = 200, deaf, truncated }: FabricReply): void {
  gateway.platform.journal.add({
    plane: 'platform',
    direction: 'in',
    agent: null,
    kind: 'request',
    name: `${incoming.method} ${addressOf(incoming.url)?.pathname}`,
    detail: { status, ...(deaf && { deaf }), ...(truncated && { truncated }) },
  })
}

function noteBroken({ gateway }: Fabric, incoming: IncomingMessage, error: Error): void {
  gateway.platform.journal.add({
    plane: 'platform',
    direction: 'in',
    agent: null,
    kind: 'connection',
    name: 'error',
    detail: `${incoming.method} ${addressOf(incoming.url)?.pathname}: ${error.message}`,
  })
}
