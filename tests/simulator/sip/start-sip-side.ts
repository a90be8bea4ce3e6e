import { randomUUID } from 'node:crypto'
import { URI, type UserAgentCoreDelegate } from 'sip.js/lib/core/index.js'
import { createCore } from './core.ts'
import { createFaults } from './faults.ts'
import { createFlow, type Flow, type FlowEvents } from './flow.ts'
import { createIncomingLeg } from './legs/incoming-leg.ts'
import { createForks } from './legs/inside/forks.ts'
import { passCore } from './legs/inside/past-core.ts'
import { createLegs, type Legs } from './legs/legs.ts'
import type { Line } from './legs/line.ts'
import { createLives } from './legs/lives.ts'
import { createNoLeg } from './legs/no-leg.ts'
import { createOutgoingLeg } from './legs/outgoing-leg.ts'
import { listen } from './listen.ts'
import { createMedia } from './media/media.ts'
import { createStock, type Stock } from './media/stock.ts'
import { createRegistrar, type Registrar, type RegistrarOptions } from './registrar/registrar.ts'
import type { Report } from './report.ts'
import type { SipFaults, SipSide } from './sip-side.ts'

export interface SipSideOptions
  extends Pick<RegistrarOptions, 'accounts'>,
    Partial<Pick<RegistrarOptions, 'expiry' | 'nonceMs'>>,
    Partial<Pick<FlowEvents, 'onMessage'>> {
  readonly tls: { readonly key: string; readonly cert: string }
  readonly host?: string
  readonly port?: number
  readonly report?: Report
}

const OPTIONS = {
  host: '127.0.0.1',
  port: 0,
  onMessage: () => undefined,
  expiry: { min: 60, max: 3600 },
  nonceMs: 300_000,
  report: (what: string, error: unknown) => console.warn(`SIP side: ${what}:`, error),
}

/** A registrar and PBX for softphones over WSS, with every voice within reach of the tests. */
export async function startSipSide(given: SipSideOptions): Promise<SipSide> {
  const options = { ...OPTIONS, ...given }
  const { report } = options
  const flows = new Set<Flow>()
  const lives = createLives()
  const stock = await createStock(report)
  const faults = createFaults(flows, () => registrar.bindings)
  const onChange: RegistrarOptions['onChange'] = (number, registered) => side.onRegistration(number, registered)
  const registrar = createRegistrar({ ...options, faults, onChange })
  const { bindings } = registrar

  const events: FlowEvents = {
    faults,
    onMessage: options.onMessage,
    onText: (flow, text) => core.receive(flow, text),
    onClose(flow) {
      flows.delete(flow)
      bindings.forget((binding) => binding.flow === flow)
      lives.flowLost(flow)
    },
  }
  const listening = await listen(options, (socket) => flows.add(createFlow(socket, events)))
  const address = `localhost:${listening.port}`
  const contact = new URI('sip', 'centre', 'localhost', listening.port, { transport: 'ws' })
  const delegate: UserAgentCoreDelegate = {
    onRegister: (request) => registrar.answerRegister(request, core.flow()),
    onInvite(request) {
      const number = registrar.admit(request)
      const called = decodeURIComponent(request.message.ruri?.user ?? '')
      if (number !== null) side.onDial(legs.know(createIncomingLeg(line, request, number)), called)
    },
  }
  const past = passCore(() => line, faults)
  const core = createCore({ contact, viaHost: address, domain: 'localhost' }, report, delegate, past)
  const legs = createLegs(core)
  const flowOf = (number: string) => bindings.of(number).at(-1)?.flow ?? null
  const line = toLine({ core, flowOf, began: lives.began, legOf: legs.of, faults, report }, stock)

  async function stop(): Promise<void> {
    lives.endAll()
    bindings.forget(() => true)
    await Promise.all([listening.stop(), stock.stop()])
    core.agent.dispose()
  }
  const side = toSide(line, registrar, legs, { url: `wss://${address}/ws`, faults, stop })
  return side
}

type Given = Pick<Line, 'core' | 'flowOf' | 'began' | 'legOf' | 'faults' | 'report'>

function toLine(given: Given & { readonly faults: SipFaults }, stock: Stock): Line {
  const { faults, report } = given
  return {
    ...given,
    takeMedia: () => stock.take(faults.telephoneEvents),
    makeMedia: () => createMedia(report, faults.telephoneEvents),
    dialogs: new Map(),
    forks: createForks(),
  }
}

function toSide(
  line: Line,
  { bindings }: Registrar,
  legs: Legs,
  rest: Pick<SipSide, 'url' | 'faults' | 'stop'>,
): SipSide {
  return {
    ...rest,
    isRegistered: (number) => bindings.of(number).length > 0,
    invite(number, from) {
      const binding = bindings.of(number).at(-1)
      const callId = randomUUID()
      if (!binding) return createNoLeg(callId, number, 'no registration')
      return legs.know(createOutgoingLeg(line, binding, from, callId))
    },
    onDial: (leg) => leg.refuse(404, 'Not Found'),
    onRegistration: () => undefined,
  }
}
