import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { GatewayFailure, GatewayResult } from '../../gateway.ts'
import { type Envelope, parseEnvelope } from '../../wire/envelope.ts'
import { type Credential, guidFromHeader } from '../credential.ts'
import type { WireRequest } from '../transport.ts'
import { failureOf } from '../trust.ts'

const maxAnswerBytes = 4 * 1024 * 1024

export interface HttpParts {
  /** The profile's address with its context path. */
  readonly url: string
  readonly agent: http.Agent
  readonly credential: Credential
}

type Settle = (result: GatewayResult<Envelope>) => void

/** One request and its answer (spec/ccgateway.md 1.1): the retcode decides, whatever the status says. */
export function exchange(parts: HttpParts, request: WireRequest): Promise<GatewayResult<Envelope>> {
  const url = new URL(`${parts.url.replace(/\/+$/, '')}/resource${request.path}`)
  const body = request.body === undefined ? '' : JSON.stringify(request.body)
  const { request: begin } = url.protocol === 'http:' ? http : https
  return new Promise((resolve) => {
    const call = begin(url, {
      method: request.method,
      agent: parts.agent,
      headers: { ...headersFor(parts.credential), 'content-length': Buffer.byteLength(body) },
    })
    watch(call, parts.credential, request.timeoutMs, resolve)
    call.end(body)
  })
}

/** The content type goes with every call, an empty one too (1.1). */
function headersFor({ guid, cookies }: Credential): Record<string, string> {
  const current = guid()
  const cookie = cookies.header()
  return {
    'content-type': 'application/json; charset=UTF-8',
    ...(current && { guid: current }),
    ...(cookie && { cookie }),
  }
}

/** Whatever comes first settles it: the answer, an error, or the time-out. */
function watch(call: ClientRequest, credential: Credential, timeoutMs: number, resolve: Settle): void {
  let sent = false
  const settle: Settle = (result) => {
    clearTimeout(limit)
    resolve(result)
  }
  const fail = (failure: GatewayFailure) => settle({ ok: false, failure })
  const limit = setTimeout(() => {
    fail({ kind: sent ? 'no-answer' : 'not-connected' })
    call.destroy()
  }, timeoutMs)
  // Only a connected socket is given to a request; from then on the gateway may have read it.
  call.once('socket', () => {
    sent = true
  })
  call.on('error', (error) => fail(failureOf(error, sent)))
  call.once('response', (response) => receive(response, credential, settle))
}

function receive(response: IncomingMessage, credential: Credential, settle: Settle): void {
  credential.adopt(guidFromHeader(response.headers['set-guid']))
  credential.cookies.keep(response.headers['set-cookie'])
  const chunks: Buffer[] = []
  let bytes = 0
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > maxAnswerBytes) response.destroy()
    else chunks.push(chunk)
  })
  response.once('end', () => settle(understood(response, Buffer.concat(chunks).toString())))
  response.on('error', () => settle({ ok: false, failure: { kind: 'no-answer' } }))
  response.once('close', () => settle({ ok: false, failure: { kind: 'no-answer' } }))
}

/** A server error without an envelope comes from a proxy: whether the gateway got the request is not known. */
function understood({ statusCode = 0 }: IncomingMessage, text: string): GatewayResult<Envelope> {
  const envelope = parseEnvelope(text)
  if (envelope) return { ok: true, value: envelope }
  return { ok: false, failure: { kind: statusCode >= 500 ? 'no-answer' : 'garbled' } }
}
