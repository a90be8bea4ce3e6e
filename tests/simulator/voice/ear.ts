import type { Chord, Hearing, Span } from '../sip/sip-side.ts'
import { epochNow } from './epoch-now.ts'
import { pitchOf, spectrumOf, tonesOf } from './pitch.ts'
import {
  chordsAlike,
  createChords,
  createDeglitch,
  createStretches,
  heardAlike,
  sounds,
  soundsTogether,
} from './stretches.ts'
import { chordInWords, createWaiting, soundInWords } from './waiting.ts'

/** Below this root mean square, about −56 dBFS, a frame is silence: G.711 idles at 8, a muted microphone sends 0. */
const SILENCE = 50
/** White noise puts under a tenth of its power into one lobe, a tone in noise of its own strength half. */
const PURE = 0.35
const SAMPLES_PER_MS = 8
const FRAME_MS = 20
/** No packet for this long is silence; anything shorter is the network's jitter. */
export const LATE_MS = 100
/** Two windows: what a change of tones, or one lost frame, takes away. */
const BRIEF_MS = 3 * FRAME_MS

export interface Ear extends Hearing {
  /** One frame that ended at `at`; frames that come within 100 ms of their turn are unbroken sound. */
  hear(frame: Int16Array, at?: number): void
  /** Nothing came until this moment. */
  hearNothing(until: number): void
}

interface Sound {
  readonly hz: number | null
  readonly tones: readonly number[]
}

const SILENT: Sound = { hz: null, tones: [] }

function loudness(frame: Int16Array): number {
  let sum = 0
  for (const sample of frame) sum += sample * sample
  return Math.sqrt(sum / Math.max(frame.length, 1))
}

/** The newest frame's frequencies, seen together with the one before it if that was sound too. */
function soundOf(frame: Int16Array, before: Int16Array | null): Sound {
  if (loudness(frame) < SILENCE) return SILENT
  const spectrum = spectrumOf(before ? Int16Array.of(...before, ...frame) : frame)
  const pitch = pitchOf(spectrum)
  const { tones, purity } = tonesOf(spectrum)
  return { hz: pitch.purity >= PURE ? pitch.hz : 0, tones: purity >= 2 * PURE ? tones : [0] }
}

/** The longest time outside of these; a stretch still running goes on until its next packet would be late. */
function longestGap<S extends Span>(all: readonly S[], fits: (one: S) => boolean, from: number, to: number): number {
  let longest = 0
  let covered = from
  all.forEach((stretch, index) => {
    if (!fits(stretch) || stretch.to <= covered || stretch.from >= to) return
    longest = Math.max(longest, stretch.from - covered)
    covered = index === all.length - 1 ? stretch.to + LATE_MS : stretch.to
  })
  return Math.max(longest, to - covered)
}

/** A tone detector that places each sound where it belongs in time, not where a busy machine delivered it. */
export function createEar(): Ear {
  const stretches = createStretches()
  const windows = createStretches()
  const chords = createChords()
  const waiting = createWaiting(stretches.all, ({ hz }) => soundInWords(hz))
  const waitingForChord = createWaiting(chords.all, ({ tones }) => chordInWords(tones))
  const deglitch = createDeglitch(heardAlike, stretches.add)
  const deglitchChord = createDeglitch(chordsAlike, chords.add)
  let end: number | null = null
  let before: Int16Array | null = null

  function add({ hz, tones }: Sound, from: number, to: number): void {
    end = to
    windows.add({ hz, from, to })
    deglitch({ hz, from, to })
    deglitchChord({ tones, from, to })
    waiting.check()
    waitingForChord.check()
  }

  function hearNothing(until: number): void {
    before = null
    while (end !== null && end < until) add(SILENT, end, Math.min(end + FRAME_MS, until))
  }

  function hear(frame: Int16Array, at = epochNow()): void {
    const length = frame.length / SAMPLES_PER_MS
    if (end !== null && at - length - end > LATE_MS) hearNothing(at - length)
    const from = end ?? at - length
    const sound = soundOf(frame, before)
    before = sound === SILENT ? null : frame
    // Follows the arrivals by a tenth of the difference, so that lost packets and two clocks do not add up.
    add(sound, from, from + length + Math.max(0, 0.1 * (at - length - from)))
  }

  return {
    hear,
    hearNothing,
    heard: stretches.all,
    chords: chords.all,
    waitFor: (hz, options) => waiting.waitFor((one) => sounds(one.hz, hz), soundInWords(hz), options),
    waitForChord: (tones, options) => {
      const sought = [...tones].sort((one, other) => one - other)
      return waitingForChord.waitFor((one) => soundsTogether(one.tones, sought), chordInWords(sought), options)
    },
    heardBetween: (hz, from, to) => windows.all.some((w) => sounds(w.hz, hz) && w.from < to && w.to > from),
    longestGap: (hz, from, to) => longestGap(stretches.all, (one) => sounds(one.hz, hz), from, to),
    amongTones: (hz, from, to) => among(chords.all, hz, from, to),
  }
}

function among(all: readonly Chord[], hz: number, from: number, to: number): 'throughout' | 'partly' | 'never' {
  const has = ({ tones }: Chord) => tones.some((one) => sounds(one, hz))
  if (longestGap(all, has, from, to) <= BRIEF_MS) return 'throughout'
  return all.some((one) => has(one) && one.from < to && one.to > from) ? 'partly' : 'never'
}
