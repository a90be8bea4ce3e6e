import { expect, test } from 'vitest'
import { chooseChallenge } from '#renderer/phone/sip/connection/digest/challenge.ts'

const message = (...challenges: readonly string[]) =>
  [
    'SIP/2.0 401 Unauthorized',
    ...challenges.map((one) => `WWW-Authenticate: Digest ${one}`),
    'CSeq: 1 REGISTER',
    '',
    '',
  ].join('\r\n')

const md5 = 'realm="x", nonce="1", algorithm=MD5'
const sha256 = 'realm="x", nonce="2", algorithm=SHA-256'
const sha512 = 'realm="x", nonce="3", algorithm=SHA-512-256'

test.each([
  ['the only one', [md5], [md5]],
  ['the first', [sha256, md5], [sha256]],
  ['the first, though it is the weaker', [md5, sha256], [md5]],
  ['the first that can be answered', [sha512, sha256, md5], [sha256]],
  ['none of those that cannot', [sha512, sha512], [sha512, sha512]],
  ['one without a name, which is MD5', [sha512, 'realm="x", nonce="4"'], ['realm="x", nonce="4"']],
])('of several challenges counts %s', (_, given, kept) => {
  expect(chooseChallenge(message(...given))).toBe(message(...kept))
})
