import type { Centre } from './centre.ts'
import { centreAgent, signInElsewhere } from './centre-agent.ts'
import { openFabric } from './chat/fabric/open-fabric.ts'
import type { ChatBehaviour } from './chat/settings.ts'
import { createColleagues, createDeskPhones, type DeskPhones } from './colleagues/create-colleagues.ts'
import { crmOnDemand } from './crm/open-crm.ts'
import { createCustomers } from './customers/create-customers.ts'
import { takeDial } from './customers/plain-call.ts'
import { createCentreFaults } from './gateway/control.ts'
import { createGateway } from './gateway/create-gateway.ts'
import { createDoors, type OpenServer } from './gateway/wire/door.ts'
import { servePoll } from './gateway/wire/poll-server.ts'
import { serveWebSocket } from './gateway/wire/websocket-server.ts'
import { createJournal } from './journal/journal.ts'
import { noteSip, noteSipFailure } from './journal/note-sip.ts'
import { leftOpen } from './left-open.ts'
import { enliven } from './platform/agents/lively.ts'
import { createPlatform } from './platform/create-platform.ts'
import type { Ivr, Platform, Queue } from './platform/model.ts'
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
  readonly ivrs?: readonly Ivr[]
  readonly timeouts?: Partial<Timeouts>
  readonly behaviour?: Partial<Behaviour>
  readonly chat?: Partial<ChatBehaviour>
  /** Of the gateways; trusted by the profile's `ca` unless said otherwise. */
  readonly certificate?: CertificateKind
  readonly sipCertificate?: CertificateKind
  /** 0, the default, takes any free one. */
  readonly ports?: {
    readonly websocket?: number
    readonly poll?: number
    readonly sip?: number
    readonly fabric?: number
  }
  /** Another SIP side, for tests of the engine alone. */
  readonly startSip?: (options: Parameters<typeof startSipSide>[0]) => Promise<SipSide>
}

/** Everything on 127.0.0.1, ready when the promise resolves. */
export async function startCentre(options: CentreOptions = {}): Promise<Centre> {
  const { ports = {} } = options
  const authority = await createAuthority()
  const tls = await createServerCertificate(authority, options.certificate ?? 'trusted')
  const customers = createCustomers()
  const phones = createDeskPhones()
  const platform = await openPlatform(options, authority, { callee: customers.callee, telephone: phones.line })
  const { sip, journal, behaviour } = platform
  const { gateway, faults, gatewayPorts, servers } = await openGateways(platform, tls, ports)
  const { chat, server: fabric } = await openFabric(gateway, tls, ports.fabric ?? 0)
  const colleagues = createColleagues(gateway, phones)
  const crm = crmOnDemand(authority)
  const people = [...platform.agents.values()].map((agent) => centreAgent(platform, agent))
  return {
    gatewayPorts,
    sip,
    journal,
    ca: authority.pem,
    faults,
    behaviour,
    ...profiles(gatewayPorts, sip, authority.pem, chat.mediaCache),
    customer: (wish) => customers.add(platform, wish),
    calls: customers.calls,
    ...chat,
    get customers() {
      return customers.all
    },
    openCrm: crm.open,
    deskPhone: phones.add,
    get deskPhones() {
      return phones.all()
    },
    colleague: colleagues.open,
    get colleagues() {
      return colleagues.all()
    },
    agents: people,
    queues: platform.queues,
    ivrs: platform.ivrs,
    agent: (workNumber) => known(people, workNumber),
    leftOpen: () => leftOpen(platform),
    stop: () => stop(platform, [...servers, fabric, crm], phones),
  }
}

type Authority = Awaited<ReturnType<typeof createAuthority>>

async function openPlatform(
  options: CentreOptions,
  authority: Authority,
  people: Pick<Platform, 'callee' | 'telephone'>,
): Promise<Platform & { stop(): void }> {
  const { agents = defaultAgents, queues = defaultQueues, startSip = startSipSide } = options
  const journal = createJournal()
  const sip = await startSip({
    tls: await createServerCertificate(authority, options.sipCertificate ?? 'trusted'),
    accounts: agents.map(({ softphone }) => softphone),
    port: options.ports?.sip ?? 0,
    onMessage: noteSip(journal, agents),
    report: noteSipFailure(journal),
  })
  const platform = createPlatform({
    sip,
    journal,
    agents,
    queues,
    ...(options.ivrs && { ivrs: options.ivrs }),
    timeouts: { ...defaultTimeouts, ...options.timeouts },
    behaviour: { ...defaultBehaviour, ...options.behaviour },
    ...(options.chat && { chat: options.chat }),
    ...people,
  })
  sip.onDial = (leg, called) => takeDial(platform, leg, people.callee(called))
  seatThoseElsewhere(platform)
  return platform
}

/** One gateway serves one transport; a dedicated one beside it serves the other (spec/ccgateway.md 1). */
async function openGateways(platform: Platform, tls: ServerCertificate, ports: NonNullable<CentreOptions['ports']>) {
  const gateway = createGateway(platform)
  const doors = createDoors()
  const websocket = await serveWebSocket(gateway, tls, doors, ports.websocket ?? 0)
  const poll = await servePoll(gateway, tls, doors, ports.poll ?? 0)
  return {
    gateway,
    faults: createCentreFaults(gateway, doors, platform.sip.faults),
    gatewayPorts: { websocket: websocket.port, poll: poll.port },
    servers: [websocket, poll],
  }
}

/** The two whose sign-in finds somebody there already (`not-forcible`, `signed-in-elsewhere`). */
function seatThoseElsewhere(platform: Platform): void {
  const elsewhere = [...platform.agents.values()].filter(
    ({ fate }) => fate === 'not-forcible' || fate === 'signed-in-elsewhere',
  )
  for (const agent of elsewhere) signInElsewhere(platform, agent)
  enliven(platform, elsewhere)
}

function known<T extends { readonly workNumber: string }>(people: readonly T[], workNumber: string): T {
  const found = people.find((one) => one.workNumber === workNumber)
  if (!found) throw new Error(`No agent has the work number ${workNumber}`)
  return found
}

async function stop(
  platform: Platform & { stop(): void },
  servers: readonly Pick<OpenServer, 'stop'>[],
  phones: DeskPhones,
): Promise<void> {
  platform.stop()
  phones.stop()
  await Promise.all([...servers.map((server) => server.stop()), platform.sip.stop()])
}
