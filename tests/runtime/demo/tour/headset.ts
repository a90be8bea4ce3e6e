import { createEar, type Ear } from '../../../simulator/voice/ear.ts'
import type { Desktop } from '../../../support/desktop/desktop.ts'

const rate = 8_000
const frameMs = 20
const frameBytes = 320
/** Five seconds: whatever held this process up is over by then, so later than this for so long means lost sound. */
const lookedBack = 250
const lostMs = 100

/** Somebody who listens at the agent's headset from now on. */
export function listenAtHeadset({ sound }: Desktop): Ear {
  const ear = createEar()
  const place = createPlaces()
  let pending = Buffer.alloc(0)
  sound.listenAt('headset', rate).pcm.on('data', (chunk: Buffer) => {
    const now = performance.timeOrigin + performance.now()
    pending = Buffer.concat([pending, chunk])
    for (; pending.length >= frameBytes; pending = pending.subarray(frameBytes)) {
      const at = place(now)
      if (at !== null) ear.hear(samplesOf(pending.subarray(0, frameBytes)), at)
    }
  })
  return ear
}

/**
 * When each frame of an unbroken stream ended, by its place in the stream: on a busy machine frames come late and then
 * many at once. A frame that would end after it came is one too many (null), as at the start, where a buffer is emptied.
 */
export function createPlaces(): (arrival: number) => number | null {
  let end: number | null = null
  let lateness: readonly number[] = []
  return (arrival) => {
    const at = end === null ? arrival : end + frameMs
    if (at > arrival) return null
    lateness = [...lateness, arrival - at].slice(-lookedBack)
    const least = Math.min(...lateness)
    end = at
    if (lateness.length === lookedBack && least > lostMs) {
      end += least
      lateness = []
    }
    return end
  }
}

function samplesOf(bytes: Buffer): Int16Array {
  return Int16Array.from({ length: bytes.length / 2 }, (_, n) => bytes.readInt16LE(n * 2))
}
