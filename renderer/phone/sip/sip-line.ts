import { UserAgent } from 'sip.js'
import type { LineAccount, LineCommand, LineFact } from '#contract'
import { Connection } from './connection/connection.ts'
import { Registration } from './connection/registration.ts'
import { Secret } from './connection/secret.ts'
import type { Socket } from './connection/transport.ts'
import type { DialogFact } from './dialogs/dialog.ts'
import { Dialogs } from './dialogs/dialogs.ts'
import { takeUpdates } from './dialogs/inside/updates.ts'
import type { DialogMedia } from './session-description.ts'
import { makeUserAgent } from './user-agent.ts'

/** What is done by SIP; the rest is of sounds and devices. */
export type SipCommand = Exclude<LineCommand, { verb: 'try-ring' | 'close' | 'share' }>

export type SipFact = DialogFact | Extract<LineFact, { type: 'registration' }>

export interface SipLineParts {
  readonly openSocket: (url: string) => Socket
  readonly askSecret: () => Promise<string | null>
  readonly openMedia: (dialogId: string) => DialogMedia
  readonly onFact: (fact: SipFact) => void
  readonly log: (level: 'info' | 'warn' | 'error', text: string) => void
  readonly newId: () => string
  readonly now: () => number
  readonly random: () => number
}

/** One account being served. */
interface Served {
  readonly key: string
  readonly agent: UserAgent
  readonly connection: Connection
  readonly dialogs: Dialogs
}

/** SIP as the rest of the phone window knows it: an account to serve, commands about dialogs, facts. */
export class SipLine {
  readonly #parts: SipLineParts
  #served: Served | null = null
  #wanted: string | null = null
  /** Accounts are changed one after the other, since letting go of one takes a moment. */
  #changing: Promise<void> = Promise.resolve()

  constructor(parts: SipLineParts) {
    this.#parts = parts
  }

  /** Registers as this account, or as none: then every dialog ends. */
  serve(account: LineAccount | null): void {
    const key = account === null ? null : JSON.stringify(account)
    if (key === this.#wanted) return
    this.#wanted = key
    this.#changing = this.#changing.then(() => this.#change(account))
  }

  /** As `serve(null)`, and always answered by `registration: off`. */
  close(): void {
    this.#wanted = null
    this.#changing = this.#changing.then(() => this.#change(null))
  }

  /** The network is back: no waiting for the next attempt's turn. */
  hurry(): void {
    this.#served?.connection.hurry()
  }

  async renew(dialogId: string, restartIce: boolean): Promise<void> {
    await this.#served?.dialogs.renew(dialogId, restartIce)
  }

  /** Rejects with the reason when the command cannot be carried out. */
  async command(command: SipCommand): Promise<void> {
    const served = this.#served
    if (served === null) throw new Error('no line')
    switch (command.verb) {
      case 'answer':
        return served.dialogs.answer(command.dialogId, command.video)
      case 'decline':
        return served.dialogs.decline(command.dialogId, command.code)
      case 'hang-up':
        return served.dialogs.hangUp(command.dialogId)
      case 'dial':
        return served.dialogs.dial(served.agent, command)
      case 'hold':
        return served.dialogs.hold(command.dialogId, command.held)
      case 'video':
        return served.dialogs.video(command.dialogId, command.on, command.await)
      case 'keys':
        return served.dialogs.press(command.dialogId, command.keys)
      case 'transfer':
        return served.dialogs.transfer(served.agent, command.dialogId, command.to, command.replaces)
    }
  }

  async #change(account: LineAccount | null): Promise<void> {
    const old = this.#served
    this.#served = null
    if (old !== null) {
      old.dialogs.endAll()
      await old.connection.stop()
    }
    if (account === null) this.#report({ status: 'off' })
    else this.#start(account)
  }

  #start(account: LineAccount): void {
    const dialogs: Dialogs = new Dialogs({
      openMedia: this.#parts.openMedia,
      onFact: this.#parts.onFact,
      onTrouble: (error) => this.#parts.log('warn', error.message),
      isConnected: () => served?.agent.isConnected() === true,
      newId: this.#parts.newId,
      random: this.#parts.random,
    })
    const served = openAccount(account, dialogs, this.#parts)
    if (served === null) {
      const server = account.servers[0] ?? ''
      this.#parts.log('error', 'the SIP number or domain of the profile cannot be an address')
      this.#report({ status: 'failed', server, reason: 'refused' })
      return
    }
    this.#served = { key: JSON.stringify(account), dialogs, ...served }
    served.connection.start()
  }

  #report(registration: Extract<LineFact, { type: 'registration' }>['registration']): void {
    this.#parts.onFact({ type: 'registration', registration })
  }
}

function openAccount(
  account: LineAccount,
  dialogs: Dialogs,
  parts: SipLineParts,
): Pick<Served, 'agent' | 'connection'> | null {
  const secret = new Secret(parts.askSecret)
  const warn = (text: string) => parts.log('warn', text)
  const made = makeUserAgent({
    account,
    secret,
    transport: {
      openSocket: parts.openSocket,
      onChallenge: (deliver) => void secret.during(deliver),
      onPong: () => connection.pong(),
      onTraffic: () => connection.traffic(),
      log: warn,
    },
    delegate: { onInvite: (invitation) => dialogs.invited(invitation), onDisconnect: () => connection.lost() },
    describe: (session) => dialogs.describe(session),
    log: warn,
  })
  const domain = UserAgent.makeURI(`sip:${account.domain}`)
  if (made === null || domain === undefined) return null
  takeUpdates(made.agent.userAgentCore, (dialog, request) => dialogs.updated(dialog, request))
  const registration = new Registration({
    account,
    domain,
    agent: made.agent,
    onRegistered: () => connection.registered(),
    onRefused: (refused) => connection.refused(refused),
    random: parts.random,
  })
  const connection: Connection = new Connection({
    ...made,
    account,
    registration,
    report: (fact) => parts.onFact({ type: 'registration', registration: fact }),
    onBack: () => dialogs.renewAll(),
    now: parts.now,
    random: parts.random,
  })
  return { agent: made.agent, connection }
}
