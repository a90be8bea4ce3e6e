import { type Session, type SessionDescriptionHandler, SIPExtension, UserAgent, type UserAgentDelegate } from 'sip.js'
import type { LineAccount } from '#contract'
import type { Secret } from './connection/secret.ts'
import { SocketTransport, type TransportOptions } from './connection/transport.ts'

export interface UserAgentParts {
  readonly account: LineAccount
  readonly secret: Secret
  readonly transport: TransportOptions
  readonly delegate: UserAgentDelegate
  readonly describe: (session: Session) => SessionDescriptionHandler
  readonly log: (text: string) => void
}

/** RFC 3261 section 16.6: a proxy gives up after three minutes of ringing; a CANCEL that was lost must not ring on. */
const noAnswerSeconds = 185

/** What the parser's own line has told already. */
const saidByParser = 'Failed to parse incoming message. Dropping.'

/** A message that SIP.js reads in part or drops is a warning of its parser, or one that ends so. */
function isAboutLoss(category: string, content: string): boolean {
  return category === 'sip.Parser' || (content.endsWith('Dropping.') && content !== saidByParser)
}

/** `urn:uuid:…` without its prefix, which is how SIP.js wants it. */
function uuidOf(instanceId: string): string {
  return instanceId.replace(/^urn:uuid:/i, '')
}

/** SIP.js for one account: nothing traced, nothing waited for, and a contact that stays the same for this machine. */
export function makeUserAgent(parts: UserAgentParts): { agent: UserAgent; transport: SocketTransport } | null {
  const { account, secret } = parts
  const uri = UserAgent.makeURI(`sip:${encodeURIComponent(account.number)}@${account.domain}`)
  if (uri === undefined) return null
  const uuid = uuidOf(account.instanceId)
  const agent = new UserAgent({
    uri,
    contactName: account.number,
    viaHost: `${uuid.replaceAll('-', '').slice(0, 12)}.invalid`,
    instanceId: uuid,
    userAgentString: 'Earshot',
    delegate: parts.delegate,
    transportConstructor: SocketTransport,
    transportOptions: parts.transport,
    sessionDescriptionHandlerFactory: parts.describe,
    sendInitialProvisionalResponse: false,
    noAnswerTimeout: noAnswerSeconds,
    gracefulShutdown: false,
    sipExtension100rel: SIPExtension.Supported,
    sipExtensionExtraSupported: ['timer'],
    logBuiltinEnabled: false,
    logConfiguration: false,
    logLevel: 'error',
    logConnector: (level, category, _label, content) => {
      if (level === 'error' || isAboutLoss(category, content)) parts.log(`${category}: ${content}`)
    },
  })
  agent.userAgentCore.configuration.authenticationFactory = () =>
    secret.credentials(account.number, agent.getLoggerFactory())
  if (!(agent.transport instanceof SocketTransport)) throw new Error('SIP.js made a transport of its own')
  return { agent, transport: agent.transport }
}
