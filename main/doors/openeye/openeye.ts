import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import { answerFrame, notifyFrame, readFrame } from './frame.ts'
import { type OpenEyeActs, perform } from './perform.ts'
import { type GenerationName, generations, verbOf } from './table.ts'
import { type CallNumbers, createCallNumbers, type PhoneSeen, phoneEvents } from './told.ts'

/** What the site's profile says of it; null: off. */
export interface OpenEyeSite {
  /** Pages that may speak here, by their origins; nobody else may, not even a program without one. */
  readonly origins: readonly string[]
  readonly daemonPort: number
  readonly servicePort: number
  readonly generation: GenerationName
}

export interface OpenEyeParts {
  readonly acts: OpenEyeActs
  readonly log: Log
  /** It listens, or could not. */
  readonly onChange: () => void
}

/**
 * The local WebSockets of OpenEye (spec/media-and-services.md 4.2), so that pages built on its SDK drive this phone: a
 * daemon that says the service is there, and one service for signing in and for calls.
 */
export interface OpenEye {
  site(site: OpenEyeSite | null): void
  status(): 'off' | 'listening' | 'failed'
  changed(): void
}

const DAEMON = 'protocol_ws_deamon_service'
const SERVICES: ReadonlySet<string> = new Set(['tup_login_service_protocol', 'tup_call_service_protocol'])
const ADDRESS = '127.0.0.1'
/** `n & 0x7fff`: the service has started (4.2). */
const STARTED = JSON.stringify({ notify: 1 })
const POLICY = 1008

interface Running {
  readonly site: OpenEyeSite
  readonly servers: readonly Server[]
  /** To be told of the phone. */
  readonly pages: Set<WebSocket>
  readonly daemons: Set<WebSocket>
  listening: number
  failed: boolean
}

export function createOpenEye(parts: OpenEyeParts): OpenEye {
  const numbers = createCallNumbers()
  let running: Running | null = null
  let seen: PhoneSeen | null = null
  return {
    site: (site) => {
      if (JSON.stringify(site) === JSON.stringify(running?.site ?? null)) return
      stop(running)
      running = site && run(site, parts, numbers)
      seen = site && parts.acts.seen()
    },
    status: () => statusOf(running),
    changed: () => {
      if (running === null || seen === null) return
      const now = parts.acts.seen()
      const { events } = generations[running.site.generation]
      const texts = phoneEvents(seen, now, numbers).map(({ event, param }) => notifyFrame(events[event], param))
      seen = now
      for (const page of running.pages) for (const text of texts) page.send(text)
    },
  }
}

function statusOf(running: Running | null): ReturnType<OpenEye['status']> {
  if (running?.failed) return 'failed'
  return running !== null && running.listening === running.servers.length ? 'listening' : 'off'
}

function stop(running: Running | null): void {
  for (const page of [...(running?.pages ?? []), ...(running?.daemons ?? [])]) page.terminate()
  for (const server of running?.servers ?? []) server.close()
}

function run(site: OpenEyeSite, parts: OpenEyeParts, numbers: CallNumbers): Running {
  const pages = new Set<WebSocket>()
  const daemons = new Set<WebSocket>()
  const daemon = serve(site, new Set([DAEMON]), (page) => {
    daemons.add(page)
    page.on('close', () => daemons.delete(page))
    page.send(STARTED)
  })
  const service = serve(site, SERVICES, (page) => attend(page, pages, { ...parts, site, numbers }))
  const running: Running = { site, servers: [daemon, service], pages, daemons, listening: 0, failed: false }
  const listen = (server: Server, port: number) => {
    server.once('error', (error) => {
      parts.log.warn('the OpenEye interface cannot listen', { port, error: explain(error) })
      running.failed = true
      parts.onChange()
    })
    server.listen(port, ADDRESS, () => {
      running.listening += 1
      parts.onChange()
    })
  }
  listen(daemon, site.daemonPort)
  listen(service, site.servicePort)
  return running
}

/** A page from an origin that the site allows, with a sub-protocol that is spoken here. */
function serve(site: OpenEyeSite, protocols: ReadonlySet<string>, welcome: (page: WebSocket) => void): Server {
  const server = createServer((_, response) => response.writeHead(404).end())
  const sockets = new WebSocketServer({
    server,
    maxPayload: 65_536,
    verifyClient: ({ req }: { req: IncomingMessage }) => isWelcome(site, req, protocols),
    handleProtocols: (offered) => [...offered].find((one) => protocols.has(one)) ?? false,
  })
  sockets.on('connection', (page) => {
    page.on('error', () => page.terminate())
    welcome(page)
  })
  // What happens to the server is heard there.
  sockets.on('error', () => undefined)
  return server
}

/** Pages send an origin; the name that OpenEye's pages use for this address is a loopback one too (4.2). */
function isWelcome({ origins }: OpenEyeSite, { headers }: IncomingMessage, protocols: ReadonlySet<string>): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '')
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((word) => word.trim())
  return (
    ['127.0.0.1', 'localhost', 'localhost.cloudec.huaweicloud.com'].includes(host) &&
    origins.includes(headers.origin ?? '') &&
    offered.some((one) => protocols.has(one))
  )
}

interface Attending extends OpenEyeParts {
  readonly site: OpenEyeSite
  readonly numbers: CallNumbers
}

function attend(page: WebSocket, pages: Set<WebSocket>, { site, acts, numbers, log }: Attending): void {
  pages.add(page)
  page.on('close', () => pages.delete(page))
  page.on('message', (data) => {
    const asked = readFrame(String(data))
    if (asked === null) {
      page.close(POLICY)
      return
    }
    const verb = verbOf(asked.cmd, asked.description, site.generation)
    if (verb === null) {
      log.info('an OpenEye command that is not known', { cmd: asked.cmd })
      page.send(answerFrame(asked, 1, { errMsg: 'unknown command' }))
      return
    }
    void perform(verb, { acts, numbers, param: asked.param }).then(
      ({ result, param }) => page.send(answerFrame(asked, result, param)),
      (error) => {
        log.error('an OpenEye command failed', { verb, error: explain(error) })
        page.send(answerFrame(asked, 1, { errMsg: 'failed' }))
      },
    )
  })
}
