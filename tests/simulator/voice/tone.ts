import type { Source } from '../sip/sip-side.ts'

const SAMPLES_PER_SECOND = 8000
const SAMPLES_PER_FRAME = 160

/** A steady sine; the phase runs on from frame to frame, so that there are no clicks. */
export function tone(hz: number, amplitude = 0.3): Source {
  const step = (2 * Math.PI * hz) / SAMPLES_PER_SECOND
  let phase = 0
  return () => {
    const start = phase
    phase = (phase + step * SAMPLES_PER_FRAME) % (2 * Math.PI)
    return Int16Array.from({ length: SAMPLES_PER_FRAME }, (_, n) =>
      Math.round(amplitude * 0x7fff * Math.sin(start + step * n)),
    )
  }
}
