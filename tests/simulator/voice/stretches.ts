import type { Heard } from '../sip/sip-side.ts'

/** Within ±3 %, silence with silence, and sound without a tone with its like. */
export function sounds(heard: number | null, sought: number | null): boolean {
  if (heard === null || sought === null || heard === 0 || sought === 0) return heard === sought
  return Math.abs(heard - sought) <= sought * 0.03
}

/** Joins neighbours that sound alike; the frequency of the whole is the mean of its parts. */
export function createStretches(): { readonly all: readonly Heard[]; add(window: Heard): void } {
  const all: { hz: number | null; from: number; to: number }[] = []
  let parts = 0
  return {
    all,
    add(window) {
      const last = all.at(-1)
      if (!last || !sounds(window.hz, last.hz)) {
        all.push({ ...window })
        parts = 1
        return
      }
      last.to = window.to
      parts += 1
      if (last.hz !== null && window.hz !== null) last.hz += (window.hz - last.hz) / parts
    },
  }
}

/**
 * Passes windows on, each odd one out as if it had sounded like those before it. What is new is believed when two
 * windows agree, so everything odd comes one window late; odd windows in a row that never agree have no tone.
 */
export function createDeglitch(pass: (window: Heard) => void): (window: Heard) => void {
  let current: number | null | undefined
  let doubted: Heard | null = null
  let oddInARow = 0

  function settle(doubt: Heard, next: Heard): void {
    if (sounds(next.hz, doubt.hz)) {
      current = doubt.hz
      pass(doubt)
      oddInARow = 0
    } else {
      oddInARow += 1
      pass({ ...doubt, hz: oddInARow > 1 ? 0 : (current ?? null) })
    }
  }

  return (window) => {
    if (doubted) settle(doubted, window)
    doubted = null
    if (current === undefined || sounds(window.hz, current)) {
      current = window.hz
      oddInARow = 0
      pass(window)
    } else doubted = window
  }
}
