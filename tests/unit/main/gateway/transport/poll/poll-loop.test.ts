import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { GatewayResult } from '#main/gateway/gateway.ts'
import { poll } from '#main/gateway/transport/poll/poll-loop.ts'
import type { Envelope } from '#main/gateway/wire/envelope.ts'
import { keepLog } from '../../support/collect.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** A gateway that holds each poll so long and then says what the test says. */
function start(holdMs: number, say: (count: number) => Partial<Envelope> | 'nothing') {
  const told: string[] = []
  const asked: number[] = []
  const log = keepLog()
  let over = false
  const begin = Date.now()
  const done = poll({
    agentId: '6002',
    now: Date.now,
    log,
    isOver: () => over,
    listeners: {
      onEvents: (events) => told.push(...events.map(String)),
      onAccepted: () => told.push('accepted'),
      onRefused: (retcode) => told.push(retcode),
    },
    send: async () => {
      asked.push(Date.now() - begin)
      await new Promise((resolve) => setTimeout(resolve, holdMs))
      const said = say(asked.length)
      const failed: GatewayResult<Envelope> = { ok: false, failure: { kind: 'no-answer' } }
      const value = { retcode: '0', message: '', result: undefined, events: [], ...(said === 'nothing' ? {} : said) }
      return said === 'nothing' ? failed : { ok: true, value }
    },
  })
  return {
    log,
    told,
    asked,
    done,
    stop: () => {
      over = true
    },
  }
}

test('one poll at a time, the next one at once after an event', async () => {
  const { asked, told, stop } = start(10, (count) => ({ events: [`event ${count}`] }))

  await vi.advanceTimersByTimeAsync(35)

  expect(asked).toEqual([0, 10, 20, 30])
  expect(told.filter((what) => what !== 'accepted')).toEqual(['event 1', 'event 2', 'event 3'])
  stop()
})

test('half a second later after an empty answer that was not held', async () => {
  const { asked, stop } = start(10, () => ({}))

  await vi.advanceTimersByTimeAsync(1_100)

  expect(asked).toEqual([0, 510, 1_020])
  stop()
})

test('at once after an empty answer that was held', async () => {
  const { asked, stop } = start(10_000, () => ({}))

  await vi.advanceTimersByTimeAsync(20_500)

  expect(asked).toEqual([0, 10_000, 20_000])
  stop()
})

test('slower and slower while it is refused', async () => {
  const { asked, told, stop } = start(10, () => ({ retcode: '000-004' }))

  await vi.advanceTimersByTimeAsync(60_000)

  expect(asked.slice(0, 4)).toEqual([0, 510, 1_520, 3_030])
  expect(asked.length).toBeLessThan(25)
  expect(told[0]).toBe('000-004')
  stop()
})

test('a poll that is not answered ends it', async () => {
  const { asked, done, log } = start(20_000, () => 'nothing')

  await vi.advanceTimersByTimeAsync(20_000)

  await done
  expect(asked).toHaveLength(1)
  expect(log.lines).toEqual(['Poll not answered {"failure":"no-answer","ms":20000}'])
})
