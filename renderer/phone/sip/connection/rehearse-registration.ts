import { UserAgent } from 'sip.js'
import type { LineAccount } from '#contract'
import { makeUserAgent } from '../user-agent.ts'
import { Registration } from './registration.ts'
import { Secret } from './secret.ts'
import type { Socket } from './transport.ts'

/** Nobody's: no number, no server, nothing that can be reached. */
export const rehearsalAccount: LineAccount = {
  servers: ['wss://rehearsal.invalid'],
  domain: 'rehearsal.invalid',
  number: 'rehearsal',
  instanceId: 'urn:uuid:00000000-0000-4000-8000-000000000000',
  registerSeconds: 300,
  iceServers: [],
  codecs: ['opus', 'PCMA', 'PCMU'],
}

/** A registrar in this window: a challenge first, and its consent to who meets it. */
function registrarsAnswer(register: string): string {
  const copied = register.split('\r\n').filter((line) => /^(?:via|from|to|call-id|cseq|contact):/i.test(line))
  const challenged = /\r\nauthorization:/i.test(register)
  const challenge = 'WWW-Authenticate: Digest realm="rehearsal.invalid", nonce="rehearsal", algorithm=MD5, qop="auth"'
  const [status, ...more] = challenged ? ['200 OK'] : ['401 Unauthorized', challenge]
  return [`SIP/2.0 ${status}`, ...copied, ...more, 'Content-Length: 0', '', ''].join('\r\n')
}

function registrar(): Socket {
  const socket: Socket = {
    onopen: null,
    onclose: null,
    onmessage: null,
    send: (text) => queueMicrotask(() => socket.onmessage?.({ data: registrarsAnswer(text) })),
    close: () => {
      socket.onmessage = null
    },
  }
  queueMicrotask(() => socket.onopen?.())
  return socket
}

function nothing(): void {
  // What a real line would be told.
}

/**
 * Registers with itself, so that the first real registration, which somebody waits for, finds its code warm. Nothing of
 * it leaves the window.
 */
export async function rehearseRegistration(): Promise<void> {
  const secret = new Secret(() => Promise.resolve('rehearsal'))
  const onChallenge = (deliver: () => void) => void secret.during(deliver)
  const made = makeUserAgent({
    account: rehearsalAccount,
    secret,
    transport: { openSocket: registrar, onChallenge, onPong: nothing, onTraffic: nothing, log: nothing },
    delegate: {},
    describe: () => {
      throw new Error('nobody calls during this rehearsal')
    },
    log: nothing,
  })
  const domain = UserAgent.makeURI(`sip:${rehearsalAccount.domain}`)
  if (made === null || domain === undefined) return
  await made.agent.start()
  try {
    await registered(made.agent, domain)
  } finally {
    await made.agent.stop()
  }
}

function registered(agent: UserAgent, domain: NonNullable<ReturnType<typeof UserAgent.makeURI>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const registration = new Registration({
      account: rehearsalAccount,
      agent,
      domain,
      onRegistered: () => {
        registration.forget()
        resolve()
      },
      onRefused: ({ reason }) => reject(new Error(`the rehearsal did not register: ${reason}`)),
      random: Math.random,
    })
    registration.register()
  })
}
