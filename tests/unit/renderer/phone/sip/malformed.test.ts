import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { registeredLine, settle } from './fake-line.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const via = 'Via: SIP/2.0/WSS first.example;branch=z9hG4bK1'
const malformed: readonly (readonly [what: string, text: string])[] = [
  ['no SIP at all', 'rubbish'],
  ['a first line that is none', 'SIP/2.0 abc def\r\n\r\n'],
  ['no header fields', 'INVITE sip:67470002@sip.example SIP/2.0\r\n\r\n'],
  ['no tag, no call, no number', `INVITE sip:67470002@sip.example SIP/2.0\r\n${via}\r\nFrom: <<<\r\nCSeq: x\r\n\r\n`],
  ['far too long', `INVITE ${'x'.repeat(70_000)} SIP/2.0\r\n\r\n`],
]

test.each(malformed)('a message with %s is one line or more in the log and nothing else', async (_, text) => {
  const { server, facts, logs } = await registeredLine()
  const before = facts.length

  server.sockets.at(-1)?.say(text)
  await settle()

  expect(logs.length).toBeGreaterThan(0)
  expect(facts).toHaveLength(before)
  expect(server.sockets.at(-1)?.state.open).toBe(true)
})
