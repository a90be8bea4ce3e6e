import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { addressOf } from '../address.ts'
import type { Centre } from '../centre.ts'
import { type ControlRoute, NotThere, paramsOf } from './route.ts'
import { controlRoutes } from './routes.ts'

export interface Control {
  readonly url: string
  stop(): Promise<void>
}

interface Outcome {
  readonly status: number
  readonly value: unknown
}

/** The page and the HTTP interface for people, on loopback only. */
export async function startControl(centre: Centre, port = 0): Promise<Control> {
  const routes = controlRoutes(centre)
  const files = pages(centre)
  const server = createServer((incoming, response) => {
    void onRequest(routes, files, incoming, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Files = Readonly<Record<string, { readonly type: string; readonly text: string }>>

function pages(centre: Centre): Files {
  const read = (name: string) => readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8')
  const ofChat = (name: string) => readFileSync(new URL(`../chat/control/${name}`, import.meta.url), 'utf8')
  return {
    '/': { type: 'text/html', text: read('page.html') },
    '/page.js': { type: 'text/javascript', text: read('page.js') },
    '/page.css': { type: 'text/css', text: read('page.css') },
    '/chat': { type: 'text/html', text: ofChat('chat.html') },
    '/chat.js': { type: 'text/javascript', text: ofChat('chat.js') },
    '/chat.css': { type: 'text/css', text: ofChat('chat.css') },
    '/ca.pem': { type: 'application/x-pem-file', text: centre.ca },
  }
}

async function onRequest(
  routes: readonly ControlRoute[],
  files: Files,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = addressOf(incoming.url)
  const file = url && files[url.pathname]
  if (!url || !isLocal(incoming)) {
    answer(response, { status: 403, value: { error: 'only pages of this server may ask' } })
  } else if (incoming.method === 'GET' && file) {
    response.writeHead(200, { 'Content-Type': `${file.type}; charset=utf-8` }).end(file.text)
  } else {
    answer(response, await run(routes, incoming, url))
  }
}

/** No other site's page drives it: neither by its own script nor under a name of its own that leads here. */
function isLocal({ headers }: IncomingMessage): boolean {
  const local = /^(http:\/\/)?(localhost|127\.0\.0\.1)(:\d+)?$/
  return local.test(headers.host ?? '') && (headers.origin === undefined || local.test(headers.origin))
}

async function run(routes: readonly ControlRoute[], incoming: IncomingMessage, url: URL): Promise<Outcome> {
  const method = incoming.method ?? 'GET'
  const here = routes.filter(({ path }) => paramsOf(path, url.pathname))
  const route = here.find((one) => one.method === method)
  if (here.length === 0) return { status: 404, value: { error: `nothing at ${url.pathname}` } }
  if (!route) {
    return { status: 405, value: { error: `${url.pathname} takes ${here.map((one) => one.method).join(', ')}` } }
  }
  try {
    const body = await bodyOf(incoming)
    const value = await route.run(body, paramsOf(route.path, url.pathname) ?? {}, url.searchParams)
    return { status: 200, value: value ?? {} }
  } catch (error) {
    return refusal(error)
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of incoming.setEncoding('utf8')) text += chunk
  return text.trim() === '' ? undefined : JSON.parse(text)
}

/** The border of this server: what went wrong is said to whoever asked. */
function refusal(error: unknown): Outcome {
  if (error instanceof z.ZodError) return { status: 400, value: { error: z.prettifyError(error) } }
  if (error instanceof NotThere) return { status: 404, value: { error: error.message } }
  return { status: 400, value: { error: error instanceof Error ? error.message : String(error) } }
}

function answer(response: ServerResponse, { status, value }: Outcome): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(`${JSON.stringify(value, null, 2)}\n`)
}
