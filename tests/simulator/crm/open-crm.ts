import { type Authority, type CertificateKind, createServerCertificate } from '../tls/certificates.ts'
import type { ConfiguredCrmPage, Crm, CrmDoor, CrmPage } from './crm.ts'
import { mischief } from './mischief.ts'
import { type DoorServer, type DoorTls, serveCrm } from './serve-crm.ts'
import { createVisits } from './visits.ts'

export interface OpenCrm extends Crm {
  stop(): Promise<void>
}

/** Which certificate each door shows; null: none. */
const doors: Readonly<Record<CrmDoor, CertificateKind | null>> = {
  main: 'trusted',
  foreign: 'trusted',
  plain: null,
  expired: 'expired',
  untrusted: 'untrusted',
  'wrong-host': 'wrong-host',
  'asks-certificate': 'trusted',
}

const doorNames = Object.keys(doors) as readonly CrmDoor[]

/** Most centres are never asked for it, and then nothing listens. */
export function crmOnDemand(authority: Authority): { open(port?: number): Promise<Crm>; stop(): Promise<void> } {
  let opened: Promise<OpenCrm> | null = null
  return {
    open: (port) => {
      opened ??= openCrm(authority, port)
      return opened
    },
    stop: async () => (await opened)?.stop(),
  }
}

/** Seven servers on 127.0.0.1 with the same pages. `port`: that of `main`; 0 takes any free one. */
export async function openCrm(authority: Authority, port = 0): Promise<OpenCrm> {
  const visits = createVisits()
  const origins = {
    main: '',
    foreign: '',
    plain: '',
    expired: '',
    untrusted: '',
    'wrong-host': '',
    'asks-certificate': '',
  }
  const servers: DoorServer[] = []
  for (const door of doorNames) {
    const tls = await tlsOf(authority, door)
    const server = await serveCrm({ origins, visits }, door, tls, door === 'main' ? port : 0)
    servers.push(server)
    origins[door] = `${tls ? 'https' : 'http'}://${hostOf(door)}:${server.port}`
  }
  const page = (which: CrmPage, wishes: Readonly<Record<string, unknown>> = {}): ConfiguredCrmPage => ({
    ...asConfigured(which, origins),
    ...wishes,
  })
  return {
    origins,
    visits: visits.visits,
    waitFor: visits.waitFor,
    closeIdleConnections: () => {
      for (const server of servers) server.closeIdleConnections()
    },
    page,
    misbehaving: (how, wishes) => page('misbehaving', { url: `${origins.main}${pathOf(how)}`, ...wishes }),
    stop: async () => void (await Promise.all(servers.map((server) => server.stop()))),
  }
}

/** What goes wrong at the server, or what the page does once it is there. */
function pathOf(how: string): string {
  return how in mischief ? `/mischief/${how}` : `/misbehaving?how=${how}`
}

async function tlsOf(authority: Authority, door: CrmDoor): Promise<DoorTls | null> {
  const kind = doors[door]
  if (kind === null) return null
  const tls = await createServerCertificate(authority, kind)
  return door === 'asks-certificate' ? { ...tls, ca: authority.pem } : tls
}

/** Another host, so that nothing of one is the other's, cookies neither; the certificates name both. */
function hostOf(door: CrmDoor): string {
  return door === 'foreign' || door === 'plain' ? '127.0.0.1' : 'localhost'
}

function asConfigured(which: CrmPage, { main, plain }: Crm['origins']): ConfiguredCrmPage {
  const ca = 'ca.pem'
  switch (which) {
    case 'customer':
      return { name: 'Customer', url: `${main}/customer`, when: ['ringing'], ca }
    case 'ticket':
      return { name: 'Ticket', url: `${main}/ticket`, method: 'POST', when: ['talking'], ca }
    case 'workbench':
      return {
        name: 'Workbench',
        url: `${main}/workbench`,
        when: ['ringing', 'dialled', 'chat-switch'],
        servesSupportScript: true,
        ca,
      }
    case 'openeye':
      return { name: 'OpenEye', url: `${plain}/openeye`, when: ['released'] }
    case 'misbehaving':
      return { name: 'Misbehaving', url: `${main}/misbehaving?how=`, when: ['ringing'], ca }
  }
}
