import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GatewayResult } from '#main/gateway/gateway.ts'
import { createCommandQueue } from '#main/gateway/link/command-queue.ts'

function pending() {
  let settle: (result: GatewayResult<string>) => void = () => undefined
  const result = new Promise<GatewayResult<string>>((resolve) => {
    settle = resolve
  })
  return { result, settle }
}

test('a command waits for the one before it', async () => {
  const queue = createCommandQueue()
  const first = pending()
  const begun: string[] = []

  const one = queue.run(() => {
    begun.push('one')
    return first.result
  })
  const two = queue.run(async () => {
    begun.push('two')
    return { ok: true, value: 'two' }
  })
  await Promise.resolve()
  expect(begun).toEqual(['one'])

  first.settle({ ok: true, value: 'one' })
  expect([await one, await two]).toEqual([
    { ok: true, value: 'one' },
    { ok: true, value: 'two' },
  ])
})

test('a command that throws does not stop the next one', async () => {
  const queue = createCommandQueue()

  const broken = queue.run(() => Promise.reject(new Error('bug')))
  const next = queue.run(async () => ({ ok: true, value: 1 }))

  await expect(broken).rejects.toThrow('bug')
  expect(await next).toEqual({ ok: true, value: 1 })
})

test('closing tells apart what was begun and what was not', async () => {
  const queue = createCommandQueue()
  const begun = queue.run(() => pending().result)
  const waiting = queue.run(() => pending().result)
  await Promise.resolve()

  queue.close()

  expect(await begun).toEqual({ ok: false, failure: { kind: 'no-answer' } })
  expect(await waiting).toEqual({ ok: false, failure: { kind: 'not-connected' } })
  expect(await queue.run(() => pending().result)).toEqual({ ok: false, failure: { kind: 'not-connected' } })
})

test('whatever the order of answers and the moment of closing, each is settled once and in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.nat(6), async (scheduler, closeAfter) => {
      const queue = createCommandQueue()
      const begun: number[] = []
      const settled: number[] = []
      const all = Array.from({ length: 6 }, (_, index) =>
        queue
          .run(() => {
            begun.push(index)
            if (index === closeAfter) queue.close()
            return scheduler.schedule(Promise.resolve({ ok: true, value: index } as const))
          })
          .then(() => settled.push(index)),
      )
      await scheduler.waitFor(Promise.all(all))

      expect(begun).toEqual(begun.map((_, index) => index))
      expect([...settled].sort()).toEqual([0, 1, 2, 3, 4, 5])
    }),
  )
})
