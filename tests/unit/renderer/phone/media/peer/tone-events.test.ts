import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendEvents } from '#renderer/phone/media/peer/tone-events.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function start() {
  const listeners = new Set<(event: { readonly tone: string }) => void>()
  const inserted: (string | number)[][] = []
  const sender = {
    insertDTMF: (...given: (string | number)[]) => void inserted.push(given),
    addEventListener: (_: 'tonechange', listener: (event: { readonly tone: string }) => void) =>
      void listeners.add(listener),
    removeEventListener: (_: 'tonechange', listener: (event: { readonly tone: string }) => void) =>
      void listeners.delete(listener),
  }
  const play = (tone: string) => {
    for (const listener of listeners) listener({ tone })
  }
  return { sender, inserted, listeners, play }
}

test('keys are out when no tone is left', async () => {
  const { sender, inserted, listeners, play } = start()
  let out = false

  const sent = sendEvents(sender, '12', 100, 70).then(() => {
    out = true
  })
  play('1')
  play('2')
  await Promise.resolve()
  expect(out).toBe(false)
  play('')
  await sent

  expect(inserted).toEqual([['12', 100, 70]])
  expect(listeners.size).toBe(0)
})

test('keys that were cut off are said not to have been sent', async () => {
  const { sender, listeners } = start()

  const sent = expect(sendEvents(sender, '1', 100, 70)).rejects.toThrow('not sent')
  await vi.advanceTimersByTimeAsync(2_200)
  await sent

  expect(listeners.size).toBe(0)
})
