import { randomUUID } from 'node:crypto'
import { type IncomingResponse, URI, type UserAgentCoreDelegate } from 'sip.js/lib/core/index.js'
import { type Core, createCore } from '../core.ts'
import type { Flow } from '../flow.ts'
import { createIncomingLeg } from '../legs/incoming-leg.ts'
import { createForks } from '../legs/inside/forks.ts'
import { passCore } from '../legs/inside/past-core.ts'
import type { Line } from '../legs/line.ts'
import { createLives } from '../legs/lives.ts'
import { createOutgoingLeg } from '../legs/outgoing-leg.ts'
import { createMedia } from '../media/media.ts'
import type { Report } from '../report.ts'
import type { PhoneLeg, SipAccount } from '../sip-side.ts'
import { openLink } from './link.ts'
import { offerAgain } from './offer-again.ts'
import { refer, replacing } from './refer.ts'

export interface Phone {
  /** REGISTER with this many seconds, 0 to un-register; the final code of the answer. */
  register(expires?: number): Promise<number>
  /** Un-registers every softphone of this number. */
  unregisterAll(): Promise<number>
  dial(called: string): PhoneLeg
  /** Called with every INVITE that comes; does nothing until told what. */
  onCall: (leg: PhoneLeg) => void
  /** Offers its description again, changed: hold is `sendrecv` become `sendonly`. The final code of the answer. */
  offerAgain(leg: PhoneLeg, change: (sdp: string) => string): Promise<number>
  /** Hands the far side of a call to a number, or to the far side of another call. The final code of the answer. */
  refer(leg: PhoneLeg, to: string | PhoneLeg): Promise<number>
  /** Everything that came over the socket, as it came. */
  readonly received: readonly string[]
  write(text: string): Promise<void>
  /** Loses the socket without a word, and opens another; calls go on. */
  reconnect(): Promise<void>
  close(): Promise<void>
}

export interface PhoneOptions {
  readonly url: string
  readonly account: SipAccount
  /** `+sip.instance`; the same for a phone that comes back. */
  readonly instance?: string
  readonly report?: Report
}

/** The barest softphone: SIP.js's core and a WebRTC end without a window, for tests of the simulator itself. */
export async function openPhone({
  url,
  account,
  instance = randomUUID(),
  report = console.warn,
}: PhoneOptions): Promise<Phone> {
  const host = `${randomUUID()}.invalid`
  const contact = new URI('sip', account.number, host, undefined, { transport: 'ws' })
  const received: string[] = []
  const lives = createLives()
  const delegate: UserAgentCoreDelegate = {
    onInvite: (request) => phone.onCall(createIncomingLeg(line, request, request.message.from.uri.user ?? '')),
  }
  const past = passCore(() => line, { glare: 0 })
  const core = createCore({ contact, viaHost: host, domain: 'localhost', account }, report, delegate, past)

  const open = () => openLink(url, received, { onText: core.receive, onClose: lives.flowLost })
  let link = await open()
  const line = lineOf(core, () => link.flow, lives, report)

  const register = (headers: readonly string[]) => core.over(link.flow, () => registerAt(core, account.number, headers))

  const phone: Phone = {
    register: (expires = 300) =>
      register([`Contact: <${contact}>;+sip.instance="<urn:uuid:${instance}>";reg-id=1;expires=${expires}`]),
    unregisterAll: () => register(['Contact: *', 'Expires: 0']),
    dial(called) {
      const binding = { number: called, contact: core.uri(called), key: called, flow: link.flow, expires: 0 }
      return createOutgoingLeg(line, binding, { number: account.number }, randomUUID())
    },
    onCall: () => undefined,
    offerAgain: (leg, change) => core.over(link.flow, () => offerAgain(core, leg.callId, received, change)),
    refer: (leg, to) =>
      core.over(link.flow, () => {
        const referTo = typeof to === 'string' ? `<${core.uri(to)}>` : replacing(core, to.callId)
        return refer(core, leg.callId, referTo)
      }),
    received,
    write: (text) => link.flow.send(text),
    async reconnect() {
      link.flow.close('destroy')
      link = await open()
    },
    async close() {
      lives.endAll()
      link.flow.close('destroy')
      await link.closed
      core.agent.dispose()
    },
  }
  return phone
}

function lineOf(core: Core, flow: () => Flow, { began }: Pick<Line, 'began'>, report: Report): Line {
  return {
    core,
    flowOf: flow,
    takeMedia: () => createMedia(report),
    makeMedia: () => createMedia(report),
    began,
    dialogs: new Map(),
    legOf: () => null,
    forks: createForks(),
    faults: { forkRings: 'no', forkAnswers: false, reliableRinging: false, sessionExpires: null, bundle: true },
    report,
  }
}

function registerAt(core: Core, number: string, headers: readonly string[]): Promise<number> {
  const uri = core.uri(number)
  const message = core.agent.makeOutgoingRequestMessage('REGISTER', core.uri(), uri, uri, {}, [...headers])
  return new Promise((resolve) => {
    const end = (response: IncomingResponse) => resolve(response.message.statusCode ?? 0)
    core.agent.register(message, { onAccept: end, onReject: end })
  })
}
