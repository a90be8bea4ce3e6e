import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { GatewayResult } from '#main/gateway/gateway.ts'
import { insist } from '#main/gateway/transport/insist.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

/** Attempts that stay silent until a test settles them. */
function attempts() {
  const all: { readonly given: AbortSignal; readonly settle: (result: GatewayResult<string>) => void }[] = []
  const begin = (given: AbortSignal) =>
    new Promise<GatewayResult<string>>((settle) => {
      all.push({ given, settle })
    })
  return { all, begin }
}

test('one attempt only, unless told to insist', async () => {
  const { all, begin } = attempts()

  const outcome = insist(begin, { againMs: null, timeoutMs: 5_000 })
  await vi.advanceTimersByTimeAsync(5_000)

  expect(await outcome).toEqual({ ok: false, failure: { kind: 'not-connected' } })
  expect(all).toHaveLength(1)
  expect(all[0]?.given.aborted).toBe(true)
})

test('the first of several attempts to succeed is kept, the others are ended', async () => {
  const { all, begin } = attempts()
  const outcome = insist(begin, { againMs: 700, timeoutMs: 5_000 })
  await vi.advanceTimersByTimeAsync(1_500)
  expect(all).toHaveLength(3)

  all[1]?.settle({ ok: true, value: 'second' })

  expect(await outcome).toEqual({ ok: true, value: 'second' })
  expect(all.map(({ given }) => given.aborted)).toEqual([true, false, true])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(all).toHaveLength(3)
})

test('a refusal counts for all', async () => {
  const { all, begin } = attempts()
  const outcome = insist(begin, { againMs: 700, timeoutMs: 5_000 })
  await vi.advanceTimersByTimeAsync(700)

  all[1]?.settle({ ok: false, failure: { kind: 'untrusted' } })

  expect(await outcome).toEqual({ ok: false, failure: { kind: 'untrusted' } })
  expect(all[0]?.given.aborted).toBe(true)
})
