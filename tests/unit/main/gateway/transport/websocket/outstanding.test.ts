import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOutstanding } from '#main/gateway/transport/websocket/outstanding.ts'
import type { Envelope } from '#main/gateway/wire/envelope.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

function envelope(id?: string, message = ''): Envelope {
  return { retcode: '0', message, result: undefined, events: [], ...(id && { id }) }
}

const noAnswer = { ok: false, failure: { kind: 'no-answer' } }

test('an answer finds its request by id, in whatever order they come', async () => {
  const outstanding = createOutstanding()
  const first = outstanding.add('1', 5_000)
  const second = outstanding.add('2', 5_000)

  expect(outstanding.settle(envelope('2'))).toBe(true)
  expect(outstanding.settle(envelope('1'))).toBe(true)

  expect(await first).toMatchObject({ value: { id: '1' } })
  expect(await second).toMatchObject({ value: { id: '2' } })
})

test('an answer without id is the oldest one’s', async () => {
  const outstanding = createOutstanding()
  const first = outstanding.add('1', 5_000)
  const second = outstanding.add('2', 5_000)

  outstanding.settle(envelope(undefined, 'a'))
  outstanding.settle(envelope(undefined, 'b'))

  expect(await first).toMatchObject({ value: { message: 'a' } })
  expect(await second).toMatchObject({ value: { message: 'b' } })
})

test('an answer to nothing, or to something unknown, answers nothing', () => {
  const outstanding = createOutstanding()
  expect(outstanding.settle(envelope())).toBe(false)

  void outstanding.add('1', 5_000)
  expect(outstanding.settle(envelope('9'))).toBe(false)
})

test('a late answer without id is not taken for the next one’s', async () => {
  const outstanding = createOutstanding()
  const late = outstanding.add('1', 5_000)
  vi.advanceTimersByTime(5_000)
  const next = outstanding.add('2', 5_000)

  outstanding.settle(envelope(undefined, 'late'))
  outstanding.settle(envelope(undefined, 'next'))

  expect(await late).toEqual(noAnswer)
  expect(await next).toMatchObject({ value: { message: 'next' } })
})

test('an answer that never comes does not shift the others for ever', async () => {
  const outstanding = createOutstanding()
  void outstanding.add('1', 5_000)
  vi.advanceTimersByTime(15_000)
  const next = outstanding.add('2', 5_000)

  outstanding.settle(envelope(undefined, 'next'))

  expect(await next).toMatchObject({ value: { message: 'next' } })
})

test('everything is unanswered when the connection is gone', async () => {
  const outstanding = createOutstanding()
  const both = [outstanding.add('1', 5_000), outstanding.add('2', 5_000)]

  outstanding.lose()

  expect(await Promise.all(both)).toEqual([noAnswer, noAnswer])
})
