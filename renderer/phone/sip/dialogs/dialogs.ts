import { type Invitation, Inviter, type Session, SessionState, UserAgent } from 'sip.js'
import type { LineFact } from '#contract'
import type { DescriptionOptions, DialogMedia } from '../session-description.ts'
import { readCaller } from './caller.ts'
import { endCause } from './end-cause.ts'

export type DialogFact = Extract<
  LineFact,
  { type: 'invited' | 'dialling' | 'far-side-rings' | 'established' | 'ended' }
>

/** One dialog and what has been noticed about its end. */
interface Dialog {
  readonly id: string
  readonly direction: 'incoming' | 'outgoing'
  readonly session: Session
  established: boolean
  ended: boolean
  weEnded: boolean
  cancelled: boolean
  farSideHungUp: boolean
  answer: { readonly code: number; readonly madeUp: boolean } | null
}

export interface DialogsParts {
  readonly openMedia: (dialogId: string) => DialogMedia
  readonly onFact: (fact: DialogFact) => void
  readonly isConnected: () => boolean
  readonly newId: () => string
  readonly random: () => number
}

const mostDialogs = 3

/** SIP.js's sessions as dialogs with an id: commands in, facts out. */
export class Dialogs {
  readonly #parts: DialogsParts
  readonly #dialogs = new Map<string, Dialog>()
  readonly #ids = new WeakMap<Session, string>()
  /** Hung up while there was no connection: BYE is still owed. */
  readonly #owed = new Set<Session>()

  constructor(parts: DialogsParts) {
    this.#parts = parts
  }

  /** The media of a session, asked for by SIP.js when it needs a description. */
  mediaOf(session: Session): DialogMedia {
    return this.#parts.openMedia(this.#ids.get(session) ?? this.#parts.newId())
  }

  invited(invitation: Invitation): void {
    if (this.#dialogs.size >= mostDialogs) return void invitation.reject({ statusCode: 486 })
    const dialog = this.#add(this.#parts.newId(), 'incoming', invitation)
    void invitation.progress()
    const { request } = invitation
    const caller = readCaller(request.getHeader('p-asserted-identity'), request.getHeader('from') ?? '')
    this.#parts.onFact({ type: 'invited', dialogId: dialog.id, ...caller })
  }

  async dial(agent: UserAgent, dialogId: string, number: string): Promise<void> {
    const { host } = agent.configuration.uri
    const target = UserAgent.makeURI(`sip:${encodeURIComponent(number)}@${host}`)
    if (target === undefined) throw new Error('not a number that can be dialled')
    if (this.#dialogs.size >= mostDialogs) throw new Error('too many calls')
    const inviter = new Inviter(agent, target, { earlyMedia: true })
    const dialog = this.#add(dialogId, 'outgoing', inviter)
    this.#parts.onFact({ type: 'dialling', dialogId })
    await inviter.invite({
      requestDelegate: {
        onProgress: () => this.#rings(dialog),
        onReject: ({ message }) => noteAnswer(dialog, message.statusCode, message.hasHeader('via')),
        onRedirect: ({ message }) => noteAnswer(dialog, message.statusCode, message.hasHeader('via')),
      },
    })
  }

  async answer(dialogId: string): Promise<void> {
    const { session } = this.#find(dialogId)
    if (!isInvitation(session)) throw new Error('only an incoming call can be answered')
    await session.accept()
  }

  async decline(dialogId: string, statusCode: number): Promise<void> {
    const dialog = this.#find(dialogId)
    if (!isInvitation(dialog.session)) throw new Error('only an incoming call can be declined')
    dialog.weEnded = true
    await dialog.session.reject({ statusCode })
  }

  /** BYE, CANCEL or a final refusal, whichever the dialog's state asks for. */
  async hangUp(dialogId: string): Promise<void> {
    const dialog = this.#find(dialogId)
    dialog.weEnded = true
    const { session } = dialog
    if (session.state === SessionState.Established) return this.#bye(dialog)
    if (session instanceof Inviter) await session.cancel()
    else if (isInvitation(session)) await session.reject({ statusCode: 486 })
  }

  endAll(): void {
    for (const id of [...this.#dialogs.keys()]) void this.hangUp(id)
  }

  /** After a change of transport only a re-INVITE brings the far side's requests back to us (RFC 3261 section 14.1). */
  renewAll(): void {
    for (const session of this.#owed) void session.bye()
    this.#owed.clear()
    for (const id of this.#dialogs.keys()) void this.renew(id, false)
  }

  async renew(dialogId: string, restartIce: boolean): Promise<void> {
    const dialog = this.#dialogs.get(dialogId)
    if (dialog?.session.state !== SessionState.Established) return
    const options: DescriptionOptions = { restartIce }
    const refused = (code: number | undefined) => {
      if (code === 481 || code === 408) this.#end(dialog)
      if (code === 491) setTimeout(() => void this.renew(dialogId, restartIce), glareMs(dialog, this.#parts.random()))
    }
    await dialog.session.invite({
      sessionDescriptionHandlerOptions: options,
      requestDelegate: { onReject: ({ message }) => refused(message.statusCode) },
    })
  }

  #add(id: string, direction: Dialog['direction'], session: Session): Dialog {
    const noticed = { established: false, ended: false, weEnded: false, cancelled: false, farSideHungUp: false }
    const dialog: Dialog = { id, direction, session, ...noticed, answer: null }
    this.#dialogs.set(id, dialog)
    this.#ids.set(session, id)
    session.delegate = {
      onCancel: () => {
        dialog.cancelled = true
      },
      onBye: (bye) => {
        dialog.farSideHungUp = true
        void bye.accept()
      },
      // SIP.js would follow a REFER by dialling wherever it points.
      onRefer: (referral) => void referral.reject({ statusCode: 603 }),
    }
    session.stateChange.addListener((state) => this.#turned(dialog, state))
    return dialog
  }

  #find(dialogId: string): Dialog {
    const dialog = this.#dialogs.get(dialogId)
    if (dialog === undefined) throw new Error('no such call')
    return dialog
  }

  async #bye(dialog: Dialog): Promise<void> {
    if (this.#parts.isConnected()) return void (await dialog.session.bye())
    this.#owed.add(dialog.session)
    this.#end(dialog)
  }

  #turned(dialog: Dialog, state: SessionState): void {
    if (state === SessionState.Established && !dialog.ended) {
      dialog.established = true
      this.#parts.onFact({ type: 'established', dialogId: dialog.id })
    }
    // SIP.js tells of the state before it tells of the response that caused it.
    if (state === SessionState.Terminating || state === SessionState.Terminated) queueMicrotask(() => this.#end(dialog))
  }

  #rings(dialog: Dialog): void {
    if (!dialog.ended) this.#parts.onFact({ type: 'far-side-rings', dialogId: dialog.id })
  }

  #end(dialog: Dialog): void {
    if (dialog.ended) return
    dialog.ended = true
    this.#dialogs.delete(dialog.id)
    const { code, madeUp } = dialog.answer ?? {}
    const known = { ...(code === undefined ? {} : { code }), ...(madeUp === undefined ? {} : { madeUp }) }
    const cause = endCause({ ...dialog, ...known })
    const fact = { type: 'ended', dialogId: dialog.id, cause } as const
    this.#parts.onFact(code === undefined || madeUp === true ? fact : { ...fact, code })
  }
}

function isInvitation(session: Session): session is Invitation {
  return 'accept' in session
}

/** Both sides offered at once: whoever chose the Call-ID waits longer (RFC 3261 section 14.1). */
function glareMs({ direction }: Dialog, random: number): number {
  return direction === 'outgoing' ? 2_100 + 1_900 * random : 2_000 * random
}

function noteAnswer(dialog: Dialog, code: number | undefined, real: boolean): void {
  dialog.answer = { code: code ?? 0, madeUp: !real }
}
