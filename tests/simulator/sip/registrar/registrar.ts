import type {
  IncomingInviteRequest,
  IncomingRegisterRequest,
  IncomingRequestMessage,
  NameAddrHeader,
} from 'sip.js/lib/core/index.js'
import type { Flow } from '../flow.ts'
import type { SipAccount, SipFaults } from '../sip-side.ts'
import { type Bindings, createBindings } from './bindings.ts'
import { createDigest } from './digest.ts'
import { type Expiry, renew } from './renew.ts'

export interface RegistrarOptions {
  readonly accounts: readonly SipAccount[]
  /** Seconds a registration may last. */
  readonly expiry: Expiry
  /** How long a challenge can be answered. */
  readonly nonceMs: number
  readonly faults: Pick<SipFaults, 'refuseRegister' | 'challenge'>
  readonly onChange: (number: string, registered: boolean) => void
}

export interface Registrar {
  readonly bindings: Bindings
  answerRegister(request: IncomingRegisterRequest, flow: Flow): void
  /** Whose call this is, or null if the softphone was challenged or turned away. */
  admit(request: IncomingInviteRequest): string | null
}

interface Role {
  readonly code: number
  readonly challenge: string
  readonly credentials: string
  /** Whose password is wanted. */
  asks(message: IncomingRequestMessage): NameAddrHeader
}

/** RFC 3261 sections 22.2 and 22.3. */
const REGISTRAR: Role = {
  code: 401,
  challenge: 'WWW-Authenticate',
  credentials: 'authorization',
  asks: (message) => message.to,
}
const PROXY: Role = {
  code: 407,
  challenge: 'Proxy-Authenticate',
  credentials: 'proxy-authorization',
  asks: (message) => message.from,
}

/** A registrar (RFC 3261 section 10.3) as a PBX keeps one: challenge, then 403 for a wrong password. */
export function createRegistrar({ accounts, expiry, nonceMs, faults, onChange }: RegistrarOptions): Registrar {
  const bindings = createBindings(onChange)
  const digest = createDigest(
    (number) => accounts.find((one) => one.number === number)?.password,
    nonceMs,
    () => (faults.challenge === 'both' ? ['SHA-256', 'MD5'] : [faults.challenge]),
  )

  function admit(request: IncomingRegisterRequest | IncomingInviteRequest, role: Role): string | null {
    const { message } = request
    const number = role.asks(message).uri.user ?? ''
    const verdict = digest.judge(message.getHeader(role.credentials), message.method, number)
    switch (verdict.outcome) {
      case 'genuine':
        return number
      case 'wrong':
        request.reject({ statusCode: 403 })
        return null
      case 'ask':
        request.reject({
          statusCode: role.code,
          extraHeaders: digest.challenges(verdict.stale).map((challenge) => `${role.challenge}: ${challenge}`),
        })
        return null
    }
  }

  return {
    bindings,
    admit: (request) => admit(request, PROXY),
    answerRegister(request, flow) {
      if (faults.refuseRegister !== null) {
        request.reject({ statusCode: faults.refuseRegister })
        return
      }
      const number = admit(request, REGISTRAR)
      if (number !== null) renew(bindings, expiry, request, flow, number)
    },
  }
}
