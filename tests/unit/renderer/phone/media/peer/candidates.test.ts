import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { candidateWait, type Gathering, waitForCandidates } from '#renderer/phone/media/peer/candidates.ts'

/** Something that gathers when the test says so. */
function gathering(iceGatheringState = 'gathering') {
  const listeners = new Set<(event: { readonly candidate: unknown }) => void>()
  const connection: Gathering = {
    iceGatheringState,
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  }
  const find = (type: string | null) => {
    for (const listener of [...listeners]) listener({ candidate: type === null ? null : { type } })
  }
  return { connection, find, listeners }
}

/** Whether the wait is over, without waiting for it. */
function watch(wait: Promise<void>) {
  const seen = { over: false }
  void wait.then(() => {
    seen.over = true
  })
  return seen
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('goes with the first host candidate when there is no STUN server', async () => {
  const { connection, find, listeners } = gathering()
  const seen = watch(waitForCandidates(connection, candidateWait(false, 0)))

  find('host')
  await vi.advanceTimersByTimeAsync(4)

  expect(seen.over).toBe(true)
  expect(listeners.size).toBe(0)
})

test('takes the other interfaces along when they report right after', async () => {
  const { connection, find } = gathering()
  const seen = watch(waitForCandidates(connection, candidateWait(false, 0)))

  find('host')
  await vi.advanceTimersByTimeAsync(3)
  find('host')
  await vi.advanceTimersByTimeAsync(3)

  expect(seen.over).toBe(false)
})

test('gives a STUN server a tenth of a second and no more', async () => {
  const { connection, find } = gathering()
  const seen = watch(waitForCandidates(connection, candidateWait(true, 0)))

  find('host')
  await vi.advanceTimersByTimeAsync(99)
  expect(seen.over).toBe(false)
  await vi.advanceTimersByTimeAsync(1)

  expect(seen.over).toBe(true)
})

test('goes as soon as the STUN server has answered', async () => {
  const { connection, find } = gathering()
  const seen = watch(waitForCandidates(connection, candidateWait(true, 0)))

  find('host')
  find('srflx')
  await vi.advanceTimersByTimeAsync(4)

  expect(seen.over).toBe(true)
})

test('does not wait again for a STUN server that had its time in the pool', async () => {
  const { connection, find } = gathering()
  const seen = watch(waitForCandidates(connection, candidateWait(true, 500)))

  find('host')
  await vi.advanceTimersByTimeAsync(1)

  expect(seen.over).toBe(true)
})

test('goes at the limit when there is no interface at all', async () => {
  const { connection, find } = gathering()
  const seen = watch(waitForCandidates(connection, candidateWait(false, 0)))

  find('something new')
  await vi.advanceTimersByTimeAsync(100)

  expect(seen.over).toBe(true)
})

test.each([
  ['gathering was complete before', 'complete', []],
  ['gathering completes', 'gathering', [null]],
])('is over when %s', async (_, state, finds) => {
  const { connection, find } = gathering(state)
  const seen = watch(waitForCandidates(connection, candidateWait(true, 0)))

  for (const type of finds) find(type)
  await vi.advanceTimersByTimeAsync(0)

  expect(seen.over).toBe(true)
})
