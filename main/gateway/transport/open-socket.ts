import dns, { type LookupAddress } from 'node:dns'
import net, { isIP, type Socket } from 'node:net'
import tls, { type SecureContext } from 'node:tls'

export interface Target {
  readonly host: string
  readonly port: number
  /** Null: no TLS. */
  readonly secureContext: SecureContext | null
}

export function targetOf(url: URL, secureContext: SecureContext): Target {
  const secure = url.protocol === 'https:' || url.protocol === 'wss:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 443 : 80),
    secureContext: secure ? secureContext : null,
  }
}

/** A connected socket, TLS done. Rejects with the system's or the TLS library's error. */
export async function openSocket(target: Target, given: AbortSignal): Promise<Socket> {
  const addresses = isIP(target.host) ? [] : await lookUp(target.host)
  given.throwIfAborted()
  const socket = dial(target, addresses)
  const giveUp = () => socket.destroy(new Error('Given up'))
  given.addEventListener('abort', giveUp)
  try {
    await new Promise((resolve, reject) => {
      socket.once(target.secureContext ? 'secureConnect' : 'connect', resolve)
      socket.on('error', reject)
    })
  } finally {
    given.removeEventListener('abort', giveUp)
  }
  return socket
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
function lookUp(host: string): Promise<LookupAddress[]> {
  const running = lookUps.get(host) ?? dns.promises.lookup(host, { all: true }).finally(() => lookUps.delete(host))
  lookUps.set(host, running)
  return running
}
