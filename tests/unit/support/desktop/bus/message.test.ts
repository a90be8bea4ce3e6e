import { expect, test } from 'vitest'
import { decodeMessage, encodeMessage, type Message, messageLength } from '../../../../support/desktop/bus/message.ts'

const CALL: Message = {
  kind: 'call',
  serial: 7,
  path: '/MenuBar',
  interface: 'com.canonical.dbusmenu',
  member: 'GetLayout',
  destination: ':1.4',
  signature: 'iias',
  body: [0, -1, ['label']],
}

test('a message is read as it was written', () => {
  expect(decodeMessage(encodeMessage(CALL))).toEqual(CALL)
})

test('the length of a message is known as soon as all of it is there', () => {
  const bytes = encodeMessage(CALL)

  expect(messageLength(bytes.subarray(0, 10))).toBeNull()
  expect(messageLength(bytes.subarray(0, -1))).toBeNull()
  expect(messageLength(Buffer.concat([bytes, bytes]))).toBe(bytes.length)
})

test('an answer says which call it answers', () => {
  const answer: Message = { kind: 'return', serial: 8, replyTo: 7, body: [] }

  expect(decodeMessage(encodeMessage(answer)).replyTo).toBe(7)
})
