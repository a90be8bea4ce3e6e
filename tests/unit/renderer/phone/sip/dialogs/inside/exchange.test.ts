import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerLast, dialledLine, type FakeLine, say, settle, talkingLine } from '../../fake-line.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** What the far side says of the voice; anything else of a description is the media engine's affair. */
const sound = (direction: string) => `m=audio 4000 RTP/AVP 8\r\na=${direction}\r\n`

const offers = (begun: FakeLine) => begun.server.sent('INVITE').map(({ text }) => /a=(\w+)/.exec(text)?.[1])

async function hold(begun: FakeLine, held: boolean): Promise<Promise<void>> {
  const asked = begun.line.command({ verb: 'hold', dialogId: 'd1', held })
  asked.catch(() => undefined)
  await settle()
  return asked
}

async function offered(begun: FakeLine, direction: string, cseq = 2): Promise<void> {
  say(begun, 'INVITE', { cseq, body: sound(direction) })
  await settle()
  say(begun, 'ACK', { cseq, branch: `z9hG4bKack${cseq}` })
  await settle()
}

test('holds with an offer that only sends, and retrieves with one that also hears', async () => {
  const begun = await talkingLine()

  void hold(begun, true)
  await settle()
  await answerLast(begun, 'INVITE', '200 OK', { body: sound('recvonly') })
  void hold(begun, false)
  await settle()
  await answerLast(begun, 'INVITE', '200 OK', { body: sound('sendrecv') })

  expect(offers(begun)).toEqual(['sendonly', 'sendrecv'])
  expect(begun.told('hold')).toEqual([
    { type: 'hold', dialogId: 'd1', held: true },
    { type: 'hold', dialogId: 'd1', held: false },
  ])
  expect(begun.server.sent('ACK')).toHaveLength(2)
})

test('is not held before the far side has agreed, nor when it refuses', async () => {
  const begun = await talkingLine()

  const held = begun.line.command({ verb: 'hold', dialogId: 'd1', held: true })
  const refused = expect(held).rejects.toThrow('refused with 488')
  await settle()
  expect(begun.told('hold')).toEqual([])
  await answerLast(begun, 'INVITE', '488 Not Acceptable Here')
  await refused
  void begun.line.renew('d1', false)
  await settle()

  expect(begun.told('hold')).toEqual([])
  expect(offers(begun)).toEqual(['sendonly', 'sendrecv'])
})

test.each(['sendonly', 'inactive'])('the far side holds with %s, and takes back', async (direction) => {
  const begun = await talkingLine()

  await offered(begun, direction)
  await offered(begun, 'sendrecv', 3)

  expect(begun.told('held-by-far-side')).toEqual([
    { type: 'held-by-far-side', dialogId: 'd1', held: true },
    { type: 'held-by-far-side', dialogId: 'd1', held: false },
  ])
})

test('holding whoever holds us makes the sound go nowhere, and keeps both wishes apart', async () => {
  const begun = await talkingLine()
  await offered(begun, 'sendonly')

  void hold(begun, true)
  await settle()
  await answerLast(begun, 'INVITE', '200 OK', { body: sound('inactive') })
  await offered(begun, 'sendrecv', 3)

  expect(offers(begun)).toEqual(['inactive'])
  expect(begun.server.sent('200').at(-1)?.text).toContain('our-answer a=sendonly')
  expect(begun.told('held-by-far-side').map((fact) => 'held' in fact && fact.held)).toEqual([true, false])
})

test.each([
  ['who was called waits up to two seconds', talkingLine, 1_000],
  ['who called waits two to four', dialledLine, 3_050],
] as const)('glare: %s', async (_, start, waitMs) => {
  const begun = await start()
  const before = begun.server.sent('INVITE').length
  void hold(begun, true)
  await settle()
  await answerLast(begun, 'INVITE', '491 Request Pending')

  await vi.advanceTimersByTimeAsync(waitMs - 100)
  expect(begun.server.sent('INVITE')).toHaveLength(before + 1)
  await vi.advanceTimersByTimeAsync(200)
  await answerLast(begun, 'INVITE', '200 OK', { body: sound('recvonly') })

  expect(begun.server.sent('INVITE')).toHaveLength(before + 2)
  expect(begun.told('hold')).toHaveLength(1)
})

test('an offer that meets one of ours is told to come again, and ours goes through', async () => {
  const begun = await talkingLine()
  void hold(begun, true)
  await settle()

  await offered(begun, 'sendonly')
  await answerLast(begun, 'INVITE', '200 OK', { body: sound('recvonly') })

  expect(begun.server.sent('491')).toHaveLength(1)
  expect(begun.told('hold')).toHaveLength(1)
  expect(begun.told('held-by-far-side')).toEqual([])
})

test('while an offer of the far side is not acknowledged, ours waits', async () => {
  const begun = await talkingLine()
  say(begun, 'INVITE', { body: sound('sendonly') })
  await settle()

  void hold(begun, true)
  await settle()
  expect(begun.server.sent('INVITE')).toHaveLength(0)
  say(begun, 'ACK', { branch: 'z9hG4bKack2' })
  await settle()

  expect(offers(begun)).toEqual(['inactive'])
})

test.each(['481 Call/Transaction Does Not Exist', '408 Request Timeout'])('%s ends the call', async (status) => {
  const begun = await talkingLine()
  void hold(begun, true)
  await settle()

  await answerLast(begun, 'INVITE', status)

  expect(begun.told('ended')).toEqual([{ type: 'ended', dialogId: 'd1', cause: 'lost' }])
})

test('an INVITE without an offer is answered with one, and its answer comes with the ACK', async () => {
  const begun = await talkingLine()

  say(begun, 'INVITE')
  await settle()
  say(begun, 'ACK', { branch: 'z9hG4bKack2', body: sound('sendonly') })
  await settle()

  expect(begun.server.sent('200').at(-1)?.text).toContain('our-offer')
  expect(begun.media.get('d1')?.heard.at(-1)).toContain('answer m=audio')
  expect(begun.told('held-by-far-side')).toHaveLength(1)
})

test('what was asked over a connection that is lost is asked again over the next', async () => {
  const begun = await talkingLine()
  void hold(begun, true)
  await settle()

  begun.server.socket.drop()
  await settle()
  await answerLast(begun, 'INVITE', '200 OK', { body: sound('recvonly') })

  expect(offers(begun).slice(0, 2)).toEqual(['sendonly', 'sendonly'])
  expect(begun.told('hold')).toHaveLength(1)
  expect(begun.told('ended')).toEqual([])
})

test('a description that cannot be taken ends the call, and says why', async () => {
  const begun = await talkingLine()
  void hold(begun, true)
  await settle()

  await answerLast(begun, 'INVITE', '200 OK', { body: 'refuse this' })

  expect(begun.server.sent('BYE')[0]?.header('Reason')).toContain('488')
  expect(begun.told('ended')).toHaveLength(1)
})

test('an offer that cannot be taken is refused, and the call goes on', async () => {
  const begun = await talkingLine()

  say(begun, 'INVITE', { body: 'refuse this' })
  await settle()
  void hold(begun, true)
  await settle()

  expect(begun.server.sent('488')).toHaveLength(1)
  expect(offers(begun)).toEqual(['sendonly'])
  expect(begun.told('ended')).toEqual([])
})
