import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Bridge } from '#contract'
import { nothingWanted } from '#renderer/phone/line.ts'
import { Reporter } from '#renderer/phone/reporter.ts'

function start() {
  const asked: [string, unknown][] = []
  const state = { gone: false, losses: 0, wanted: 0 }
  const request = (name: string, input: unknown) => {
    asked.push([name, input])
    if (state.gone) return Promise.reject(new Error('gone'))
    return Promise.resolve(name === 'line.started' ? nothingWanted : undefined)
  }
  const bridge = { request } as Pick<Bridge<'phone'>, 'request'>
  const reporter = new Reporter({
    bridge,
    onLoss: () => {
      state.losses += 1
    },
    onWanted: () => {
      state.wanted += 1
    },
  })
  return { reporter, asked, state }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('asks what is wanted at the start', async () => {
  const { reporter, state } = start()

  await reporter.start()

  expect(state.wanted).toBe(1)
})

test('asks again until somebody answers', async () => {
  const { reporter, state } = start()
  state.gone = true
  await reporter.start()
  await vi.advanceTimersByTimeAsync(3_000)

  state.gone = false
  await vi.advanceTimersByTimeAsync(1_000)

  expect(state.wanted).toBe(1)
})

test('notices once that nobody hears its facts, and asks anew', async () => {
  const { reporter, state } = start()
  state.gone = true
  reporter.fact({ type: 'ring', ring: 'silent' })
  reporter.fact({ type: 'ring', ring: 'sounding' })
  await vi.advanceTimersByTimeAsync(0)
  expect(state).toMatchObject({ losses: 1, wanted: 0 })

  state.gone = false
  await vi.advanceTimersByTimeAsync(1_000)

  expect(state).toMatchObject({ losses: 1, wanted: 1 })
})

test('logs nothing that must not be in a log', () => {
  const { reporter, asked } = start()

  reporter.log('warn', 'no such number: 13800001111')

  expect(asked).toEqual([['line.log', { level: 'warn', text: 'no such number: …' }]])
})
