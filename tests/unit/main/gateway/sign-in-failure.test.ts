import { expect, test } from 'vitest'
import { signInFailure } from '#main/gateway/sign-in-failure.ts'

test.each([
  ['100-002', 'already-signed-in'],
  ['100-004', 'wrong-credentials'],
  ['100-012', 'wrong-agent-type'],
  ['100-013', 'softphone-number-invalid'],
  ['100-014', 'softphone-number-out-of-range'],
  ['100-015', 'already-signed-in-elsewhere-for-good'],
  ['110-016', 'account-locked'],
  ['110-021', 'account-locked'],
  ['100-003', 'refused'],
  ['toString', 'refused'],
])('%s means %s', (retcode, reason) => {
  expect(signInFailure({ kind: 'refused', retcode, message: '' })).toBe(reason)
})

test.each([
  'The number of login agents has exceeded that permitted for this VDN.',
  'The number of video agents has exceeded that permitted for this VDN.',
])('too many agents come as a sentence under any code: %s', (message) => {
  expect(signInFailure({ kind: 'refused', retcode: '100-007', message })).toBe('licence-full')
})

test.each([
  ['no-answer', 'no-answer'],
  ['not-connected', 'gateway-unreachable'],
  ['untrusted', 'gateway-untrusted'],
  ['garbled', 'gateway-speaks-otherwise'],
] as const)('%s means %s', (kind, reason) => {
  expect(signInFailure({ kind })).toBe(reason)
})
