import { now } from '../journal/journal.ts'
import type { Hearing } from '../sip/sip-side.ts'
import { createEar, LATE_MS } from '../voice/ear.ts'

const frameMs = 20
/** A beat this late means that we were busy, and frames wait to be heard that came in time. */
const stalledMs = 60

export interface Listening {
  readonly ear: Hearing
  readonly hear: (frame: Int16Array, at?: number) => void
  readonly stop: () => void
}

/** An ear beside a bridge that comes and goes: silence while there is none, and every frame where it came. */
export function createListening(): Listening {
  const ear = createEar()
  let last = now()
  let beat = last
  let stalled = 0
  ear.hear(new Int16Array(160), last)

  const ticking = setInterval(() => {
    const at = now()
    if (at - beat > stalledMs) stalled = at
    beat = at
    if (at - stalled > LATE_MS) ear.hearNothing(at - LATE_MS)
  }, frameMs)
  ticking.unref()

  return {
    ear,
    hear: (frame, at = now()) => {
      // After a pause a frame begins where it came, not where the silence was last looked at.
      if (at - last > LATE_MS) ear.hearNothing(at - frameMs)
      last = at
      ear.hear(frame, at)
    },
    stop: () => clearInterval(ticking),
  }
}
