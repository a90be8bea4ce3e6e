import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { registeredLine, settle } from './fake-line.ts'
import { answer, challenge } from './fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('dials out, through a challenge, ringing and answer', async () => {
  const { line, server, facts, secrets } = await registeredLine()

  await line.command({ verb: 'dial', dialogId: 'ours', number: '10086#' })
  await settle()
  const [first] = server.sent('INVITE')
  if (first !== undefined) server.socket.say(answer(first, '401 Unauthorized', challenge))
  await settle()
  const invite = server.sent('INVITE')[1]
  if (invite === undefined) throw new Error('the challenge was not answered')
  server.socket.say(answer(invite, '180 Ringing', ['Contact: <sip:s@x>']))
  await settle()
  server.socket.say(answer(invite, '200 OK', ['Contact: <sip:s@x>'], 'their-answer'))
  await settle()

  expect(first?.text).toContain('INVITE sip:10086%23@sip.example SIP/2.0')
  expect(secrets.asked).toBe(1)
  expect(facts.slice(2).map(({ type }) => type)).toEqual(['dialling', 'far-side-rings', 'established'])
  expect(server.sent('ACK').length).toBeGreaterThan(0)
})

test.each([
  ['486 Busy Here', { cause: 'refused', code: 486 }],
  ['404 Not Found', { cause: 'refused', code: 404 }],
  ['302 Moved Temporarily', { cause: 'refused', code: 302 }],
])('%s ends what was dialled', async (status, ending) => {
  const { line, server, told } = await registeredLine()

  await line.command({ verb: 'dial', dialogId: 'ours', number: '10086' })
  await settle()
  const [invite] = server.sent('INVITE')
  if (invite !== undefined) server.socket.say(answer(invite, status, ['Contact: <sip:s@x>']))
  await settle()

  expect(told('ended')).toEqual([{ type: 'ended', dialogId: 'ours', ...ending }])
})

test('hanging up what rings at the far side cancels it', async () => {
  const { line, server, told } = await registeredLine()
  await line.command({ verb: 'dial', dialogId: 'ours', number: '10086' })
  await settle()
  const [invite] = server.sent('INVITE')
  if (invite !== undefined) server.socket.say(answer(invite, '180 Ringing', ['Contact: <sip:s@x>']))
  await settle()

  await line.command({ verb: 'hang-up', dialogId: 'ours' })
  await settle()

  expect(server.sent('CANCEL')).toHaveLength(1)
  expect(told('ended')).toEqual([{ type: 'ended', dialogId: 'ours', cause: 'we-ended' }])
})

test('a call that no answer ever comes to has failed', async () => {
  const { line, told } = await registeredLine()

  await line.command({ verb: 'dial', dialogId: 'ours', number: '10086' })
  await vi.advanceTimersByTimeAsync(33_000)

  expect(told('ended')).toEqual([{ type: 'ended', dialogId: 'ours', cause: 'failed' }])
})
