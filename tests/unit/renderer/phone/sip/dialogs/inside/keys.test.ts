import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerLast, settle, talkingLine } from '../../fake-line.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('keys go as RTP events where the far side takes them', async () => {
  const begun = await talkingLine()

  await begun.line.command({ verb: 'keys', dialogId: 'd1', keys: '12#' })

  expect(begun.media.get('d1')?.pressed).toEqual(['12#'])
  expect(begun.server.sent('INFO')).toHaveLength(0)
  expect(begun.told('keys-sent')).toEqual([{ type: 'keys-sent', dialogId: 'd1', keys: '12#' }])
})

test('and one by one as INFO where it does not', async () => {
  const begun = await talkingLine()
  Object.assign(begun.media.get('d1') ?? {}, { takesEvents: false })

  void begun.line.command({ verb: 'keys', dialogId: 'd1', keys: '5*' })
  await settle()
  expect(begun.server.sent('INFO')).toHaveLength(1)
  await answerLast(begun, 'INFO', '200 OK')
  await vi.advanceTimersByTimeAsync(70)
  await answerLast(begun, 'INFO', '200 OK')
  await vi.advanceTimersByTimeAsync(70)

  const [first, second] = begun.server.sent('INFO')
  expect(first?.header('Content-Type')).toBe('application/dtmf-relay')
  expect(first?.text).toContain('Signal=5\r\nDuration=100')
  expect(second?.text).toContain('Signal=*')
  expect(begun.told('keys-sent')).toHaveLength(1)
})

test('a far side that refuses them is said', async () => {
  const begun = await talkingLine()
  Object.assign(begun.media.get('d1') ?? {}, { takesEvents: false })

  const sent = begun.line.command({ verb: 'keys', dialogId: 'd1', keys: '5' })
  const refused = expect(sent).rejects.toThrow('415')
  await settle()
  await answerLast(begun, 'INFO', '415 Unsupported Media Type')

  await refused
  expect(begun.told('keys-sent')).toEqual([])
})

test('the next lot waits for the one before, and follows it although that failed', async () => {
  const begun = await talkingLine()
  Object.assign(begun.media.get('d1') ?? {}, { takesEvents: false })

  const first = expect(begun.line.command({ verb: 'keys', dialogId: 'd1', keys: '1' })).rejects.toThrow()
  void begun.line.command({ verb: 'keys', dialogId: 'd1', keys: '2' })
  await settle()
  expect(begun.server.sent('INFO')).toHaveLength(1)
  await answerLast(begun, 'INFO', '500 Server Error')
  await first

  expect(begun.server.sent('INFO').at(-1)?.text).toContain('Signal=2')
})

test('what is no key is refused before it is sent', async () => {
  const { line } = await talkingLine()

  await expect(line.command({ verb: 'keys', dialogId: 'd1', keys: '1x' })).rejects.toThrow('not keys')
})

test('481 to a key ends the call', async () => {
  const begun = await talkingLine()
  Object.assign(begun.media.get('d1') ?? {}, { takesEvents: false })

  const sent = expect(begun.line.command({ verb: 'keys', dialogId: 'd1', keys: '5' })).rejects.toThrow()
  await settle()
  await answerLast(begun, 'INFO', '481 Call/Transaction Does Not Exist')
  await sent

  expect(begun.told('ended')).toMatchObject([{ cause: 'lost' }])
})
