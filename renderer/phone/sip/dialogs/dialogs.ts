import { Core, type Invitation, Inviter, type Session, SessionState, type UserAgent } from 'sip.js'
import type { LineCommand } from '#contract'
import { type DialogMedia, SessionDescription } from '../session-description.ts'
import { readVideo } from '../video.ts'
import { addressOf } from './address.ts'
import { hearEarly, takeAnswer } from './answers.ts'
import { readCaller } from './caller.ts'
import { type Dialog, type DialogFact, endFact, isInvitation, newDialog, noteAnswer } from './dialog.ts'
import { Conversation } from './inside/conversation.ts'
import { allow } from './inside/exchange.ts'
import { answerTiming } from './inside/session-timer.ts'

export interface DialogsParts {
  readonly openMedia: (dialogId: string) => DialogMedia
  readonly onFact: (fact: DialogFact) => void
  readonly onTrouble: (error: Error) => void
  readonly isConnected: () => boolean
  readonly newId: () => string
  readonly random: () => number
}

type Dialling = Omit<Extract<LineCommand, { verb: 'dial' }>, 'verb'>

const mostDialogs = 3

/** SIP.js's sessions as dialogs with an id: commands in, facts out. */
export class Dialogs {
  readonly #parts: DialogsParts
  readonly #dialogs = new Map<string, Dialog>()
  readonly #bySession = new WeakMap<Session, Dialog>()
  /** Hung up while there was no connection: BYE is still owed. */
  readonly #owed = new Set<Session>()

  constructor(parts: DialogsParts) {
    this.#parts = parts
  }

  /** The description of a session, asked for by SIP.js when it needs one. */
  describe(session: Session): SessionDescription {
    const dialog = this.#bySession.get(session)
    const dialogId = dialog?.id ?? this.#parts.newId()
    const description = new SessionDescription(() => this.#parts.openMedia(dialogId))
    description.video.ours = dialog?.video === true
    if (dialog !== undefined) dialog.description = description
    return description
  }

  invited(invitation: Invitation): void {
    if (this.#dialogs.size >= mostDialogs) return void invitation.reject({ statusCode: 486 })
    const timing = answerTiming(invitation.request)
    if (timing.tooShort) return void invitation.reject({ statusCode: 422, extraHeaders: [...timing.headers] })
    const dialog = this.#add(this.#parts.newId(), 'incoming', invitation)
    // Where 100rel is required SIP.js sends it reliably and with our answer, and waits for PRACK (RFC 3262 section 3).
    void invitation.progress({ statusCode: 180 })
    const { request } = invitation
    const caller = readCaller(request.getHeader('p-asserted-identity'), request.getHeader('from') ?? '')
    const video = readVideo(request.body) !== null
    this.#parts.onFact({ type: 'invited', dialogId: dialog.id, ...caller, ...(video && { video }) })
  }

  async dial(agent: UserAgent, { dialogId, number, video = false }: Dialling): Promise<void> {
    const target = addressOf(agent, number)
    if (this.#dialogs.size >= mostDialogs) throw new Error('too many calls')
    // Early media is ours: with it SIP.js gives up a call that somebody else answers.
    const inviter = new Inviter(agent, target, { extraHeaders: ['Allow: UPDATE'] })
    const dialog = this.#add(dialogId, 'outgoing', inviter)
    dialog.video = video
    this.#parts.onFact({ type: 'dialling', dialogId })
    await inviter.invite({
      requestDelegate: {
        onProgress: ({ message }) => this.#rings(dialog, message),
        onAccept: ({ message }) => void takeAnswer(dialog, message).catch(this.#parts.onTrouble),
        onReject: ({ message }) => noteAnswer(dialog, message.statusCode, message.hasHeader('via')),
        onRedirect: ({ message }) => noteAnswer(dialog, message.statusCode, message.hasHeader('via')),
      },
    })
  }

  async answer(dialogId: string, video = false): Promise<void> {
    const dialog = this.#find(dialogId)
    const { session, description } = dialog
    dialog.video = video
    if (description !== null) description.video.ours = video
    if (!isInvitation(session)) throw new Error('only an incoming call can be answered')
    await session.accept({ extraHeaders: ['Allow: UPDATE', ...answerTiming(session.request).headers] })
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

  async hold(dialogId: string, held: boolean): Promise<void> {
    await this.#conversation(dialogId).hold(held)
  }

  async video(dialogId: string, on: boolean, awaited: boolean): Promise<void> {
    await this.#conversation(dialogId).video(on, awaited)
  }

  async press(dialogId: string, keys: string): Promise<void> {
    await this.#conversation(dialogId).press(keys)
  }

  /** `replaces`: the dialog whose far side is to take the call instead (RFC 5589 section 7). */
  async transfer(agent: UserAgent, dialogId: string, to: string, replaces?: string): Promise<void> {
    const other = replaces === undefined ? null : this.#conversation(replaces)
    await this.#conversation(dialogId).transfer(`${addressOf(agent, to)}`, other)
  }

  /** UPDATE, which SIP.js does not know. Before the call is answered there is nothing it could change. */
  updated(inside: Core.SessionDialog, request: Core.UserAgentServer): void {
    const dialog = [...this.#dialogs.values()].find(({ conversation }) => conversation?.dialog === inside)
    if (dialog?.conversation) void dialog.conversation.update(request).catch(this.#parts.onTrouble)
    else if (request.message.body === '') request.accept({ statusCode: 200, extraHeaders: [allow] })
    else request.reject({ statusCode: 500, extraHeaders: ['Retry-After: 5'] })
  }

  endAll(): void {
    for (const id of [...this.#dialogs.keys()]) void this.hangUp(id)
  }

  /** After a change of transport only a re-INVITE brings the far side's requests back to us (RFC 3261 section 14.1). */
  renewAll(): void {
    for (const session of this.#owed) void session.bye()
    this.#owed.clear()
    for (const { conversation } of this.#dialogs.values()) void conversation?.reconnected()
  }

  async renew(dialogId: string, restartIce: boolean): Promise<void> {
    await this.#dialogs.get(dialogId)?.conversation?.renew(restartIce)
  }

  #add(id: string, direction: Dialog['direction'], session: Session): Dialog {
    const dialog = newDialog(id, direction, session)
    this.#dialogs.set(id, dialog)
    this.#bySession.set(session, dialog)
    session.delegate = {
      onCancel: () => {
        dialog.cancelled = true
      },
      onBye: (bye) => {
        dialog.farSideHungUp = true
        void bye.accept()
      },
      onNotify: (notification) => {
        if (dialog.conversation === null) void notification.reject({ statusCode: 481 })
        else dialog.conversation.notified(notification)
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

  #conversation(dialogId: string): Conversation {
    const { conversation } = this.#find(dialogId)
    if (conversation === null) throw new Error('not answered yet')
    return conversation
  }

  async #bye(dialog: Dialog): Promise<void> {
    if (this.#parts.isConnected()) return void (await dialog.session.bye())
    this.#owed.add(dialog.session)
    this.#end(dialog)
  }

  #turned(dialog: Dialog, state: SessionState): void {
    if (state === SessionState.Established && !dialog.ended) this.#established(dialog)
    // SIP.js tells of the state before it tells of the response that caused it.
    if (state === SessionState.Terminating || state === SessionState.Terminated) queueMicrotask(() => this.#end(dialog))
  }

  #established(dialog: Dialog): void {
    const { id, session, direction, description } = dialog
    const { dialog: inside } = session
    dialog.established = true
    this.#parts.onFact({ type: 'established', dialogId: id })
    if (!(inside instanceof Core.SessionDialog) || description === null) return
    dialog.conversation = new Conversation({
      id,
      session,
      dialog: inside,
      description,
      ownsCallId: direction === 'outgoing',
      random: this.#parts.random,
      onTrouble: this.#parts.onTrouble,
      onFact: this.#parts.onFact,
      onGone: () => this.#end(dialog),
      onHandedOver: (replaced) => this.#handedOver(id, replaced),
    })
    if (isInvitation(session)) dialog.conversation.invitedBy(session.request)
    this.#tellHolds(id, description)
    this.#tellVideo(id, description)
  }

  #tellVideo(dialogId: string, { video }: SessionDescription): void {
    video.onAsked = (asked) => this.#parts.onFact({ type: 'video-asked', dialogId, asked })
    video.onAgreed = (agreed) => this.#parts.onFact({ type: 'video', dialogId, ...agreed })
    if (video.agreed.sends || video.agreed.receives) video.onAgreed(video.agreed)
  }

  #tellHolds(dialogId: string, { hold }: SessionDescription): void {
    hold.onTheirs = (held) => this.#parts.onFact({ type: 'held-by-far-side', dialogId, held })
    if (hold.theirs) hold.onTheirs(true)
  }

  /** Whoever handed a call over leaves it (RFC 5589 sections 6.1 and 7.1), unless the far side was faster. */
  #handedOver(dialogId: string, replaced: string | null): void {
    if (replaced !== null && this.#dialogs.has(replaced))
      this.#parts.onFact({ type: 'transfer', dialogId: replaced, stage: 'done' })
    for (const id of [dialogId, replaced]) if (id !== null && this.#dialogs.has(id)) void this.hangUp(id)
  }

  #rings(dialog: Dialog, message: Core.IncomingResponseMessage): void {
    if (dialog.ended) return
    this.#parts.onFact({ type: 'far-side-rings', dialogId: dialog.id })
    hearEarly(dialog, message).catch(this.#parts.onTrouble)
  }

  #end(dialog: Dialog): void {
    if (dialog.ended) return
    dialog.ended = true
    dialog.conversation?.end()
    this.#dialogs.delete(dialog.id)
    this.#parts.onFact(endFact(dialog))
  }
}
