import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerLast, type FakeLine, say, settle, talkingLine } from '../../fake-line.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const voice = 'm=audio 4000 RTP/AVP 8\r\na=sendrecv\r\n'
const picture = `${voice}m=video 4002 RTP/AVP 96\r\na=sendrecv\r\n`
const withoutPicture = `${voice}m=video 0 RTP/AVP 96\r\n`

async function video(begun: FakeLine, on: boolean, awaited = false): Promise<Promise<void>> {
  const asked = begun.line.command({ verb: 'video', dialogId: 'd1', on, await: awaited })
  asked.catch(() => undefined)
  await settle()
  return asked
}

async function offered(begun: FakeLine, body: string, cseq: number): Promise<void> {
  say(begun, 'INVITE', { cseq, body })
  await settle()
  say(begun, 'ACK', { cseq, branch: `z9hG4bKack${cseq}` })
  await settle()
}

const agreed = { type: 'video', dialogId: 'd1', sends: true, receives: true }
const none = { type: 'video', dialogId: 'd1', sends: false, receives: false }
const lastAnswer = (begun: FakeLine) => begun.media.get('d1')?.video ?? null

test('video is added by a re-INVITE, taken away by another, and told as agreed', async () => {
  const begun = await talkingLine()

  void video(begun, true)
  await settle()
  await answerLast(begun, 'INVITE', '200 OK', { body: picture })
  void video(begun, false)
  await settle()
  await answerLast(begun, 'INVITE', '200 OK', { body: withoutPicture })

  expect(begun.told('video')).toEqual([agreed, none])
})

test('a far side that takes no video leaves the voice as it is', async () => {
  const begun = await talkingLine()

  const asked = begun.line.command({ verb: 'video', dialogId: 'd1', on: true, await: false })
  const refused = expect(asked).rejects.toThrow('takes no video')
  await settle()
  await answerLast(begun, 'INVITE', '200 OK', { body: withoutPicture })
  await refused

  expect(begun.told('video')).toEqual([])
})

test('a refused offer is not wanted later either', async () => {
  const begun = await talkingLine()

  const asked = begun.line.command({ verb: 'video', dialogId: 'd1', on: true, await: false })
  const refused = expect(asked).rejects.toThrow('refused with 488')
  await settle()
  await answerLast(begun, 'INVITE', '488 Not Acceptable Here')
  await refused
  await offered(begun, picture, 2)

  expect(begun.told('video')).toEqual([])
  expect(begun.told('video-asked')).toEqual([{ type: 'video-asked', dialogId: 'd1', asked: true }])
})

test('a far side that adds video is asked about, and gets none', async () => {
  const begun = await talkingLine()

  await offered(begun, picture, 2)

  expect(lastAnswer(begun)).toBeNull()
  expect(begun.told('video-asked')).toEqual([{ type: 'video-asked', dialogId: 'd1', asked: true }])
  expect(begun.told('video')).toEqual([])
})

test('one that was expected to is taken at its word', async () => {
  const begun = await talkingLine()

  await video(begun, true, true)
  await offered(begun, picture, 2)

  expect(begun.told('video')).toEqual([agreed])
  expect(begun.told('video-asked')).toEqual([])
})

test('video that the far side took away is asked about when it comes again', async () => {
  const begun = await talkingLine()
  await video(begun, true, true)
  await offered(begun, picture, 2)

  await offered(begun, withoutPicture, 3)
  await offered(begun, picture, 4)

  expect(begun.told('video')).toEqual([agreed, none])
  expect(begun.told('video-asked').at(-1)).toEqual({ type: 'video-asked', dialogId: 'd1', asked: true })
})

test('on hold nobody is seen, and afterwards again', async () => {
  const begun = await talkingLine()
  void video(begun, true)
  await settle()
  await answerLast(begun, 'INVITE', '200 OK', { body: picture })

  for (const held of [true, false]) {
    void begun.line.command({ verb: 'hold', dialogId: 'd1', held })
    await settle()
    await answerLast(begun, 'INVITE', '200 OK', { body: held ? `${voice}m=video 4002 x\r\na=inactive\r\n` : picture })
  }

  expect(begun.told('video')).toEqual([agreed, none, agreed])
})
