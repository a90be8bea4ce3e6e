import { expect, test } from 'vitest'
import { onceMore } from '#renderer/desk/ui/once-more.ts'

test('what is asked for while it runs is done once more afterwards', async () => {
  const running: (() => void)[] = []
  const ask = onceMore(() => new Promise((done) => void running.push(done)))

  const first = ask()
  await Promise.all([ask(), ask()])
  expect(running).toHaveLength(1)
  running[0]?.()
  await Promise.resolve()
  expect(running).toHaveLength(2)
  running[1]?.()
  await first

  expect(running).toHaveLength(2)
})

test('one that fails is over, and can be asked again', async () => {
  let times = 0
  const ask = onceMore(() => {
    times += 1
    return Promise.reject(new Error('no'))
  })

  await expect(ask()).rejects.toThrow('no')
  await expect(ask()).rejects.toThrow('no')
  expect(times).toBe(2)
})
