import { Core, type Notification, type Session } from 'sip.js'
import type { SessionDescription } from '../../session-description.ts'
import type { DialogFact } from '../dialog.ts'
import { ask, contactHeader, isGone } from './ask.ts'
import { allow, Exchange, nothingNew } from './exchange.ts'
import { Keys } from './keys.ts'
import { agreedTiming, answerTiming, hasTag, SessionTimer } from './session-timer.ts'
import { replacing, Transfer } from './transfer.ts'

export interface ConversationParts {
  readonly id: string
  readonly session: Session
  readonly dialog: Core.SessionDialog
  readonly description: SessionDescription
  readonly ownsCallId: boolean
  readonly random: () => number
  readonly onTrouble: (error: Error) => void
  readonly onFact: (fact: DialogFact) => void
  /** The far side knows nothing of this dialog. */
  readonly onGone: () => void
  /** Everything the far side was asked to take over is with somebody else now. */
  readonly onHandedOver: (replaced: string | null) => void
}

/** What goes on inside one established dialog. */
export class Conversation {
  readonly #parts: ConversationParts
  readonly #exchange: Exchange
  readonly #timer: SessionTimer
  readonly #keys: Keys
  readonly #transfer: Transfer
  #takesUpdate = false
  #replaced: string | null = null

  constructor(parts: ConversationParts) {
    const { dialog, description, ownsCallId, random, onGone } = parts
    this.#parts = parts
    this.#timer = new SessionTimer({ refresh: () => void this.#refresh(), onExpired: () => this.#bye(408) })
    this.#exchange = new Exchange({
      dialog,
      description,
      ownsCallId,
      random,
      headers: () => this.#timer.headers,
      onAgreed: (message) => this.agreed(message),
      onTooShort: (message) => this.#timer.lengthen(message),
      onBroken: (code) => this.#bye(code),
      onGone,
    })
    this.#keys = new Keys({
      description,
      info: (contentType, content) => this.#ask('INFO', { body: { contentType, content } }),
    })
    this.#transfer = new Transfer({
      dialog,
      referredBy: dialog.localURI.toString(),
      onStage: (stage, code) => this.#staged(stage, code),
      onGone,
    })
    this.#listen()
  }

  get dialog(): Core.SessionDialog {
    return this.#parts.dialog
  }

  /** What was said when the dialog began, or with a 2xx to one of ours. */
  agreed(message: Core.IncomingResponseMessage): void {
    this.#takesUpdate ||= hasTag(message, 'allow', 'update')
    this.#timer.agree(agreedTiming(message))
  }

  invitedBy(message: Core.IncomingRequestMessage): void {
    this.#takesUpdate ||= hasTag(message, 'allow', 'update')
    this.#timer.agree(answerTiming(message).timing)
  }

  async hold(held: boolean): Promise<void> {
    await this.#exchange.ask({ ...nothingNew, held })
    this.#parts.onFact({ type: 'hold', dialogId: this.#parts.id, held })
  }

  /** `awaited`: the far side is going to offer it. */
  async video(on: boolean, awaited: boolean): Promise<void> {
    const { description } = this.#parts
    const { video, hold } = description
    if (awaited) {
      video.ours = on
      return
    }
    await this.#exchange.ask({ ...nothingNew, video: on })
    if (on && description.media.video === null && !hold.ours && !hold.theirs)
      throw new Error('the far side takes no video')
  }

  /** Nobody waits for it; a far side that will not have it is only worth a line in the log. */
  async renew(restartIce: boolean): Promise<void> {
    await this.#exchange.ask({ ...nothingNew, restartIce }).catch(this.#parts.onTrouble)
  }

  /** Whoever took the call is offered a connection of their own, without which nobody is heard. */
  async begin(): Promise<void> {
    if (!this.#parts.description.owesOffer) return
    await this.#exchange.ask(nothingNew).catch((error: Error) => {
      this.#parts.onTrouble(error)
      this.#bye(488)
    })
  }

  /** The connection is another one: whatever was asked over the old one is not answered any more. */
  async reconnected(): Promise<void> {
    await this.#exchange.startOver()
    await this.renew(!(await this.#parts.description.media.stands()))
  }

  async press(keys: string): Promise<void> {
    await this.#keys.send(keys)
    this.#parts.onFact({ type: 'keys-sent', dialogId: this.#parts.id, keys })
  }

  /** To a number's address, or to the far side of another conversation. */
  async transfer(to: string, replaced: Conversation | null): Promise<void> {
    this.#replaced = replaced === null ? null : replaced.#parts.id
    await this.#transfer.begin(replaced === null ? `<${to}>` : replacing(replaced.dialog))
  }

  notified(notification: Notification): void {
    if (!this.#transfer.takes(notification)) return void notification.reject({ statusCode: 481 })
    void notification.accept()
    this.#transfer.notified(notification)
  }

  /** UPDATE of the far side, with an offer or only to refresh the session (RFC 3311 section 5.2, RFC 4028 section 9). */
  async update(request: Core.UserAgentServer): Promise<void> {
    const timing = answerTiming(request.message)
    if (timing.tooShort) return void request.reject({ statusCode: 422, extraHeaders: [...timing.headers] })
    const extraHeaders = [contactHeader(this.dialog), allow, ...timing.headers]
    if (request.message.body === '') request.accept({ statusCode: 200, extraHeaders })
    else if (!(await this.#answerUpdate(request, extraHeaders))) return
    this.#timer.agree(timing.timing)
  }

  end(): void {
    this.#timer.stop()
    this.#transfer.end()
    this.#exchange.end()
  }

  async #answerUpdate(request: Core.UserAgentServer, extraHeaders: string[]): Promise<boolean> {
    const { description } = this.#parts
    const code = this.#exchange.admit()
    if (code !== null) return refuse(request, code)
    try {
      await description.setDescription(request.message.body)
      const { body: content, contentType } = await description.getDescription()
      const body = { contentDisposition: 'session', contentType, content }
      request.accept({ statusCode: 200, extraHeaders, body })
      return true
    } catch {
      await description.rollbackDescription()
      return refuse(request, 488)
    } finally {
      this.#exchange.settled()
    }
  }

  /** SIP.js answers re-INVITEs itself; when, and with which headers, is said here. */
  #listen(): void {
    const { dialog } = this.#parts
    const known = dialog.delegate
    dialog.delegate = {
      ...known,
      onInvite: (request) => {
        const timing = answerTiming(request.message)
        const code = timing.tooShort ? 422 : this.#exchange.admit()
        if (code === null) known?.onInvite?.(this.#watched(request, timing.headers))
        else refuse(request, code, timing.headers)
        if (code === null) this.#timer.agree(timing.timing)
      },
      onAck: async (request) => {
        await known?.onAck?.(request)
        this.#exchange.settled()
      },
    }
  }

  /** The same request, whose answer carries more and whose refusal is noticed. */
  #watched(request: Core.IncomingInviteRequest, headers: readonly string[]): Core.IncomingInviteRequest {
    const accept = request.accept.bind(request)
    const reject = request.reject.bind(request)
    request.accept = (options) =>
      accept({ statusCode: 200, ...options, extraHeaders: [...(options?.extraHeaders ?? []), allow, ...headers] })
    request.reject = (options) => {
      const response = reject(options)
      this.#exchange.settled()
      return response
    }
    return request
  }

  async #refresh(): Promise<void> {
    if (!this.#takesUpdate) return this.renew(false)
    const headers = [contactHeader(this.dialog), allow, 'Supported: timer', ...this.#timer.headers]
    const { code, message } = await this.#ask('UPDATE', { headers })
    if (code === 422 && this.#timer.lengthen(message)) return this.#refresh()
    if (code >= 200 && code <= 299) this.agreed(message)
  }

  async #ask(method: string, question: Parameters<typeof ask>[2]): ReturnType<typeof ask> {
    const answered = await ask(this.dialog, method, question)
    if (isGone(answered)) this.#parts.onGone()
    return answered
  }

  #staged(stage: 'asked' | 'ringing' | 'done' | 'failed', code?: number): void {
    const { id, onFact, onHandedOver } = this.#parts
    onFact({ type: 'transfer', dialogId: id, stage, ...(code === undefined ? {} : { code }) })
    if (stage === 'done') onHandedOver(this.#replaced)
  }

  #bye(code: number): void {
    const { session, onGone } = this.#parts
    if (this.dialog.sessionState !== Core.SessionState.Confirmed) return
    void session.bye({ requestOptions: { extraHeaders: [`Reason: SIP;cause=${code}`] } })
    onGone()
  }
}

/** 500 tells when to come again (RFC 3261 section 14.2). */
function refuse(
  request: Pick<Core.IncomingRequest, 'reject'>,
  statusCode: number,
  headers: readonly string[] = [],
): false {
  const extraHeaders = statusCode === 500 ? ['Retry-After: 1'] : [...headers]
  request.reject({ statusCode, extraHeaders })
  return false
}
