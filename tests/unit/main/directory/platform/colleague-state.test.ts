import { describe, expect, test } from 'vitest'
import { seenNow, stateOf } from '#main/directory/platform/colleague-state.ts'
import type { Colleague } from '#main/directory/platform/platform.ts'

const at = 1_800_000_000_000
const of = (told: Partial<Colleague>): Colleague => ({ workNumber: '6002', name: 'Ann', ...told })

test.each([
  [{ state: 2 }, 'offline'],
  [{ state: 3 }, 'busy'],
  [{ state: 4 }, 'idle'],
  [{ state: 5 }, 'wrap-up'],
  [{ state: 7 }, 'talking'],
  [{ state: 7, ctiState: 4 }, 'ringing'],
  [{ state: 8 }, 'rest'],
  [{ state: 9 }, 'talking'],
  [{ ctiState: 7 }, 'busy'],
  [{ state: 99 }, 'offline'],
  [{}, 'offline'],
] as const)('%j is %s', (told, state) => {
  expect(stateOf(of(told))).toBe(state)
})

describe('since when', () => {
  test('in seconds, in milliseconds where seconds would be before the sign-in, or a moment itself', () => {
    const since = (told: Partial<Colleague>) => seenNow(of({ state: 4, ...told }), undefined, at).since

    expect(since({ stateTime: 60 })).toBe(at - 60_000)
    expect(since({ stateTime: 60_000, signedInAt: at - 3_600_000 })).toBe(at - 60_000)
    expect(since({ stateTime: at - 5_000 })).toBe(at - 5_000)
    expect(since({ stateTime: at / 1000 - 5 })).toBe(at - 5_000)
    expect(since({})).toBeUndefined()
  })

  test('a clock does not jump by what the platform rounds', () => {
    const before = seenNow(of({ state: 4, stateTime: 60 }), undefined, at)

    expect(seenNow(of({ state: 4, stateTime: 68 }), before, at + 10_000)).toEqual(before)
  })

  test('a state that changed before our eyes runs from there where the platform says nothing', () => {
    const before = seenNow(of({ state: 4 }), undefined, at)

    expect(seenNow(of({ state: 3 }), before, at + 10_000)).toEqual({ state: 'busy', since: at + 10_000 })
  })

  test('the same state begun anew has a new clock', () => {
    const before = seenNow(of({ state: 7, stateTime: 300 }), undefined, at)

    expect(seenNow(of({ state: 7, stateTime: 2 }), before, at + 10_000).since).toBe(at + 8_000)
  })
})
