import { expect, test } from 'vitest'
import { grantedSeconds, refusal } from '#renderer/phone/sip/connection/register-answer.ts'

const instance = 'urn:uuid:6b0f5c70-5a1e-4222-8333-1234567890ab'
const ours = `<sip:1@x.invalid>;+sip.instance="<${instance.toUpperCase()}>";reg-id=1;expires=120`
const other = '<sip:1@y.invalid>;+sip.instance="<urn:uuid:0>";expires=30'

test('takes what was granted to this installation', () => {
  expect(grantedSeconds([other, ours], '60', instance, 300)).toBe(120)
})

test('takes the only contact when the registrar rewrote it', () => {
  expect(grantedSeconds(['<sip:1@10.0.0.1>;expires=90'], undefined, instance, 300)).toBe(90)
})

test('takes Expires when no contact is ours', () => {
  expect(grantedSeconds([other, other], '60', instance, 300)).toBe(60)
})

test('takes what was asked for when nothing sensible was said', () => {
  expect(grantedSeconds([], undefined, instance, 300)).toBe(300)
  expect(grantedSeconds([], '0', instance, 300)).toBe(300)
})

test.each([
  [401, false, 'wrong-password'],
  [403, false, 'wrong-password'],
  [407, false, 'wrong-password'],
  [404, false, 'refused'],
  [503, false, 'unreachable'],
  [423, false, 'refused'],
  [503, true, 'unreachable'],
  [408, true, 'no-answer'],
])('%i (made up here: %s) means %s', (code, madeUp, reason) => {
  expect(refusal(code, madeUp)).toBe(reason)
})
