import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invitedLine, ourTag, say, settle, talkingLine } from '../../fake-line.ts'
import { request } from '../../fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('an UPDATE is answered, and said to be allowed', async () => {
  const begun = await talkingLine()

  say(begun, 'UPDATE')
  await settle()

  expect(begun.server.sent('200').at(-1)?.header('CSeq')).toBe('2 UPDATE')
  expect(begun.server.sent('200').at(-1)?.text).toMatch(/^Allow: .*UPDATE/m)
})

test('an UPDATE with an offer holds as an INVITE does', async () => {
  const begun = await talkingLine()

  say(begun, 'UPDATE', { body: 'm=audio 4000 RTP/AVP 8\r\na=sendonly\r\n' })
  await settle()

  expect(begun.server.sent('200').at(-1)?.text).toContain('our-answer')
  expect(begun.told('held-by-far-side')).toMatchObject([{ held: true }])
})

test('an UPDATE with an offer that meets one of ours is told to come again', async () => {
  const begun = await talkingLine()
  void begun.line.command({ verb: 'hold', dialogId: 'd1', held: true })
  await settle()

  say(begun, 'UPDATE', { body: 'their-offer' })
  await settle()

  expect(begun.server.sent('491')).toHaveLength(1)
})

test('an UPDATE whose offer cannot be taken is refused, and the call goes on', async () => {
  const begun = await talkingLine()

  say(begun, 'UPDATE', { body: 'refuse this' })
  await settle()

  expect(begun.server.sent('488')).toHaveLength(1)
  expect(begun.told('ended')).toEqual([])
})

test('an UPDATE says where the far side is to be reached from now on', async () => {
  const begun = await talkingLine()

  const update = request({ method: 'UPDATE', branch: 'z9hG4bKmove', cseq: 2, toTag: ourTag(begun) })
  begun.server.socket.say(update.replace('sip:server@sip.example', 'sip:moved@other.example'))
  await settle()
  await begun.line.command({ verb: 'hang-up', dialogId: 'd1' })
  await settle()

  expect(begun.server.sent('BYE')[0]?.text).toContain('BYE sip:moved@other.example')
})

test('an UPDATE before the call is answered changes nothing', async () => {
  const begun = await invitedLine()

  say(begun, 'UPDATE')
  say(begun, 'UPDATE', { cseq: 3, body: 'their-offer' })
  await settle()

  expect(begun.server.sent('200')).toHaveLength(1)
  expect(begun.server.sent('500')).toHaveLength(1)
})

test('an UPDATE out of order, and one of a call that is not there, are refused', async () => {
  const begun = await talkingLine()
  say(begun, 'UPDATE', { cseq: 5 })

  say(begun, 'UPDATE', { cseq: 4 })
  say(begun, 'UPDATE', { cseq: 6, callId: 'another' })
  await settle()

  expect([begun.server.sent('500').length, begun.server.sent('481').length]).toEqual([1, 1])
})
