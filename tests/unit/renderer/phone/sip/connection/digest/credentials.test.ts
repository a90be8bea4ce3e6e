import { createHash } from 'node:crypto'
import { Core } from 'sip.js'
import { expect, test } from 'vitest'
import { Credentials } from '#renderer/phone/sip/connection/digest/credentials.ts'

const loggers = new Core.LoggerFactory()
loggers.builtinEnabled = false
const aor = new Core.URI('sip', '67470002', 'sip.example')
const request = new Core.OutgoingRequestMessage('REGISTER', aor, aor, aor)
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const value = (header: string, name: string) => new RegExp(`[ ,]${name}="?([^",]+)`).exec(header)?.[1] ?? ''

const credentials = () => new Credentials(loggers, '67470002', () => 'right')

test('answers SHA-256 with quality of protection', () => {
  const ours = credentials()

  expect(ours.authenticate(request, { algorithm: 'SHA-256', realm: 'r', nonce: 'n', qop: ['auth'], opaque: 'o' })).toBe(
    true,
  )

  const header = ours.toString()
  const asked = hash('REGISTER:sip:67470002@sip.example')
  const expected = hash([hash('67470002:r:right'), 'n', '00000001', value(header, 'cnonce'), 'auth', asked].join(':'))
  expect(value(header, 'response')).toBe(expected)
  expect(header).toContain('algorithm=SHA-256')
  expect(header).toContain('opaque="o"')
})

test('and without', () => {
  const ours = credentials()

  ours.authenticate(request, { algorithm: 'SHA-256', realm: 'r', nonce: 'n' })

  const asked = hash('REGISTER:sip:67470002@sip.example')
  expect(value(ours.toString(), 'response')).toBe(hash([hash('67470002:r:right'), 'n', asked].join(':')))
})

test('answers MD5 as before', () => {
  const ours = credentials()

  expect(ours.authenticate(request, { realm: 'r', nonce: 'n' })).toBe(true)

  expect(value(ours.toString(), 'response')).toHaveLength(32)
})

test.each([
  { algorithm: 'SHA-256', nonce: 'n' },
  { algorithm: 'SHA-256', realm: 'r', nonce: 'n', qop: ['auth-int'] },
  { algorithm: 'SHA-512-256', realm: 'r', nonce: 'n' },
])('does not answer %j', (challenge) => {
  expect(credentials().authenticate(request, challenge)).toBe(false)
})
