import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHeart } from '#main/gateway/transport/websocket/heart.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

function start() {
  const onDead = vi.fn()
  const clock = { ahead: 0 }
  const pings: number[] = []
  const heart = createHeart({ ping: () => pings.push(Date.now()), onDead, now: () => Date.now() + clock.ahead })
  return { heart, onDead, pings, clock }
}

test('asks at once and then every second', () => {
  const { pings, heart } = start()

  for (let second = 0; second < 3; second += 1) {
    heart.beat()
    vi.advanceTimersByTime(1_000)
  }

  expect(pings).toHaveLength(4)
})

test('a peer that fell silent is dead within four seconds', () => {
  const { heart, onDead } = start()
  heart.beat()
  vi.advanceTimersByTime(3_999)
  expect(onDead).not.toHaveBeenCalled()

  vi.advanceTimersByTime(1)
  expect(onDead).toHaveBeenCalledOnce()
})

test('a peer that answers lives', () => {
  const { heart, onDead } = start()

  for (let second = 0; second < 600; second += 3) {
    heart.beat()
    vi.advanceTimersByTime(3_000)
  }

  expect(onDead).not.toHaveBeenCalled()
})

test('a peer that never answers pings is given a minute', () => {
  const { onDead } = start()
  vi.advanceTimersByTime(59_000)
  expect(onDead).not.toHaveBeenCalled()

  vi.advanceTimersByTime(1_000)
  expect(onDead).toHaveBeenCalled()
})

test('after a sleep of the machine one second decides', () => {
  const { heart, onDead, clock } = start()
  heart.beat()
  clock.ahead = 600_000
  vi.advanceTimersByTime(1_000)
  expect(onDead).not.toHaveBeenCalled()

  vi.advanceTimersByTime(1_000)
  expect(onDead).toHaveBeenCalledOnce()
})

test('a clock that jumps costs a living peer nothing', () => {
  const { heart, onDead, clock } = start()
  for (const jump of [3_600_000, -3_600_000, 0]) {
    clock.ahead = jump
    vi.advanceTimersByTime(1_000)
    heart.beat()
  }

  expect(onDead).not.toHaveBeenCalled()
})

test('asked to check, it leaves a whole second for the answer', () => {
  const { heart, onDead } = start()
  heart.beat()
  vi.advanceTimersByTime(990)
  heart.check()
  vi.advanceTimersByTime(999)
  expect(onDead).not.toHaveBeenCalled()

  vi.advanceTimersByTime(1)
  expect(onDead).toHaveBeenCalledOnce()
})

test('stopped, it is dead to nobody', () => {
  const { heart, onDead } = start()
  heart.beat()

  heart.stop()
  vi.advanceTimersByTime(60_000)

  expect(onDead).not.toHaveBeenCalled()
})
