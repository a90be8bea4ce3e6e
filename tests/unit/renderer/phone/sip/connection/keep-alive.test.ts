import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeepAlive } from '#renderer/phone/sip/connection/keep-alive.ts'
import type { Probe } from '#renderer/phone/sip/connection/liveness.ts'

function start() {
  const sent: Probe[] = []
  const state = { dead: 0 }
  const keepAlive = new KeepAlive({
    send: (probe) => sent.push(probe),
    onDead: () => {
      state.dead += 1
    },
  })
  return { keepAlive, sent, state }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('pings as long as it is answered', () => {
  const { keepAlive, sent, state } = start()
  keepAlive.start()

  for (let count = 0; count < 10; count++) {
    keepAlive.answered('ping')
    vi.advanceTimersByTime(2_500)
  }

  expect(sent).toHaveLength(11)
  expect(state.dead).toBe(0)
})

test('says that the socket is dead once, two seconds after the ping', () => {
  const { keepAlive, state } = start()
  keepAlive.start()
  keepAlive.answered('ping')

  vi.advanceTimersByTime(4_499)
  expect(state.dead).toBe(0)
  vi.advanceTimersByTime(60_000)

  expect(state.dead).toBe(1)
})

test('asks at once when told to, and not at all when stopped', () => {
  const { keepAlive, sent, state } = start()
  keepAlive.start()
  keepAlive.answered('ping')

  keepAlive.check()
  keepAlive.traffic()
  expect(sent).toHaveLength(2)
  keepAlive.stop()
  keepAlive.check()
  keepAlive.traffic()
  keepAlive.answered('ping')
  vi.advanceTimersByTime(60_000)

  expect(sent).toHaveLength(2)
  expect(state.dead).toBe(0)
})
