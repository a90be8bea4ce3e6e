import type { UserAgent } from 'sip.js'
import type { LineAccount } from '#contract'
import { Secret } from './connection/secret.ts'
import type { Socket } from './connection/transport.ts'
import { Dialogs } from './dialogs/dialogs.ts'
import type { DialogMedia } from './session-description.ts'
import { makeUserAgent } from './user-agent.ts'

/** A socket to nowhere: opens at once, and what is sent stays here. */
class LoopSocket implements Socket {
  onopen: (() => void) | null = null
  onclose: (() => void) | null = null
  onmessage: ((event: { readonly data: unknown }) => void) | null = null
  readonly #onSent: (text: string) => void

  constructor(onSent: (text: string) => void) {
    this.#onSent = onSent
    queueMicrotask(() => this.onopen?.())
  }

  send(text: string): void {
    this.#onSent(text)
  }

  close(): void {
    this.onopen = null
  }
}

function invite(account: LineAccount, sdp: string): string {
  const to = `sip:${account.number}@${account.domain}`
  return [
    `INVITE ${to} SIP/2.0`,
    'Via: SIP/2.0/WSS rehearsal.invalid;branch=z9hG4bKrehearsal',
    'Max-Forwards: 70',
    'From: "Rehearsal" <sip:rehearsal@rehearsal.invalid>;tag=rehearsal',
    `To: <${to}>`,
    'Call-ID: rehearsal@rehearsal.invalid',
    'CSeq: 1 INVITE',
    'Contact: <sip:rehearsal@rehearsal.invalid;transport=ws>',
    'P-Asserted-Identity: "Rehearsal" <sip:rehearsal@rehearsal.invalid>',
    'Allow: INVITE, ACK, CANCEL, BYE, OPTIONS',
    'Content-Type: application/sdp',
    `Content-Length: ${new TextEncoder().encode(sdp).length}`,
    '',
    sdp,
  ].join('\r\n')
}

/** Long enough for both ends to find each other and shake hands on one machine. */
const handshakeMs = 500

interface Wire {
  socket: Socket | null
  /** The body of our 200 OK. */
  answer: string | null
}

function loop(wire: Wire): Socket {
  wire.socket = new LoopSocket((text) => {
    if (text.startsWith('SIP/2.0 200')) wire.answer = text.slice(text.indexOf('\r\n\r\n') + 4)
  })
  return wire.socket
}

function nothing(): void {
  // What a real line would be told.
}

function rehearsalAgent(account: LineAccount, dialogs: Dialogs, wire: Wire): UserAgent | null {
  const made = makeUserAgent({
    account,
    secret: new Secret(() => Promise.resolve(null)),
    transport: {
      openSocket: () => loop(wire),
      onChallenge: nothing,
      onPong: nothing,
      onTraffic: nothing,
      log: nothing,
    },
    delegate: { onInvite: (invitation) => dialogs.invited(invitation) },
    describe: (session) => dialogs.describe(session),
    log: nothing,
  })
  return made?.agent ?? null
}

/**
 * Answers one call from itself, through every line of code and every part of the media engine a real first call goes
 * through, so that the real first call finds them warm. Nothing of it leaves the window.
 */
export async function rehearse(account: LineAccount, openMedia: () => DialogMedia): Promise<void> {
  const caller = openMedia()
  const callee = openMedia()
  const wire: Wire = { socket: null, answer: null }
  const dialogs = new Dialogs({
    openMedia: () => callee,
    onFact: nothing,
    onTrouble: nothing,
    isConnected: () => false,
    newId: () => 'rehearsal',
    random: Math.random,
  })
  const agent = rehearsalAgent(account, dialogs, wire)
  try {
    await agent?.start()
    wire.socket?.onmessage?.({
      data: invite(account, await caller.offer({ restartIce: false, direction: 'sendrecv', video: null })),
    })
    await dialogs.answer('rehearsal')
    if (wire.answer !== null) await caller.hear('answer', wire.answer)
    await new Promise((resolve) => setTimeout(resolve, handshakeMs))
  } finally {
    caller.close()
    callee.close()
    await agent?.stop()
  }
}
