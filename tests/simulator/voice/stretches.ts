import type { Chord, Heard } from '../sip/sip-side.ts'

/** Within ±3 %, silence with silence, and sound without a tone with its like. */
export function sounds(heard: number | null, sought: number | null): boolean {
  if (heard === null || sought === null || heard === 0 || sought === 0) return heard === sought
  return Math.abs(heard - sought) <= sought * 0.03
}

/** The same tones, lowest first, and no others. */
export function soundsTogether(heard: readonly number[], sought: readonly number[]): boolean {
  return heard.length === sought.length && heard.every((hz, index) => sounds(hz, sought[index] ?? null))
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

/** Joins neighbours in which the same tones sound; the first window's frequencies stand for all. */
export function createChords(): { readonly all: readonly Chord[]; add(window: Chord): void } {
  const all: { tones: readonly number[]; from: number; to: number }[] = []
  return {
    all,
    add(window) {
      const last = all.at(-1)
      if (last && soundsTogether(window.tones, last.tones)) last.to = window.to
      else all.push({ ...window })
    },
  }
}

interface Likeness<W> {
  readonly alike: (one: W, other: W) => boolean
  /** The window as if it had sounded like this one; null: like nothing in particular. */
  readonly like: (window: W, current: W | null) => W
}

export const heardAlike: Likeness<Heard> = {
  alike: (one, other) => sounds(one.hz, other.hz),
  like: (window, current) => ({ ...window, hz: current ? current.hz : 0 }),
}

export const chordsAlike: Likeness<Chord> = {
  alike: (one, other) => soundsTogether(one.tones, other.tones),
  like: (window, current) => ({ ...window, tones: current ? current.tones : [0] }),
}

/**
 * Passes windows on, each odd one out as if it had sounded like those before it. What is new is believed when two
 * windows agree, so everything odd comes one window late; odd windows in a row that never agree have no tone.
 */
export function createDeglitch<W>({ alike, like }: Likeness<W>, pass: (window: W) => void): (window: W) => void {
  let current: W | undefined
  let doubted: W | null = null
  let oddInARow = 0

  function settle(doubt: W, next: W): void {
    if (alike(next, doubt)) {
      current = doubt
      pass(doubt)
      oddInARow = 0
    } else {
      oddInARow += 1
      pass(like(doubt, oddInARow > 1 ? null : (current ?? null)))
    }
  }

  return (window) => {
    if (doubted !== null) settle(doubted, window)
    doubted = null
    if (current === undefined || alike(window, current)) {
      current = window
      oddInARow = 0
      pass(window)
    } else doubted = window
  }
}
