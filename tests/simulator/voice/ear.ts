import type { Heard, Hearing } from '../sip/sip-side.ts'
import { epochNow } from './epoch-now.ts'
import { pitchOf } from './pitch.ts'
import { createDeglitch, createStretches, sounds } from './stretches.ts'
import { createWaiting } from './waiting.ts'

/** Below this root mean square, about −56 dBFS, a frame is silence: G.711 idles at 8, a muted microphone sends 0. */
const SILENCE = 50
/** White noise puts under a tenth of its power into one lobe, a tone in noise of its own strength half. */
const PURE = 0.35
const SAMPLES_PER_MS = 8
const FRAME_MS = 20
/** No packet for this long is silence; anything shorter is the network's jitter. */
export const LATE_MS = 100

export interface Ear extends Hearing {
  /** One frame that ended at `at`; frames that come within 100 ms of their turn are unbroken sound. */
  hear(frame: Int16Array, at?: number): void
  /** Nothing came until this moment. */
  hearNothing(until: number): void
}

function loudness(frame: Int16Array): number {
  let sum = 0
  for (const sample of frame) sum += sample * sample
  return Math.sqrt(sum / Math.max(frame.length, 1))
}

/** The newest frame's frequency, seen together with the one before it if that was sound too. */
function frequency(frame: Int16Array, before: Int16Array | null): number | null {
  if (loudness(frame) < SILENCE) return null
  const { hz, purity } = pitchOf(before ? Int16Array.of(...before, ...frame) : frame)
  return purity >= PURE ? hz : 0
}

/** The longest time without the tone; a stretch still running goes on until its next packet would be late. */
function longestGap(heard: readonly Heard[], hz: number, from: number, to: number): number {
  let longest = 0
  let covered = from
  heard.forEach((stretch, index) => {
    if (!sounds(stretch.hz, hz) || stretch.to <= covered || stretch.from >= to) return
    longest = Math.max(longest, stretch.from - covered)
    covered = index === heard.length - 1 ? stretch.to + LATE_MS : stretch.to
  })
  return Math.max(longest, to - covered)
}

/** A tone detector that places each sound where it belongs in time, not where a busy machine delivered it. */
export function createEar(): Ear {
  const stretches = createStretches()
  const windows = createStretches()
  const waiting = createWaiting(stretches.all)
  const deglitch = createDeglitch(stretches.add)
  let end: number | null = null
  let before: Int16Array | null = null

  function add(hz: number | null, from: number, to: number): void {
    end = to
    windows.add({ hz, from, to })
    deglitch({ hz, from, to })
    waiting.check()
  }

  function hearNothing(until: number): void {
    before = null
    while (end !== null && end < until) add(null, end, Math.min(end + FRAME_MS, until))
  }

  function hear(frame: Int16Array, at = epochNow()): void {
    const length = frame.length / SAMPLES_PER_MS
    if (end !== null && at - length - end > LATE_MS) hearNothing(at - length)
    const from = end ?? at - length
    const hz = frequency(frame, before)
    before = hz === null ? null : frame
    // Follows the arrivals by a tenth of the difference, so that lost packets and two clocks do not add up.
    add(hz, from, from + length + Math.max(0, 0.1 * (at - length - from)))
  }

  return {
    hear,
    hearNothing,
    heard: stretches.all,
    waitFor: waiting.waitFor,
    heardBetween: (hz, from, to) => windows.all.some((w) => sounds(w.hz, hz) && w.from < to && w.to > from),
    longestGap: (hz, from, to) => longestGap(stretches.all, hz, from, to),
  }
}
