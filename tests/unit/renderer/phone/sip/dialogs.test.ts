import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invitedLine, ourTag, registeredLine, settle, startLine, talkingLine } from './fake-line.ts'
import { answer, request } from './fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('an INVITE is told, and rings at the far side at once', async () => {
  const { told, server } = await invitedLine()

  expect(told('invited')).toEqual([{ type: 'invited', dialogId: 'd1', number: '13800001111', name: 'Alice' }])
  expect(server.sent('180')).toHaveLength(1)
})

test('the asserted identity is believed before From', async () => {
  const { told } = await invitedLine({ headers: ['P-Asserted-Identity: "Shop" <sip:4008001234@sip.example>'] })

  expect(told('invited')).toMatchObject([{ number: '4008001234', name: 'Shop' }])
})

test('a name that breaks its own quotes does not lose the call', async () => {
  const { told } = await invitedLine({ from: '"\u202eEvil" <script>" <sip:1380@sip.example>' })

  expect(told('invited')).toMatchObject([{ number: '1380' }])
})

test('is answered with a description of our own', async () => {
  const { told, server, media } = await talkingLine()

  expect(server.sent('200').at(-1)?.text).toContain('our-answer')
  expect(media.get('d1')?.heard).toEqual(['offer their-offer'])
  expect(told('established')).toEqual([{ type: 'established', dialogId: 'd1' }])
})

test('the far side hangs up', async () => {
  const begun = await talkingLine()

  begun.server.socket.say(request({ method: 'BYE', branch: 'z9hG4bKbye', toTag: ourTag(begun), cseq: 2 }))
  await settle()

  expect(begun.told('ended')).toEqual([{ type: 'ended', dialogId: 'd1', cause: 'far-side-hung-up' }])
  expect(begun.media.get('d1')?.closed).toBe(true)
})

test('we hang up', async () => {
  const { line, server, told } = await talkingLine()

  await line.command({ verb: 'hang-up', dialogId: 'd1' })
  await settle()

  expect(server.sent('BYE')).toHaveLength(1)
  expect(told('ended')).toEqual([{ type: 'ended', dialogId: 'd1', cause: 'we-ended' }])
})

test('we hang up before the far side acknowledged the answer', async () => {
  const begun = await invitedLine()
  await begun.line.command({ verb: 'answer', dialogId: 'd1' })

  void begun.line.command({ verb: 'hang-up', dialogId: 'd1' })
  await settle()
  expect(begun.told('ended')).toMatchObject([{ cause: 'we-ended' }])
  begun.server.socket.say(request({ method: 'ACK', branch: 'z9hG4bKack', toTag: ourTag(begun) }))
  await settle()

  expect(begun.server.sent('BYE')).toHaveLength(1)
})

test('we hang up while the line is down: the far side learns of it when the line is back', async () => {
  const { line, server, told } = await talkingLine()
  for (const url of ['wss://first.example/ws', 'wss://second.example/ws']) server.down.add(url)
  server.socket.drop()
  await settle()

  await line.command({ verb: 'hang-up', dialogId: 'd1' })
  expect(told('ended')).toMatchObject([{ cause: 'we-ended' }])
  server.down.clear()
  await vi.advanceTimersByTimeAsync(15_000)

  expect(server.sent('BYE')).toHaveLength(1)
  expect(server.sent('INVITE')).toHaveLength(0)
})

test('the caller gives up', async () => {
  const { server, told } = await invitedLine()

  server.socket.say(request({ method: 'CANCEL', branch: 'z9hG4bKcall-1' }))
  await settle()

  expect(told('ended')).toEqual([{ type: 'ended', dialogId: 'd1', cause: 'cancelled' }])
  expect(server.sent('487')).toHaveLength(1)
})

test('we decline, with the code that was asked for', async () => {
  const { line, server, told } = await invitedLine()

  await line.command({ verb: 'decline', dialogId: 'd1', code: 603 })
  await settle()

  expect(server.sent('603')).toHaveLength(1)
  expect(told('ended')).toMatchObject([{ cause: 'we-ended' }])
})

test('hanging up a call that rings refuses it', async () => {
  const { line, server } = await invitedLine()

  await line.command({ verb: 'hang-up', dialogId: 'd1' })

  await settle()
  expect(server.sent('486')).toHaveLength(1)
})

test('a description that cannot be taken refuses the call and fails the answer', async () => {
  const { line, server, told } = await invitedLine({ body: 'refuse this' })

  await expect(line.command({ verb: 'answer', dialogId: 'd1' })).rejects.toThrow('not a description')
  await settle()

  expect(server.sent('480')).toHaveLength(1)
  expect(told('ended')).toMatchObject([{ cause: 'failed' }])
})

test('a second call is told too, a fourth is busy', async () => {
  const { server, told } = await invitedLine()

  for (const callId of ['call-2', 'call-3', 'call-4'])
    server.socket.say(request({ method: 'INVITE', callId, cseq: 1, body: 'their-offer' }))
  await settle()

  expect(told('invited')).toHaveLength(3)
  expect(server.sent('486')).toHaveLength(1)
})

test('a REFER is refused: nobody dials with this phone but its agent', async () => {
  const begun = await talkingLine()

  const headers = ['Refer-To: <sip:premium@sip.example>']
  begun.server.socket.say(request({ method: 'REFER', branch: 'z9hG4bKrefer', toTag: ourTag(begun), cseq: 2, headers }))
  await settle()

  expect(begun.server.sent('INVITE')).toHaveLength(0)
  expect(begun.server.sent('603')).toHaveLength(1)
})

test('a call that nobody answers is over before it rings for ever', async () => {
  const { told } = await invitedLine()

  await vi.advanceTimersByTimeAsync(185_000)

  expect(told('ended')).toMatchObject([{ cause: 'failed' }])
})

test('after a lost socket every live dialog is renewed once, and goes on', async () => {
  const begun = await talkingLine()

  begun.server.socket.drop()
  await settle()
  const [renewal] = begun.server.sent('INVITE')
  if (renewal !== undefined) begun.server.socket.say(answer(renewal, '200 OK', ['Contact: <sip:s@x>'], 'their-answer'))
  await settle()

  expect(begun.server.sent('INVITE')).toHaveLength(1)
  expect(renewal?.text).toContain('our-offer')
  expect(begun.media.get('d1')?.heard.at(-1)).toBe('answer their-answer')
  expect(begun.told('ended')).toEqual([])
})

test('a dialog the far side no longer knows is lost', async () => {
  const begun = await talkingLine()

  begun.server.socket.drop()
  await settle()
  const [renewal] = begun.server.sent('INVITE')
  if (renewal !== undefined) begun.server.socket.say(answer(renewal, '481 Call/Transaction Does Not Exist'))
  await settle()

  expect(begun.told('ended')).toEqual([{ type: 'ended', dialogId: 'd1', cause: 'lost' }])
})

test('when both sides renewed at once, ours is repeated a little later', async () => {
  const begun = await talkingLine()

  begun.server.socket.drop()
  await settle()
  const [renewal] = begun.server.sent('INVITE')
  if (renewal !== undefined) begun.server.socket.say(answer(renewal, '491 Request Pending'))
  await settle()
  expect(begun.server.sent('INVITE')).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2_000)

  expect(begun.server.sent('INVITE')).toHaveLength(2)
  expect(begun.told('ended')).toEqual([])
})

test('a broken path is mended by a new offer with new candidates', async () => {
  const { line, server } = await talkingLine()

  void line.renew('d1', true)
  await settle()

  expect(server.sent('INVITE')[0]?.text).toContain('our-new-offer')
})

test.each([
  ['answer', { verb: 'answer', dialogId: 'nobody' }],
  ['decline', { verb: 'decline', dialogId: 'nobody', code: 486 }],
  ['hang-up', { verb: 'hang-up', dialogId: 'nobody' }],
] as const)('%s of a dialog that is not there is refused', async (_, command) => {
  const { line } = await registeredLine()

  await expect(line.command(command)).rejects.toThrow('no such call')
})

test('without a line there is nothing to dial with', async () => {
  const { line } = startLine()

  await expect(line.command({ verb: 'dial', dialogId: 'ours', number: '10086' })).rejects.toThrow('no line')
})

test('giving the line up ends every dialog', async () => {
  const { line, server, told } = await talkingLine()

  line.serve(null)
  await settle()

  expect(server.sent('BYE')).toHaveLength(1)
  expect(told('ended')).toHaveLength(1)
})

test('what SIP.js cannot read is logged in one line, without its contents', async () => {
  const { server, logs } = await registeredLine()

  server.socket.say('INVITE sip:13800001111@x\r\nnonsense\r\n\r\n')
  server.socket.say('x'.repeat(70_000))
  await settle()

  expect(logs).toHaveLength(2)
})
