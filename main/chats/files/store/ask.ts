import type http from 'node:http'
import https from 'node:https'
import { finished } from 'node:stream/promises'
import type { SecureContext } from 'node:tls'
import type { FileRefusal } from '#contract'
import type { Log } from '../../../log/log.ts'

export interface Asked {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** The body in pieces, and how many bytes it has altogether. */
  readonly pieces: Iterable<Buffer>
  readonly length: number
  /** So many bytes of the body have been handed to the network. */
  readonly onSent: (bytes: number) => void
  readonly maxAnswerBytes: number
  readonly given: AbortSignal
}

export type Answer =
  | { readonly ok: true; readonly contentType: string; readonly body: Buffer }
  /** `sent`: the whole body had left, so that the other side may have taken it. */
  | { readonly ok: false; readonly reason: FileRefusal; readonly sent: boolean }

export type Ask = (asked: Asked) => Promise<Answer>

/** Without a byte in either direction for this long, nobody is there. */
const silentMs = 30_000

/** One POST. Redirections are not followed: the credential is for this address. */
export function createAsk(secureContext: SecureContext, log: Pick<Log, 'warn'>): Ask {
  const agent = new https.Agent({ keepAlive: true, maxSockets: 4, timeout: silentMs, secureContext })
  return async (asked) => {
    const state = { sent: false }
    try {
      return await ask(asked, agent, state)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      if (!asked.given.aborted) log.warn('the media cache could not be asked', { code: codeOf(error) })
      return { ok: false, reason: 'no-answer', sent: state.sent }
    }
  }
}

async function ask(asked: Asked, agent: https.Agent, state: { sent: boolean }): Promise<Answer> {
  const request = https.request(asked.url, {
    ...{ method: 'POST', agent, signal: asked.given, timeout: silentMs },
    headers: { ...asked.headers, 'content-length': asked.length },
  })
  const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', reject)
    request.once('timeout', () => request.destroy(new Error('silent')))
  })
  // What is refused may be answered before all of it has been read, and the rest then breaks.
  await Promise.race([send(request, asked, state), answered])
  const response = await answered
  const refusal = refusalOf(response.statusCode ?? 0)
  if (refusal !== null) {
    request.destroy()
    return { ok: false, reason: refusal, sent: state.sent }
  }
  return read(response, asked.maxAnswerBytes)
}

async function send(request: http.ClientRequest, { pieces, onSent }: Asked, state: { sent: boolean }): Promise<void> {
  let sent = 0
  for (const piece of pieces) {
    await new Promise<void>((resolve, reject) => request.write(piece, (error) => (error ? reject(error) : resolve())))
    sent += piece.byteLength
    onSent(sent)
  }
  request.end()
  await finished(request, { readable: false })
  state.sent = true
}

async function read(response: http.IncomingMessage, most: number): Promise<Answer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part)
    length += part.byteLength
    // Leaving the loop destroys the response, and its connection with it.
    if (length > most) return { ok: false, reason: 'too-large', sent: true }
  }
  return { ok: true, contentType: response.headers['content-type'] ?? '', body: Buffer.concat(parts, length) }
}

function refusalOf(status: number): FileRefusal | null {
  if (status >= 200 && status < 300) return null
  if (status === 404 || status === 410) return 'not-found'
  if (status === 413) return 'too-large'
  return status === 408 || status === 429 || status >= 500 ? 'no-answer' : 'refused'
}

/** Fit for a log: an error's message may hold addresses, its code does not. */
function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
