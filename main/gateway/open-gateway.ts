import type { Log } from '../log/log.ts'
import type { Gateway, GatewayListeners, GatewayResult, GatewaySignIn, SignedIn } from './gateway.ts'
import type { GatewayProfile } from './gateway-profile.ts'
import { createSession, type Session } from './session/session.ts'
import { ownAddresses } from './session/waker.ts'
import { type Credential, createCredential } from './transport/credential.ts'
import { createPollTransport } from './transport/poll/poll-transport.ts'
import type { Transport } from './transport/transport.ts'
import { secureContextFor } from './transport/trust.ts'
import { createWebSocketTransport } from './transport/websocket/web-socket-transport.ts'
import { type FrameCodec, frameCodec } from './wire/frame-codec.ts'

export interface GatewayOptions {
  readonly profile: GatewayProfile
  readonly listeners: GatewayListeners
  readonly log: Log
  /** A site whose gateway writes its frames otherwise (spec/ccgateway.md 5.3). */
  readonly codec?: FrameCodec
  readonly random?: () => number
  readonly now?: () => number
  /** This machine's addresses as one text; a change is taken for a network that may be back. */
  readonly addresses?: () => string
  readonly makeTransport?: (credential: Credential) => Transport
}

const notConnected: GatewayResult<never> = { ok: false, failure: { kind: 'not-connected' } }

/** The one way to the gateway. One session at a time: a new sign-in waits for the sign-out before it (1.1). */
export function openGateway(options: GatewayOptions): Gateway {
  const makeTransport = options.makeTransport ?? transportsOf(options)
  let session: Session | null = null
  let known: Credential | null = null
  let leaving: Promise<unknown> = Promise.resolve()

  const begin = (input: GatewaySignIn): Session => {
    session?.close()
    const credential = createCredential()
    known = credential
    const begun = createSession({
      transport: makeTransport(credential),
      identity: { profile: options.profile, credential, input, skillsPending: false },
      listeners: options.listeners,
      log: options.log,
      now: options.now ?? Date.now,
      random: options.random ?? Math.random,
      addresses: options.addresses ?? ownAddresses,
      onOver: () => {
        if (session === begun) session = null
      },
    })
    session = begun
    return begun
  }
  return {
    async signIn(input, force): Promise<GatewayResult<SignedIn>> {
      await leaving
      return begin(input).signIn(force)
    },
    run: (operation) => session?.run(operation) ?? Promise.resolve(notConnected),
    signOut(force) {
      const left = session?.signOut(force) ?? Promise.resolve(notConnected)
      leaving = Promise.allSettled([left])
      return left
    },
    checkNow: () => session?.checkNow(),
    guid: () => (session === null ? null : (known?.guid() ?? null)),
    close: () => session?.close(),
  }
}

function transportsOf({ profile, log, codec = frameCodec, now = Date.now }: GatewayOptions) {
  const secureContext = secureContextFor(profile.ca)
  return (credential: Credential): Transport => {
    if (profile.transport === 'poll')
      return createPollTransport({ url: profile.url, secureContext, credential, now, log })
    const url = profile.websocketUrl ?? webSocketUrlOf(profile.url)
    return createWebSocketTransport({ url, secureContext, credential, codec, log, now })
  }
}

/** The path is a guess (5.3, inferred), hence the setting in the profile. */
function webSocketUrlOf(url: string): string {
  return `${url.replace(/^http/i, 'ws').replace(/\/+$/, '')}/websocket/{agentId}`
}
