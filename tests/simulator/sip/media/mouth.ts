import { randomInt } from 'node:crypto'
import { aLaw, muLaw } from '../../voice/g711.ts'
import type { Source } from '../sip-side.ts'
import type { Description } from './description.ts'
import type { Packet } from './packet.ts'

export const CODECS = { 0: muLaw, 8: aLaw }
export const SAMPLES_PER_FRAME = 160

/** What the softphone is made to hear: one packet a frame, silence when there is nothing to say. */
export function createMouth(send: (packet: Packet) => void) {
  const silence = new Int16Array(SAMPLES_PER_FRAME)
  let sequence = randomInt(0x1_00_00)
  let timestamp = randomInt(0x1_00_00_00_00)
  let source: Source | null = null
  return {
    say(next: Source | null): void {
      source = next
    },
    /** Sends the next frame, unless they put us on hold; time goes on either way. */
    speak(agreed: Description | null): void {
      const frame = source?.() ?? silence
      sequence = (sequence + 1) % 0x1_00_00
      timestamp = (timestamp + SAMPLES_PER_FRAME) % 0x1_00_00_00_00
      if (!agreed?.hears || agreed.payloadType === null) return
      const { payloadType } = agreed
      send({ payloadType, sequence, timestamp, marker: false, payload: CODECS[payloadType].encode(frame) })
    },
  }
}
