import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskNumber, redactDetails, redactText } from '#main/log/redact.ts'

describe('redactText', () => {
  test.each([
    ['Authorization: Digest username="67470002", response="0af3"', '0af3'],
    ['{"password":"hunter2","phonenum":"67470002"}', 'hunter2'],
    ['{"newPassword": "a \\" b", "x": 1}', 'b"'],
    ['set-guid: JSESSIONID=abc123', 'abc123'],
    ['guid=abc-123-def', 'abc-123-def'],
    ['access_token=eyJhbGciOi', 'eyJhbGciOi'],
    ['wss://6002:geheim@host/ws', 'geheim'],
    ['got v=0\r\no=- 1 2 IN IP4 10.0.0.1\r\na=ice-pwd:xyz', 'ice-pwd'],
    ['escaped "v=0\\r\\no=- 1 2 IN IP4 10.0.0.1"', 'IP4'],
    ['INVITE from +86 138 1234 5678', '1234 5678'],
  ])('%s loses its secret', (text, secret) => {
    expect(redactText(text)).not.toContain(secret)
  })

  test('leaves what helps to find a fault', () => {
    const text = 'wss://10.20.30.40:38043/ws closed with 1006 after 25000 ms, agent 6002'

    expect(redactText(text)).toBe(text)
  })

  test('keeps the last three digits of a number', () => {
    expect(redactText('from sip:13812345678@host')).toBe('from sip:…678@host')
  })

  test('no run of seven digits survives, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1_000_000, max: 99_999_999_999 }),
        fc.string(),
        (before, digits, after) => !redactText(`${before}${digits}${after}`).includes(String(digits)),
      ),
    )
  })
})

describe('redactDetails', () => {
  test('a value is judged by its name', () => {
    const details = { password: 'hunter2', guid: 'abc', caller: '67470002', callId: '1455885056-1130', ms: 12345678 }

    expect(redactDetails(details)).toEqual({
      password: '[redacted]',
      guid: '[redacted]',
      caller: '…002',
      callId: '1455885056-1130',
      ms: 12345678,
    })
  })

  test('an absent secret is seen to be absent', () => {
    expect(redactDetails({ password: null, token: '' })).toEqual({ password: null, token: '' })
  })
})

test('a short number is a name and stays', () => {
  expect(maskNumber('112')).toBe('112')
})
