import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createQuit } from '#main/desktop/quit.ts'
import { fakeLog } from './builders.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function setUp({
  inCall = false,
  beforeExit = async () => undefined,
}: {
  inCall?: boolean
  beforeExit?: () => Promise<void>
} = {}) {
  let callIsUp = inCall
  const seen = { exits: 0, asked: [] as boolean[], prevented: 0, signedOut: 0 }
  let beforeQuit: (event: { preventDefault(): void }) => void = () => undefined
  const quit = createQuit({
    app: {
      exit: () => seen.exits++,
      on: (_, listener) => {
        beforeQuit = listener
      },
    },
    callIsUp: () => callIsUp,
    askInDesk: (asking) => seen.asked.push(asking),
    beforeExit: () => {
      seen.signedOut++
      return beforeExit()
    },
    log: fakeLog(),
  })
  const callEnds = () => {
    callIsUp = false
    quit.callsChanged()
  }
  return { quit, seen, callEnds, systemQuits: () => beforeQuit({ preventDefault: () => seen.prevented++ }) }
}

describe('quitting', () => {
  test('signs out first, then ends', async () => {
    let signedOut: () => void = () => undefined
    const { quit, seen } = setUp({ beforeExit: () => new Promise((resolve) => (signedOut = resolve)) })

    quit.request()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(seen.exits).toBe(0)
    signedOut()
    await vi.advanceTimersByTimeAsync(0)

    expect(seen).toMatchObject({ exits: 1, asked: [] })
  })

  test('does not wait for ever for a platform that is silent', async () => {
    const { quit, seen } = setUp({ beforeExit: () => new Promise(() => undefined) })

    quit.request()
    await vi.advanceTimersByTimeAsync(3_000)

    expect(seen.exits).toBe(1)
  })

  test('ends although signing out fails', async () => {
    const { quit, seen } = setUp({ beforeExit: () => Promise.reject(new Error('no network')) })

    quit.request()
    await vi.advanceTimersByTimeAsync(0)

    expect(seen.exits).toBe(1)
  })

  test('by the system goes the same way', async () => {
    const { seen, systemQuits } = setUp()

    systemQuits()
    await vi.advanceTimersByTimeAsync(0)

    expect(seen).toMatchObject({ prevented: 1, signedOut: 1, exits: 1 })
  })

  test('asked twice signs out once', async () => {
    const { quit, seen, systemQuits } = setUp()

    quit.request()
    systemQuits()
    await vi.advanceTimersByTimeAsync(0)

    expect(seen).toMatchObject({ signedOut: 1, exits: 1 })
  })
})

describe('quitting in a call', () => {
  test('asks, and stays when told to', async () => {
    const { quit, seen } = setUp({ inCall: true })

    quit.request()
    quit.answer(false)
    await vi.advanceTimersByTimeAsync(5_000)

    expect(seen).toMatchObject({ asked: [true, false], exits: 0 })
    expect(quit.isQuitting()).toBe(false)
  })

  test('asks, and goes when told to', async () => {
    const { quit, seen, systemQuits } = setUp({ inCall: true })

    systemQuits()
    quit.answer(true)
    await vi.advanceTimersByTimeAsync(0)

    expect(seen).toMatchObject({ asked: [true, false], signedOut: 1, exits: 1 })
  })

  test('asks no more when the call has ended by itself', async () => {
    const { quit, seen, callEnds } = setUp({ inCall: true })

    quit.request()
    quit.callsChanged()
    expect(seen.asked).toEqual([true])
    callEnds()
    quit.callsChanged()
    await vi.advanceTimersByTimeAsync(5_000)

    expect(seen).toMatchObject({ asked: [true, false], exits: 0 })
  })

  test('does not ask when the machine shuts down', async () => {
    const { quit, seen } = setUp({ inCall: true })

    quit.leave()
    await vi.advanceTimersByTimeAsync(0)

    expect(seen).toMatchObject({ asked: [], exits: 1 })
  })
})
