import { setTimeout as pause } from 'node:timers/promises'
import type { FileRefusal } from '#contract'
import type { Answer, Ask, Asked } from './ask.ts'
import type { Got, MediaStore, NewFile, Put, StoredFile } from './media-store.ts'
import { fileIdIn, fileWithin } from './read-answer.ts'

export interface MediaCacheSite {
  /** What `uploadFileStream` and `downloadFileStream` stand under: `https://host/apiaccess/ccmessaging`. */
  readonly url: string
  /** Not a secret (spec/media-and-services.md 7.1): it names the application, its key stays on the server. */
  readonly appKey?: string
}

export interface HttpMediaStoreOptions {
  readonly site: MediaCacheSite
  readonly ask: Ask
  /** The gateway session's GUID, or null while there is none. */
  readonly guid: () => string | null
  /** How long to wait before another attempt; as many attempts more as there are pauses. */
  readonly pausesMs?: { readonly put: readonly number[]; readonly get: readonly number[] }
}

/**
 * [inferred, spec/media-and-services.md 3.3 and 11 #1] The company's server in front of API Fabric, which adds the
 * platform's own token: an application's key has no business on a desk (chapter 1). It knows the agent by the header
 * that the gateway itself is asked with, `Guid`, and can have it verified there; so no further secret is kept here.
 */
export function createHttpMediaStore(options: HttpMediaStoreOptions): MediaStore {
  const pauses = options.pausesMs ?? { put: [1_000], get: [500, 2_000] }
  return {
    put: async (file, onDone, given) => {
      const answer = await insist(
        () => put(options, file, onDone, given),
        pauses.put,
        given,
        (one) => !one.sent,
      )
      return answer.ok ? uploaded(answer) : refused(answer.reason)
    },
    get: async (file, maxBytes, given) => {
      const answer = await insist(
        () => get(options, file, maxBytes, given),
        pauses.get,
        given,
        () => true,
      )
      return answer.ok ? downloaded(answer, maxBytes) : refused(answer.reason)
    },
  }
}

type Failed = Extract<Answer, { ok: false }>

/** Again as long as nobody has answered; a second upload only if the first cannot have arrived. */
async function insist(
  attempt: () => Promise<Answer>,
  pausesMs: readonly number[],
  given: AbortSignal,
  mayRepeat: (failed: Failed) => boolean,
): Promise<Answer> {
  let answer = await attempt()
  for (const ms of pausesMs) {
    if (answer.ok || answer.reason !== 'no-answer' || !mayRepeat(answer) || given.aborted) break
    await pause(ms, undefined, { signal: given }).catch(onlyAbort)
    if (!given.aborted) answer = await attempt()
  }
  return answer
}

function onlyAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}

/** A multiple of three: each piece is base64 of its own, without padding between them. */
const pieceBytes = 49_152

function put(options: HttpMediaStoreOptions, file: NewFile, onDone: (bytes: number) => void, given: AbortSignal) {
  const { content } = file
  // The stream's text comes last: it needs no escaping, and so the length is known before it is made.
  const head = Buffer.from(
    `${JSON.stringify({ fileType: file.ending, channel: file.channel }).slice(0, -1)},"fileStream":"`,
  )
  const tail = Buffer.from('"}')
  return options.ask({
    ...frameOf(options, 'uploadFileStream', given),
    length: head.byteLength + Math.ceil(content.byteLength / 3) * 4 + tail.byteLength,
    pieces: piecesOf(head, content, tail),
    onSent: (sent) => onDone(Math.max(0, Math.min(content.byteLength, Math.floor(((sent - head.byteLength) / 4) * 3)))),
    maxAnswerBytes: 65_536,
  })
}

function* piecesOf(head: Buffer, content: Uint8Array, tail: Buffer): Generator<Buffer> {
  yield head
  const whole = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  for (let at = 0; at < whole.byteLength; at += pieceBytes)
    yield Buffer.from(whole.toString('base64', at, at + pieceBytes), 'latin1')
  yield tail
}

/** A number is one of the multimedia library's (3.3). */
function get(options: HttpMediaStoreOptions, file: StoredFile, maxBytes: number, given: AbortSignal) {
  const library = /^\d+$/.test(file.fileId) && { multiMedia: 'multiMedia' }
  const body = Buffer.from(
    JSON.stringify({ fileType: file.ending, channel: file.channel, fileId: file.fileId, ...library }),
  )
  return options.ask({
    ...frameOf(options, 'downloadFileStream', given),
    length: body.byteLength,
    pieces: [body],
    onSent: () => undefined,
    // As base64 in JSON, with line breaks and what stands round it.
    maxAnswerBytes: Math.ceil(maxBytes * 1.4) + 65_536,
  })
}

function frameOf(
  { site, guid }: HttpMediaStoreOptions,
  call: string,
  given: AbortSignal,
): Pick<Asked, 'url' | 'headers' | 'given'> {
  const credential = guid()
  return {
    url: new URL(`${site.url.replace(/\/+$/, '')}/${call}`),
    headers: {
      'content-type': 'application/json; charset=UTF-8',
      ...(site.appKey !== undefined && { 'x-app-key': site.appKey }),
      ...(credential !== null && { guid: credential }),
    },
    given,
  }
}

function uploaded({ body }: Extract<Answer, { ok: true }>): Put {
  const fileId = fileIdIn(body)
  return fileId === null ? refused('refused') : { ok: true, fileId }
}

function downloaded({ contentType, body }: Extract<Answer, { ok: true }>, maxBytes: number): Got {
  const content = fileWithin(contentType, body)
  if (!content.ok) return content
  return content.content.byteLength > maxBytes ? refused('too-large') : content
}

function refused(reason: FileRefusal) {
  return { ok: false, reason } as const
}
