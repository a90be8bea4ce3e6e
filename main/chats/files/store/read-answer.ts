import { z } from 'zod'
import { isFileId } from '../content.ts'
import type { Got } from './media-store.ts'

/** The answers' schema is not published; these are the names seen (spec/media-and-services.md 3.3), at two depths. */
const fields = {
  objectKey: z.string().optional(),
  fileId: z.string().optional(),
  fileStream: z.string().optional(),
  resultCode: z.union([z.string(), z.number()]).optional(),
  retcode: z.union([z.string(), z.number()]).optional(),
}
const inner = z.object(fields)
const answer = z.object({ ...fields, result: inner.optional(), data: inner.optional() })

type Read = z.output<typeof inner>

/** The id of what was uploaded, or null when the server says that it was not. */
export function fileIdIn(body: Buffer): string | null {
  const found = read(body)
  const id = found?.objectKey ?? found?.fileId
  return id !== undefined && isFileId(id) ? id : null
}

/** "stream/base64": the file itself, or JSON with the file in it. */
export function fileWithin(contentType: string, body: Buffer): Got {
  if (!/^application\/json\b/i.test(contentType)) return { ok: true, content: body }
  const found = read(body)
  if (found?.fileStream !== undefined) return { ok: true, content: Buffer.from(found.fileStream, 'base64') }
  return { ok: false, reason: found === null || saysNo(found) ? 'refused' : 'not-found' }
}

/** Null: no JSON, not this JSON, or a no in it. */
function read(body: Buffer): Read | null {
  const parsed = answer.safeParse(jsonOf(body))
  if (!parsed.success) return null
  const { result, data, ...outer } = parsed.data
  return saysNo(outer) ? null : { ...outer, ...data, ...result }
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function saysNo({ resultCode, retcode }: Read): boolean {
  return [resultCode, retcode].some((code) => code !== undefined && !/^(?:0+|0?200)$/.test(String(code)))
}
