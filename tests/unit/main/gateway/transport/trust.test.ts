import { expect, test } from 'vitest'
import { codeOf, failureOf } from '#main/gateway/transport/trust.ts'

function error(code: string): Error {
  return Object.assign(new Error('secret address'), { code })
}

test.each([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'INVALID_CA',
])('%s is a certificate nobody vouches for', (code) => {
  expect(failureOf(error(code), false)).toEqual({ kind: 'untrusted' })
})

test.each(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'HPE_INVALID_CONSTANT'])('%s is another tongue', (code) => {
  expect(failureOf(error(code), false)).toEqual({ kind: 'garbled' })
})

test.each(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ECONNRESET'])('%s depends on what had been sent', (code) => {
  expect(failureOf(error(code), false)).toEqual({ kind: 'not-connected' })
  expect(failureOf(error(code), true)).toEqual({ kind: 'no-answer' })
})

test('a log gets the code of an error and nothing else', () => {
  expect(codeOf(error('ECONNRESET'))).toBe('ECONNRESET')
  expect(codeOf(new Error('secret address'))).toBe('unknown')
  expect(codeOf('secret')).toBe('unknown')
})
