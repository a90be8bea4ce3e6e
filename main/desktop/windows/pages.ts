import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type { CustomScheme } from 'electron'
import type { WindowKind } from '#contract'

const scheme = 'earshot'
const host = 'app'

/** To be registered before the app is ready; `codeCache` spares the next start compiling the pages anew. */
export const pageScheme: CustomScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
}

/** The one page that a window of this kind shows. */
export function pageOf(kind: WindowKind): string {
  return `${scheme}://${host}/${kind}.html`
}

/** As permission requests name it. */
export const pageOrigin = `${scheme}://${host}`

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
}

/** Nothing but what came with the app; the phone window alone may also reach its SIP servers and play a far side. */
export function contentPolicy(path: string): string {
  const phone = path === '/phone.html'
  const desk = path === '/desk.html'
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${desk ? ' media:' : ''}`,
    "font-src 'self'",
    `connect-src 'self'${phone ? ' wss:' : ''}`,
    ...(phone ? ['media-src blob: mediastream:'] : []),
    // Files of conversations (media-scheme/).
    ...(desk ? ['media-src media:'] : []),
    // E-mails (mail-pages.ts).
    ...(desk ? ['frame-src earshot://mail'] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const absent: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'])

/** Answers a request of our own scheme from the built pages, and from nowhere else on the disk. */
export async function servePage(request: Pick<Request, 'url' | 'method'>, folder: string): Promise<Response> {
  const url = new URL(request.url)
  const file = url.host === host && request.method === 'GET' ? fileOf(url.pathname, folder) : null
  const type = file === null ? undefined : types[extname(file)]
  if (file === null || type === undefined) return new Response('not found', { status: 404 })

  const body = await bodyOf(file)
  if (body === null) return new Response('not found', { status: 404 })
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': type,
      'content-security-policy': contentPolicy(url.pathname),
      'x-content-type-options': 'nosniff',
    },
  })
}

/** Null when there is no such file; any other failure is one of the disk, and is not hidden as "not found". */
async function bodyOf(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && absent.has(error.code)) return null
    throw error
  }
}

/** The parser has taken `..` out of the path already; what is escaped is decoded first and checked again. */
function fileOf(pathname: string, folder: string): string | null {
  const path = decode(pathname)
  if (path === null || path.includes('\0') || path.includes('\\')) return null
  const file = join(folder, path)
  return file.startsWith(folder + sep) ? file : null
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
