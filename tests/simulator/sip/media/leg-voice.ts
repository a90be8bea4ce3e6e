import { createEar } from '../../voice/ear.ts'
import { epochNow } from '../../voice/epoch-now.ts'
import { startPacer } from '../../voice/pacer.ts'
import type { Key, Voice } from '../sip-side.ts'
import { createArrivals } from './arrivals.ts'
import type { Description } from './description.ts'
import { createDigits } from './digits.ts'
import { CODECS, createMouth, SAMPLES_PER_FRAME } from './mouth.ts'
import type { Packet } from './packet.ts'
import { putInOrder } from './put-in-order.ts'

const FRAME_MS = 20

export interface LegVoice {
  readonly voice: Voice
  readonly keys: readonly Key[]
  /** What both sides agreed on; until then nothing is sent. */
  agree(theirs: Description): void
  /** The way to the softphone is open. */
  start(): void
  receive(packet: Packet): void
  receiveInfo(body: string): void
  stop(): void
}

function toFrames(samples: Int16Array): Int16Array[] {
  const count = Math.ceil(samples.length / SAMPLES_PER_FRAME)
  return Array.from({ length: count }, (_, n) => samples.subarray(n * SAMPLES_PER_FRAME, (n + 1) * SAMPLES_PER_FRAME))
}

/** Both directions of G.711 between one softphone and the simulator, whatever carries the packets. */
export function createLegVoice(send: (packet: Packet) => void): LegVoice {
  const ear = createEar()
  const digits = createDigits()
  const mouth = createMouth(send)
  const arrivals = createArrivals(epochNow())
  let agreed: Description | null = null
  let stopPacer: (() => void) | null = null
  const voice: Voice = {
    say: mouth.say,
    hearing: ear,
    onFrame: null,
    get digits() {
      return digits.dialled
    },
  }

  const hear = putInOrder(({ payloadType, payload, timestamp }) => {
    if (payloadType !== 0 && payloadType !== 8) return
    const at = arrivals.arrive(timestamp, epochNow())
    for (const frame of toFrames(CODECS[payloadType].decode(payload))) {
      ear.hear(frame, at)
      voice.onFrame?.(frame, at)
    }
  })

  function beat(): void {
    const until = arrivals.nothingUntil(epochNow())
    if (until !== null) ear.hearNothing(until)
    mouth.speak(agreed)
  }

  return {
    voice,
    keys: digits.keys,
    agree: (theirs) => {
      agreed = theirs
    },
    start: () => {
      stopPacer ??= startPacer(FRAME_MS, beat)
    },
    // Events carry the sequence numbers between two frames of voice, so they take their place in the order too.
    receive: (packet) => {
      if (agreed?.eventTypes.includes(packet.payloadType)) digits.receive(packet)
      hear(packet)
    },
    receiveInfo: digits.receiveInfo,
    stop: () => stopPacer?.(),
  }
}
