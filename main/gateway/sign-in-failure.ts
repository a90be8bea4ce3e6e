import type { SignInFailure } from '#contract'
import type { GatewayFailure } from './gateway.ts'

/** spec/ccgateway.md 3.1, "Errors", and 110-0xx of chapter 17. */
const byRetcode: Readonly<Record<string, SignInFailure>> = {
  '100-002': 'already-signed-in',
  '100-004': 'wrong-credentials',
  '100-012': 'wrong-agent-type',
  '100-013': 'softphone-number-invalid',
  '100-014': 'softphone-number-out-of-range',
  '100-015': 'already-signed-in-elsewhere-for-good',
  '110-016': 'account-locked',
  '110-021': 'account-locked',
}

/** Too many agents comes as a sentence, not as a code (1.2). */
const licenceText = /exceed\w* .*permitted|number of (login|video) agents/i

/** What a failed sign-in means to the agent. */
export function signInFailure(failure: GatewayFailure): SignInFailure {
  switch (failure.kind) {
    case 'no-answer':
      return 'no-answer'
    case 'not-connected':
      return 'gateway-unreachable'
    case 'untrusted':
      return 'gateway-untrusted'
    case 'garbled':
      return 'gateway-speaks-otherwise'
    case 'refused':
      if (licenceText.test(failure.message)) return 'licence-full'
      return Object.hasOwn(byRetcode, failure.retcode) ? (byRetcode[failure.retcode] ?? 'refused') : 'refused'
  }
}
