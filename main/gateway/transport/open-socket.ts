import dns, { type LookupAddress } from 'node:dns'
import net, { isIP, type Socket } from 'node:net'
import tls, { type SecureContext } from 'node:tls'

export interface Target {
  readonly host: string
  readonly port: number
  /** Null: no TLS. */
  readonly secureContext: SecureContext | null
}

export interface Patience {
  /** Begin again beside an attempt that has been silent this long; null: one attempt only. */
  readonly againMs: number | null
  readonly timeoutMs: number
  /** Gives up at once. */
  readonly signal: AbortSignal
}

export function targetOf(url: URL, secureContext: SecureContext): Target {
  const secure = url.protocol === 'https:' || url.protocol === 'wss:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 443 : 80),
    secureContext: secure ? secureContext : null,
  }
}

/** A connected socket, TLS done. */
export async function openSocket(target: Target, patience: Patience): Promise<Socket> {
  const addresses = isIP(target.host) ? [] : await lookUp(target.host, patience.timeoutMs)
  return firstToConnect(target.secureContext ? 'secureConnect' : 'connect', () => dial(target, addresses), patience)
}

/**
 * The kernel repeats a lost SYN after 1, 3 and 7 seconds, so a network that comes back meanwhile would go unnoticed;
 * hence fresh attempts beside the silent one, of which the first to succeed is kept. A refusal counts for all.
 */
function firstToConnect(connected: string, begin: () => Socket, patience: Patience): Promise<Socket> {
  patience.signal.throwIfAborted()
  const given = new AbortController()
  const sockets = new Set<Socket>()
  let again: NodeJS.Timeout | undefined
  const outcome = new Promise<Socket>((resolve, reject) => {
    const attempt = () => {
      const socket = begin()
      sockets.add(socket)
      socket.once(connected, () => sockets.delete(socket) && resolve(socket))
      socket.on('error', reject)
      socket.once('close', () => sockets.delete(socket))
    }
    if (patience.againMs !== null) again = setInterval(attempt, patience.againMs)
    patience.signal.addEventListener('abort', reject, { signal: given.signal })
    attempt()
  })
  return within(outcome, patience.timeoutMs).finally(() => {
    clearInterval(again)
    given.abort()
    for (const socket of sockets) socket.destroy()
  })
}

function dial({ host, port, secureContext }: Target, addresses: readonly LookupAddress[]): Socket {
  const lookup: net.LookupFunction = (_host, options, callback) => {
    const [first] = addresses
    if (options.all) callback(null, [...addresses])
    else callback(null, first?.address ?? host, first?.family)
  }
  const where = { host, port, ...(addresses.length > 0 && { lookup }) }
  if (!secureContext) return net.connect(where).setNoDelay(true)
  const servername = isIP(host) ? '' : host
  return tls.connect({ ...where, secureContext, servername, ALPNProtocols: ['http/1.1'] }).setNoDelay(true)
}

const lookUps = new Map<string, Promise<LookupAddress[]>>()

/** One look-up for each host at a time: a dead resolver blocks one thread of Node's four, not all. */
function lookUp(host: string, timeoutMs: number): Promise<LookupAddress[]> {
  const running = lookUps.get(host) ?? dns.promises.lookup(host, { all: true }).finally(() => lookUps.delete(host))
  lookUps.set(host, running)
  return within(running, timeoutMs)
}

function within<T>(outcome: Promise<T>, timeoutMs: number): Promise<T> {
  let limit: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const error = Object.assign(new Error('No connection in time'), { code: 'ETIMEDOUT' })
    limit = setTimeout(() => reject(error), timeoutMs)
  })
  return Promise.race([outcome, late]).finally(() => clearTimeout(limit))
}
