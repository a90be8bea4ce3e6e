import type { Source } from '../../simulator/sip/sip-side.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import { tone } from '../../simulator/voice/tone.ts'

const BURST_MS = 160
const FRAME_MS = 20
/** Never the same time apart: an echo canceller would take what repeats for an echo, and no burst is to meet a packet. */
const GAPS_MS = [521, 613, 487, 701, 569, 653, 541, 739, 503, 677] as const

/** Bursts of a tone for a microphone, to be repeated without an end. */
export function burstsOf(hz: number, rate: number, amplitude = 0.3): Int16Array {
  const pieces = GAPS_MS.flatMap((gap) => [
    Array.from({ length: (BURST_MS * rate) / 1_000 }, (_, n) =>
      Math.round(amplitude * 0x7fff * Math.sin((2 * Math.PI * hz * n) / rate)),
    ),
    new Array<number>(Math.round((gap * rate) / 1_000)).fill(0),
  ])
  return Int16Array.from(pieces.flat())
}

/** The same for a simulated voice; `begins` has the moment each burst's first frame was asked for. */
export function spokenBursts(hz: number): { readonly source: Source; readonly begins: readonly number[] } {
  const begins: number[] = []
  const voice = tone(hz)
  let frame = 0
  let burst = 0
  const source: Source = () => {
    const inBurst = frame < BURST_MS / FRAME_MS
    if (frame === 0) begins.push(epochNow())
    frame += 1
    if (frame * FRAME_MS >= BURST_MS + (GAPS_MS[burst % GAPS_MS.length] ?? 0)) {
      frame = 0
      burst += 1
    }
    return inBurst ? voice() : null
  }
  return { source, begins }
}
