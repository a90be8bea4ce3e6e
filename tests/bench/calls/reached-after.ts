import type { Moment } from '../stage/watch-number.ts'
import type { Flood } from './event-flood.ts'

/**
 * From each event's writing until it, or a later one in its place, had come so far; Infinity for one that never did.
 * Numbers grow with the events, and what is no number is something else on the screen.
 */
export function reachedAfter({ written, shown }: Flood, reached: readonly Moment[]): readonly number[] {
  let next = 0
  return written.map((at, index) => {
    while (next < reached.length && !((reached[next]?.number ?? 0) >= shown(index))) next += 1
    return (reached[next]?.at ?? Number.POSITIVE_INFINITY) - at
  })
}
