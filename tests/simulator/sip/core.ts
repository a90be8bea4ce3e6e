import {
  DigestAuthentication,
  type IncomingRequestMessage,
  IncomingResponseMessage,
  LoggerFactory,
  Parser,
  type Transport,
  URI,
  UserAgentCore,
  type UserAgentCoreConfiguration,
  type UserAgentCoreDelegate,
} from 'sip.js/lib/core/index.js'
import type { Flow } from './flow.ts'
import type { Report } from './report.ts'
import type { SipAccount } from './sip-side.ts'

/** SIP.js's transaction and dialog layers over any number of flows. */
export interface Core {
  readonly agent: UserAgentCore
  /** The address of a number, or of the domain. */
  uri(user?: string): URI
  /** Does something whose messages go over this flow; without one, what it sends fails. */
  over<T>(flow: Flow | null, action: () => T): T
  /** Over which flow the message came that is being received. */
  flow(): Flow
  receive(flow: Flow, text: string): void
}

const NO_FLOW: Transport = {
  protocol: 'WSS',
  send: () => Promise.reject(new Error('No flow to the softphone')),
}

/** SIP.js's grammar refuses `Contact: *` (RFC 3261 section 10.2.2), so the star travels under a name of its own. */
function withStarNamed(text: string): string {
  return text.replace(/^(?:contact|m)\s*:\s*\*\s*$/im, `${ALL_CONTACTS}: *`)
}

export const ALL_CONTACTS = 'X-All-Contacts'

/** Who speaks through a core. */
export interface Identity {
  /** Where requests in its dialogs are to be sent. */
  readonly contact: URI
  /** What it calls itself in Via (RFC 7118 section 5.2.1 lets a browser make this up). */
  readonly viaHost: string
  /** The domain of all numbers. */
  readonly domain: string
  /** What it answers challenges with. */
  readonly account?: SipAccount
}

function configure(identity: Identity, transportAccessor: () => Transport): UserAgentCoreConfiguration {
  const loggerFactory = new LoggerFactory()
  loggerFactory.builtinEnabled = false
  const { contact, viaHost, account } = identity
  return {
    aor: contact,
    contact: { pubGruu: undefined, tempGruu: undefined, uri: contact, toString: () => `<${contact}>` },
    displayName: '',
    loggerFactory,
    hackViaTcp: false,
    routeSet: [],
    sipjsId: contact.user ?? '',
    supportedOptionTags: ['outbound'],
    supportedOptionTagsResponse: ['outbound'],
    userAgentHeaderFieldValue: 'Earshot simulator',
    viaForceRport: false,
    viaHost,
    authenticationFactory: () =>
      account && new DigestAuthentication(loggerFactory, undefined, account.number, account.password),
    transportAccessor,
  }
}

/**
 * One core for all softphones, so that a dialog outlives the flow it began on. A transaction keeps the transport it
 * began with; `over` says which that is. What `takes` takes up does not come to SIP.js.
 */
export function createCore(
  identity: Identity,
  report: Report,
  delegate: UserAgentCoreDelegate,
  takes: (agent: UserAgentCore, message: IncomingRequestMessage) => boolean = () => false,
): Core {
  let current: Flow | null = null
  const transport = () => (current ? { protocol: 'WSS', send: current.send } : NO_FLOW)
  const agent = new UserAgentCore(configure(identity, transport), delegate)
  const logger = agent.loggerFactory.getLogger('simulator')

  function over<T>(flow: Flow | null, action: () => T): T {
    const before = current
    current = flow
    try {
      return action()
    } finally {
      current = before
    }
  }

  return {
    agent,
    uri: (user) => new URI('sip', user ?? '', identity.domain),
    over,
    flow() {
      if (!current) throw new Error('Nothing is being received')
      return current
    },
    receive(flow, text) {
      const message = Parser.parseMessage(withStarNamed(text), logger)
      if (!message) return
      try {
        over(flow, () => deliver(agent, message, takes))
      } catch (error) {
        report('A message was not understood', error)
      }
    },
  }
}

function deliver(
  agent: UserAgentCore,
  message: IncomingRequestMessage | IncomingResponseMessage,
  takes: (agent: UserAgentCore, message: IncomingRequestMessage) => boolean,
): void {
  if (message instanceof IncomingResponseMessage) {
    agent.receiveIncomingResponseFromTransport(message)
    return
  }
  // The core answers 404 to whatever is not addressed to its one user; a centre answers for every number.
  if (message.ruri) agent.configuration.aor = message.ruri
  if (!takes(agent, message)) agent.receiveIncomingRequestFromTransport(message)
}
