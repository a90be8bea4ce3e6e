import type { CustomScheme } from 'electron'
import { rangeOf } from './range.ts'

const scheme = 'media'
const host = 'file'

/** To be registered with the pages' own, before the app is ready. No `fetch`: only what shows or plays may ask. */
export const mediaScheme: CustomScheme = { scheme, privileges: { standard: true, secure: true, stream: true } }

/** Where the desk finds what it was told of under this token. */
export function mediaAddress(token: string): string {
  return `${scheme}://${host}/${token}`
}

export interface Served {
  readonly bytes: Uint8Array
  /** By the file's own first bytes. */
  readonly contentType: string
}

/** Answers the desk's pictures and players from what was fetched for it, in ranges so that they can seek. */
export function serveMedia(
  request: Pick<Request, 'url' | 'method' | 'headers'>,
  find: (token: string) => Served | undefined,
): Response {
  const url = new URL(request.url)
  const asked = url.host === host && request.method === 'GET' && url.search === ''
  const found = asked ? find(url.pathname.slice(1)) : undefined
  if (found === undefined) return new Response('not found', { status: 404, headers })
  return answer(found, request.headers.get('range'))
}

/** Should one ever be opened as a page, nothing in it runs; and Chromium keeps none of it. */
const headers = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'cross-origin',
  'accept-ranges': 'bytes',
}

function answer({ bytes, contentType }: Served, asked: string | null): Response {
  const whole = bytes.byteLength
  const range = rangeOf(asked, whole)
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${whole}` } })
  const part = range === null ? bytes : bytes.subarray(range.first, range.last + 1)
  return new Response(new Uint8Array(part), {
    status: range === null ? 200 : 206,
    headers: {
      ...headers,
      'content-type': contentType,
      'content-length': String(part.byteLength),
      ...(range !== null && { 'content-range': `bytes ${range.first}-${range.last}/${whole}` }),
    },
  })
}
