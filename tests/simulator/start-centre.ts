import type { Centre } from './centre.ts'
import { centreAgent, signInElsewhere } from './centre-agent.ts'
import { createCustomers } from './customers/create-customers.ts'
import { takeDial } from './customers/plain-call.ts'
import { createCentreFaults } from './gateway/control.ts'
import { createGateway } from './gateway/create-gateway.ts'
import { createDoors, type OpenServer } from './gateway/wire/door.ts'
import { servePoll } from './gateway/wire/poll-server.ts'
import { serveWebSocket } from './gateway/wire/websocket-server.ts'
import { createJournal } from './journal/journal.ts'
import { noteSip, noteSipFailure } from './journal/note-sip.ts'
import { createPlatform } from './platform/create-platform.ts'
import type { Platform, Queue } from './platform/model.ts'
import { type AgentPlan, defaultAgents, defaultQueues } from './platform/population.ts'
import { type Behaviour, defaultBehaviour, defaultTimeouts, type Timeouts } from './platform/settings.ts'
import { profiles } from './profiles.ts'
import type { SipSide } from './sip/sip-side.ts'
import { startSipSide } from './sip/start-sip-side.ts'
import {
  type CertificateKind,
  createAuthority,
  createServerCertificate,
  type ServerCertificate,
} from './tls/certificates.ts'

export interface CentreOptions {
  readonly agents?: readonly AgentPlan[]
  readonly queues?: readonly Queue[]
  readonly timeouts?: Partial<Timeouts>
  readonly behaviour?: Partial<Behaviour>
  /** Of the gateways; trusted by the profile's `ca` unless said otherwise. */
  readonly certificate?: CertificateKind
  readonly sipCertificate?: CertificateKind
  /** 0, the default, takes any free one. */
  readonly ports?: { readonly websocket?: number; readonly poll?: number; readonly sip?: number }
  /** Another SIP side, for tests of the engine alone. */
  readonly startSip?: (options: Parameters<typeof startSipSide>[0]) => Promise<SipSide>
}

/** Everything on 127.0.0.1, ready when the promise resolves. */
export async function startCentre(options: CentreOptions = {}): Promise<Centre> {
  const { agents = defaultAgents, queues = defaultQueues, startSip = startSipSide, ports = {} } = options
  const authority = await createAuthority()
  const tls = await createServerCertificate(authority, options.certificate ?? 'trusted')
  const journal = createJournal()
  const customers = createCustomers()
  const sip = await startSip({
    tls: await createServerCertificate(authority, options.sipCertificate ?? 'trusted'),
    accounts: agents.map(({ softphone }) => softphone),
    port: ports.sip ?? 0,
    onMessage: noteSip(journal, agents),
    report: noteSipFailure(journal),
  })
  const platform = createPlatform({
    sip,
    journal,
    agents,
    queues,
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    behaviour: { ...defaultBehaviour, ...options.behaviour },
    callee: customers.callee,
  })
  sip.onDial = (leg, called) => takeDial(platform, leg, customers.callee(called))
  seatThoseElsewhere(platform)

  const { faults, gatewayPorts, servers } = await openGateways(platform, tls, ports)
  const people = [...platform.agents.values()].map((agent) => centreAgent(platform, agent))
  return {
    gatewayPorts,
    sip,
    journal,
    ca: authority.pem,
    faults,
    behaviour: platform.behaviour,
    ...profiles(gatewayPorts, sip, authority.pem),
    customer: (wish) => customers.add(platform, wish),
    calls: customers.calls,
    get customers() {
      return customers.all
    },
    agents: people,
    queues,
    agent: (workNumber) => known(people, workNumber),
    stop: () => stop(platform, servers, sip),
  }
}

/** One gateway serves one transport; a dedicated one beside it serves the other (spec/ccgateway.md 1). */
async function openGateways(platform: Platform, tls: ServerCertificate, ports: NonNullable<CentreOptions['ports']>) {
  const gateway = createGateway(platform)
  const doors = createDoors()
  const websocket = await serveWebSocket(gateway, tls, doors, ports.websocket ?? 0)
  const poll = await servePoll(gateway, tls, doors, ports.poll ?? 0)
  return {
    faults: createCentreFaults(gateway, doors, platform.sip.faults),
    gatewayPorts: { websocket: websocket.port, poll: poll.port },
    servers: [websocket, poll],
  }
}

/** The two whose sign-in finds somebody there already (`not-forcible`, `signed-in-elsewhere`). */
function seatThoseElsewhere(platform: Platform): void {
  for (const agent of platform.agents.values()) {
    if (agent.fate === 'not-forcible' || agent.fate === 'signed-in-elsewhere') signInElsewhere(platform, agent)
  }
}

function known<T extends { readonly workNumber: string }>(people: readonly T[], workNumber: string): T {
  const found = people.find((one) => one.workNumber === workNumber)
  if (!found) throw new Error(`No agent has the work number ${workNumber}`)
  return found
}

async function stop(
  platform: Platform & { stop(): void },
  servers: readonly OpenServer[],
  sip: SipSide,
): Promise<void> {
  platform.stop()
  await Promise.all([...servers.map((server) => server.stop()), sip.stop()])
}
