import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { html } from './render.ts'
import { type Answer, type Asked, page, redirect } from './reply.ts'
import { inFrame } from './views.ts'

const slowMs = 30_000

/** What a server can do to whoever asks it, by the last part of the path; `pages/scripts/misbehaving.js` has what a page can. */
export const mischief: Readonly<Record<string, (asked: Asked) => Answer>> = {
  silent: () => () => undefined,
  slow: () => (response) => {
    const timer = setTimeout(() => response.end('At last.'), slowMs)
    response.once('close', () => clearTimeout(timer))
  },
  empty: () => (response) => response.destroy(),
  'redirect-loop': ({ told }) => redirect(`/mischief/redirect-loop?turn=${Number(told.turn ?? 0) + 1}`),
  'redirect-elsewhere': ({ origins }) => redirect(`${origins.foreign}/customer?q=13800138000`),
  'redirect-to-file': () => redirect('file:///etc/passwd'),
  'redirect-to-earshot': () => redirect('earshot://dial/13800138000'),
  'server-error': () => inFrame('500', html`<p>The CRM is being mended.</p>`, 500),
  'not-there': () => inFrame('404', html`<p>There is no such page.</p>`, 404),
  nothing: () => ({ status: 204 }),
  'half-a-page': () => (response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': '100000' })
    response.write('<!doctype html><title>Half a page</title><p>And then')
    setTimeout(() => response.destroy(), 50)
  },
  'endless-page': () => (response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    void pour(response, Buffer.from(`<p>${'And so on. '.repeat(5_000)}</p>`))
  },
  'endless-download': () => (response) => {
    response.writeHead(200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment; filename="endless.bin"',
    })
    void pour(response, Buffer.alloc(65_536))
  },
  'sign-in': ({ visit }) =>
    visit.headers.authorization === `Basic ${Buffer.from('bob:lotus').toString('base64')}`
      ? inFrame('Signed in', html`<p id="who">Signed in as bob.</p>`)
      : { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="Lotus CRM, Zürich", charset="UTF-8"' } },
  'wrong-type': () => ({ headers: { 'Content-Type': 'application/x-nobody-knows' }, body: 'What is it?' }),
  'hundred-cookies': () => {
    const reply = page(html`<!doctype html><title>Cookies</title><p>A hundred of them.</p>`)
    return (response) => {
      const cookies = Array.from({ length: 100 }, (_, index) => `c${index}=${'x'.repeat(3_000)}`)
      response.setHeader('Set-Cookie', cookies)
      response.writeHead(200, { ...reply.headers }).end(reply.body)
    }
  },
}

/** Until nobody listens any more, and no faster than they do. */
async function pour(response: ServerResponse, piece: Buffer): Promise<void> {
  while (!response.destroyed) {
    if (response.write(piece)) await new Promise(setImmediate)
    else await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
}
