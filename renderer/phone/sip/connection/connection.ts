import { type Core, type UserAgent, UserAgentState } from 'sip.js'
import type { LineAccount, Registration as RegistrationFact } from '#contract'
import { KeepAlive } from './keep-alive.ts'
import type { Probe } from './liveness.ts'
import { nextAttempt } from './reconnect.ts'
import type { Refused, Registration } from './registration.ts'
import type { SocketTransport } from './transport.ts'

export interface ConnectionParts {
  readonly account: LineAccount
  readonly agent: UserAgent
  readonly transport: SocketTransport
  readonly registration: Registration
  readonly report: (registration: RegistrationFact) => void
  /** Registered again after the socket was lost: the dialogs' routes are to be renewed. */
  readonly onBack: () => void
  readonly now: () => number
  readonly random: () => number
}

type Failure = Pick<Extract<RegistrationFact, { status: 'failed' }>, 'reason' | 'code'>

/** A wrong secret is tried again rarely: a registrar locks accounts for less. */
const wrongPasswordMs = 120_000
const unregisterMs = 1_500

/** Keeps one registration alive over whichever of the account's servers will have it, for as long as it is wanted. */
export class Connection {
  readonly #parts: ConnectionParts
  readonly #keepAlive: KeepAlive
  #count = 0
  #status: RegistrationFact['status'] = 'off'
  #wasUp = false
  #stopped = false
  /** REGISTER is sent and not answered. */
  #registering = false
  /** Tells the attempt that counts from those it has overtaken. */
  #turn = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #notBefore = new Map<string, number>()

  constructor(parts: ConnectionParts) {
    this.#parts = parts
    this.#keepAlive = new KeepAlive({
      send: (probe) => this.#probe(probe),
      onDead: () => parts.transport.drop(new Error('the server does not answer')),
    })
  }

  start(): void {
    this.#schedule(0)
  }

  /** Now, and not when its turn comes: the network is back. */
  hurry(): void {
    if (this.#stopped) return
    if (this.#parts.transport.isConnected()) this.#keepAlive.check()
    else this.#startOver(0)
  }

  pong(): void {
    this.#keepAlive.answered('ping')
  }

  traffic(): void {
    this.#keepAlive.traffic()
  }

  lost(): void {
    this.#keepAlive.stop()
    this.#parts.registration.forget()
    if (this.#stopped) return
    if (this.#registering) this.#failed({ reason: 'unreachable' })
    else if (this.#status === 'registered') this.#startOver(0)
  }

  registered(): void {
    const { transport, now, report, onBack } = this.#parts
    this.#registering = false
    this.#keepAlive.answered('register')
    if (this.#status === 'registered') return
    this.#count = 0
    this.#status = 'registered'
    report({ status: 'registered', server: transport.server, since: now() })
    if (this.#wasUp) onBack()
    this.#wasUp = true
  }

  refused(refused: Refused): void {
    const { transport, now } = this.#parts
    const server = transport.server
    if (refused.retryAfterMs > 0) this.#notBefore.set(server, now() + refused.retryAfterMs)
    this.#registering = false
    this.#status = 'failed'
    transport.drop(new Error('refused'))
    this.#failed({ reason: refused.reason, ...(refused.code === undefined ? {} : { code: refused.code }) })
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    this.#keepAlive.stop()
    if (this.#parts.transport.isConnected()) await this.#parts.registration.unregister(unregisterMs)
    this.#parts.registration.forget()
    await this.#parts.agent.stop()
  }

  #startOver(delayMs: number): void {
    this.#count = 0
    this.#schedule(delayMs)
  }

  #next(): void {
    const attempt = nextAttempt(this.#parts.account.servers, this.#count, this.#parts.random())
    if (attempt === null) return
    const wait = (this.#notBefore.get(attempt.server) ?? 0) - this.#parts.now()
    this.#schedule(Math.max(attempt.delayMs, wait))
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer)
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#attempt(), delayMs)
  }

  async #attempt(): Promise<void> {
    const { account, agent, transport, random } = this.#parts
    const attempt = nextAttempt(account.servers, this.#count, random())
    if (attempt === null) return
    this.#count += 1
    this.#turn += 1
    const turn = this.#turn
    transport.server = attempt.server
    this.#connecting(attempt.server)
    const failed = await opened(agent)
    if (this.#stopped || turn !== this.#turn) return
    if (failed === null) this.#register()
    else this.#failed({ reason: 'unreachable' })
  }

  #register(): void {
    this.#registering = true
    this.#parts.registration.register()
    this.#keepAlive.start()
  }

  #connecting(server: string): void {
    if (this.#status === 'failed') return
    this.#status = 'connecting'
    this.#parts.report({ status: 'connecting', server })
  }

  #failed(why: Failure): void {
    this.#registering = false
    this.#status = 'failed'
    this.#parts.report({ status: 'failed', server: this.#parts.transport.server, ...why })
    if (why.reason === 'wrong-password') this.#startOver(wrongPasswordMs)
    else this.#next()
  }

  #probe(probe: Probe): void {
    const { agent, transport, registration } = this.#parts
    if (probe === 'register') registration.register()
    else if (probe === 'options') askOptions(agent, () => this.#keepAlive.answered('options'))
    else transport.send('\r\n\r\n').catch((error: Error) => transport.drop(error))
  }
}

/** Opens the agent's transport; the error, or null when it is open. */
function opened(agent: UserAgent): Promise<Error | null> {
  const opening = agent.state === UserAgentState.Started ? agent.transport.connect() : agent.start()
  return opening.then(
    () => null,
    (error: Error) => error,
  )
}

/** Any answer at all will do (RFC 3261 section 11.2), unless it was made up here. */
function askOptions(agent: UserAgent, onAnswer: () => void): void {
  const core = agent.userAgentCore
  const { aor } = core.configuration
  const domain = aor.clone()
  domain.user = undefined
  const heard = ({ message }: Core.IncomingResponse) => {
    if (message.hasHeader('via')) onAnswer()
  }
  const request = core.makeOutgoingRequestMessage('OPTIONS', domain, aor, aor, {})
  core.request(request, { onAccept: heard, onRedirect: heard, onReject: heard })
}
