import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerLast, dialledLine, type FakeLine, invitedLine, ourTag, say, settle } from '../../fake-line.ts'
import { request } from '../../fake-server.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function answered(headers: readonly string[]): Promise<FakeLine> {
  const begun = await invitedLine({ headers })
  await begun.line.command({ verb: 'answer', dialogId: 'd1' })
  begun.server.socket.say(request({ method: 'ACK', branch: 'z9hG4bKack', toTag: ourTag(begun) }))
  await settle()
  return begun
}

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000)

test('a session that the caller refreshes is agreed to, and lost when it does not', async () => {
  const begun = await answered(['Supported: timer', 'Session-Expires: 180'])

  const ok = begun.server.sent('200').at(-1)
  expect([ok?.header('Session-Expires'), ok?.header('Require')]).toEqual(['180;refresher=uac', 'timer'])
  await vi.advanceTimersByTimeAsync(147_000)
  expect(begun.told('ended')).toEqual([])
  await vi.advanceTimersByTimeAsync(1_000)

  expect(begun.server.sent('BYE')).toHaveLength(1)
  expect(begun.told('ended')).toMatchObject([{ cause: 'lost' }])
})

test('a refresh of the far side’s counts from anew', async () => {
  const begun = await answered(['Supported: timer', 'Session-Expires: 180;refresher=uac'])

  await minutes(1)
  say(begun, 'UPDATE', { headers: ['Supported: timer', 'Session-Expires: 180;refresher=uac'] })
  await minutes(2)

  expect(begun.server.sent('200').at(-1)?.header('Session-Expires')).toBe('180;refresher=uac')
  expect(begun.told('ended')).toEqual([])
})

test('a session that is ours to refresh is, by UPDATE where that is allowed', async () => {
  const begun = await answered([
    'Allow: INVITE, ACK, BYE, UPDATE',
    'Supported: timer',
    'Session-Expires: 180;refresher=uas',
  ])

  await vi.advanceTimersByTimeAsync(90_000)
  const [update] = begun.server.sent('UPDATE')
  await answerLast(begun, 'UPDATE', '200 OK', { headers: ['Session-Expires: 180;refresher=uac'] })
  await vi.advanceTimersByTimeAsync(90_000)

  expect(update?.header('Session-Expires')).toBe('180;refresher=uac')
  expect(begun.server.sent('UPDATE')).toHaveLength(2)
  expect(begun.told('ended')).toEqual([])
})

test('and by a new offer where it is not', async () => {
  const begun = await dialledLine(['Require: timer', 'Session-Expires: 100;refresher=uac'])

  await vi.advanceTimersByTimeAsync(50_000)

  expect(begun.server.sent('INVITE').at(-1)?.header('Session-Expires')).toBe('100;refresher=uac')
  expect(begun.server.sent('INVITE')).toHaveLength(2)
})

test('a refresh that is too short for the far side is made longer', async () => {
  const begun = await dialledLine(['Allow: UPDATE', 'Require: timer', 'Session-Expires: 100;refresher=uac'])

  await vi.advanceTimersByTimeAsync(50_000)
  await answerLast(begun, 'UPDATE', '422 Session Interval Too Small', { headers: ['Min-SE: 300'] })

  const last = begun.server.sent('UPDATE').at(-1)
  expect([last?.header('Session-Expires'), last?.header('Min-SE')]).toEqual(['300;refresher=uac', '300'])
})

test('a caller who asks for less than a minute and a half is told how much will do', async () => {
  const begun = await invitedLine({ headers: ['Supported: timer', 'Session-Expires: 30'] })

  expect(begun.server.sent('422')[0]?.header('Min-SE')).toBe('90')
  expect(begun.told('invited')).toEqual([])
})

test('a caller without timers whose proxy asked for them has them kept by us', async () => {
  const begun = await answered(['Session-Expires: 120'])

  await vi.advanceTimersByTimeAsync(60_000)

  expect(begun.server.sent('200').at(-1)?.header('Require')).toBe('')
  expect(begun.server.sent('INVITE')).toHaveLength(1)
})

test('without any agreement nothing is refreshed and nothing is lost', async () => {
  const begun = await answered([])

  await minutes(60)

  expect(begun.server.sent('INVITE')).toHaveLength(0)
  expect(begun.told('ended')).toEqual([])
})
