import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invitedLine, ourTag, registeredLine, say, settle } from './fake-line.ts'
import { answer, request } from './fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('an INVITE without an offer is answered with ours, and the answer comes with the ACK', async () => {
  const begun = await invitedLine({ body: '' })

  await begun.line.command({ verb: 'answer', dialogId: 'd1' })
  begun.server.socket.say(request({ method: 'ACK', branch: 'z9hG4bKack', toTag: ourTag(begun), body: 'their-answer' }))
  await settle()

  expect(begun.server.sent('200').at(-1)?.text).toContain('our-offer')
  expect(begun.media.get('d1')?.heard).toEqual(['answer their-answer'])
  expect(begun.told('established')).toHaveLength(1)
})

test('a caller that requires it is told reliably that it rings, and answered after its PRACK', async () => {
  const begun = await invitedLine({ headers: ['Require: 100rel'] })
  const [ringing] = begun.server.sent('180')

  void begun.line.command({ verb: 'answer', dialogId: 'd1' })
  await settle()
  expect(begun.told('established')).toEqual([])
  say(begun, 'PRACK', { headers: [`RAck: ${ringing?.header('RSeq')} 1 INVITE`] })
  await settle()

  expect(ringing?.header('Require')).toContain('100rel')
  expect(ringing?.text).toContain('our-answer')
  expect(begun.server.sent('200').map((sent) => sent.header('CSeq'))).toEqual(['2 PRACK', '1 INVITE'])
  expect(begun.told('established')).toHaveLength(1)
})

test('ringing that the far side tells reliably is acknowledged', async () => {
  const { line, server, told } = await registeredLine()
  await line.command({ verb: 'dial', dialogId: 'ours', number: '10086' })
  await settle()
  const [invite] = server.sent('INVITE')
  const headers = ['Contact: <sip:s@x>', 'Require: 100rel', 'RSeq: 7']
  if (invite !== undefined) server.socket.say(answer(invite, '180 Ringing', headers))
  await settle()

  expect(invite?.header('Supported')).toMatch(/100rel/)
  expect(server.sent('PRACK')[0]?.header('RAck')).toBe(`7 ${invite?.header('CSeq')}`)
  expect(told('far-side-rings')).toHaveLength(1)
})

test('of two that answer the first is talked to, the second is told that it is over', async () => {
  const { line, server, told } = await registeredLine()
  await line.command({ verb: 'dial', dialogId: 'ours', number: '10086' })
  await settle()
  const [invite] = server.sent('INVITE')
  if (invite === undefined) throw new Error('nothing was dialled')
  const first = answer(invite, '200 OK', ['Contact: <sip:one@x>'], 'their-answer')
  server.socket.say(first)
  await settle()
  server.socket.say(first.replace('tag=server', 'tag=other').replace('sip:one@x', 'sip:two@x'))
  await settle()

  expect(server.sent('ACK').map(({ text }) => text.split(' ')[1])).toEqual(['sip:one@x', 'sip:two@x'])
  expect(server.sent('BYE').map(({ text }) => text.split(' ')[1])).toEqual(['sip:two@x'])
  expect([told('established').length, told('ended').length]).toEqual([1, 0])
})
