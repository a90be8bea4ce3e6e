import type { Line, RegistrationFailure, SignInFailure, SignInResult } from '#contract'
import type { Attempt } from './secrets.ts'

/** How long a softphone without a gateway may take to register before the form says so. */
const REGISTER_MS = 15_000

type Refusal = Extract<SignInResult, { ok: false }>

export interface LineProof {
  /** The next registration proves this attempt's softphone password right. */
  expect(attempt: Attempt): void
  /** The same, and waited for: null once registered. */
  wait(attempt: Attempt): Promise<Refusal | null>
  forget(): void
  lineChanged(line: Line): void
}

/** A softphone password is right when the registrar has taken it, and only then worth keeping. */
export function createLineProof(onProved: (attempt: Attempt) => void): LineProof {
  let expected: Attempt | null = null
  let settle: (refusal: Refusal | null) => void = () => undefined
  return {
    expect: (attempt) => {
      expected = attempt
    },
    wait: (attempt) =>
      new Promise((resolve) => {
        expected = attempt
        const timer = setTimeout(() => resolve({ ok: false, reason: 'no-answer' }), REGISTER_MS)
        settle = (refusal) => {
          clearTimeout(timer)
          resolve(refusal)
        }
      }),
    forget: () => {
      expected = null
      settle({ ok: false, reason: 'no-answer' })
    },
    lineChanged: ({ registration }) => {
      if (!expected) return
      if (registration.status === 'registered') {
        onProved(expected)
        expected = null
        settle(null)
      } else if (registration.status === 'failed') {
        const retcode = registration.code === undefined ? {} : { retcode: String(registration.code) }
        settle({ ok: false, reason: LINE_FAILURES[registration.reason], ...retcode })
      }
    },
  }
}

const LINE_FAILURES: Readonly<Record<RegistrationFailure, SignInFailure>> = {
  'wrong-password': 'wrong-credentials',
  unreachable: 'gateway-unreachable',
  untrusted: 'gateway-untrusted',
  refused: 'refused',
  'no-answer': 'no-answer',
}
