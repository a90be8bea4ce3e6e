import { Core } from 'sip.js'
import { expect, test } from 'vitest'
import { Secret } from '#renderer/phone/sip/connection/secret.ts'

const loggers = new Core.LoggerFactory()
loggers.builtinEnabled = false

const challenge = { realm: 'sip.example', nonce: 'n', qop: ['auth'] }

function request() {
  const aor = new Core.URI('sip', '67470002', 'sip.example')
  return new Core.OutgoingRequestMessage('REGISTER', aor, aor, aor)
}

function answerOf(credentials: Core.DigestAuthentication | undefined): string {
  credentials?.authenticate(request(), { ...challenge, qop: undefined })
  return credentials?.toString() ?? ''
}

test('is at hand while a challenge is delivered', async () => {
  const secret = new Secret(() => Promise.resolve('right'))
  let answer = ''

  await secret.during(() => {
    answer = answerOf(secret.credentials('67470002', loggers))
  })

  expect(answer).toContain('username="67470002"')
  expect(answer).not.toContain('right')
})

test('is kept nowhere afterwards, not even by the credentials that used it', async () => {
  const secret = new Secret(() => Promise.resolve('right'))
  let credentials: Core.DigestAuthentication | undefined
  let during = ''

  await secret.during(() => {
    credentials = secret.credentials('67470002', loggers)
    during = answerOf(credentials)
  })

  expect(secret.credentials('67470002', loggers)).toBeUndefined()
  expect(answerOf(credentials)).not.toBe(during)
  expect(Object.values(credentials ?? {})).not.toContain('right')
})

test('a challenge arrives bare when there is no secret', async () => {
  const secret = new Secret(() => Promise.resolve(null))
  let credentials: Core.DigestAuthentication | undefined
  let delivered = false

  await secret.during(() => {
    delivered = true
    credentials = secret.credentials('67470002', loggers)
  })

  expect(delivered).toBe(true)
  expect(credentials).toBeUndefined()
})
