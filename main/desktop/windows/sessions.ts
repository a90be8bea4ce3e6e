import { createHash } from 'node:crypto'
import { type Session, session } from 'electron'
import { hostOf, type SiteTrust, trustSite } from '../site-certificates.ts'
import { fetchNoDictionary } from '../spelling/spelling.ts'
import { guardSession, type Permit, permitNothing, permitPhone } from './guards.ts'
import { isMailPage, type MailPages } from './mail-pages.ts'
import { servePage } from './pages.ts'

export interface Sessions {
  /** Of the desk and the alert window. */
  readonly desk: Session
  /** Of the phone window, under what the profile trusts; the same trust is the same session. */
  phone(trust: SiteTrust | null): Session
  /** Whether the certificate of this SIP server was refused when it was last looked at. */
  isUntrusted(server: string): boolean
}

/** `pages`: the folder with the built windows. */
export function openSessions(pages: string, mail: Pick<MailPages, 'serve'>): Sessions {
  const open = (opened: Session, permit: Permit) => {
    opened.protocol.handle('earshot', (request) =>
      isMailPage(request.url) ? mail.serve(request.url) : servePage(request, pages),
    )
    guardSession(opened, permit)
    fetchNoDictionary(opened)
    return opened
  }
  const phones = new Map<string, Session>()
  const refused = new Set<string>()
  return {
    desk: open(session.defaultSession, permitNothing),
    phone: (trust) => {
      const partition = partitionOf(trust)
      const known = phones.get(partition)
      if (known) return known
      const opened = open(session.fromPartition(partition), permitPhone)
      trustSite(opened, trust, (host, trusted) => void (trusted ? refused.delete(host) : refused.add(host)))
      phones.set(partition, opened)
      return opened
    },
    isUntrusted: (server) => refused.has(hostOf(server)),
  }
}

/**
 * Chromium keeps for half an hour what it once found of a certificate, and nothing in Electron makes it forget (tried
 * on 33.4.11): a server refused before its authority was imported would stay refused. So other trust is another
 * session. It is kept on disk, because the ids of sound devices are salted by it.
 */
export function partitionOf(trust: SiteTrust | null): string {
  if (trust === null) return 'persist:phone'
  const digest = createHash('sha256')
    .update(JSON.stringify([trust.servers, trust.ca]))
    .digest('hex')
  return `persist:phone-${digest.slice(0, 16)}`
}
