import type { PhoneLeg } from '../../simulator/sip/sip-side.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import type { Desktop } from '../../support/desktop/desktop.ts'
import { createOnsets, createTimeline } from './onsets.ts'

/** What goes into the microphone, and what comes out of the agent's loudspeaker. */
const devices = { mouth: 'microphone_cable.monitor', ear: 'headset.monitor' } as const

const RATE = 48_000
const PHONE_RATE = 8_000

export interface Listening {
  /** Where sounds have begun; epoch milliseconds. */
  readonly begins: readonly number[]
  stop(): Promise<void>
}

/** Listens at the sound server. Both places are heard late by the same few milliseconds, which differences do not show. */
export function listenAtDevice(desktop: Desktop, place: keyof typeof devices): Listening {
  const words = [`--device=${devices[place]}`, '--format=s16le', '--channels=1', `--rate=${RATE}`, '--raw']
  const program = desktop.programs.start('parec', [...words, '--latency-msec=5'], { env: desktop.sound.env })
  const find = createOnsets(RATE)
  const timeline = createTimeline(RATE)
  const begins: number[] = []
  let odd = Buffer.alloc(0)
  program.child.stdout?.on('data', (chunk: Buffer) => {
    const bytes = Buffer.concat([odd, chunk])
    const samples = samplesOf(bytes)
    odd = bytes.subarray(samples.length * 2)
    const from = timeline.arrive(samples.length, epochNow())
    begins.push(...find(samples).map((index) => from + (index * 1_000) / RATE))
  })
  return { begins, stop: program.stop }
}

/** Listens to what the softphone sends. A packet's first sample counts as there when the packet is. */
export function listenAtLeg(leg: PhoneLeg): Listening {
  const find = createOnsets(PHONE_RATE)
  const begins: number[] = []
  leg.voice.onFrame = (frame) => {
    const at = epochNow()
    begins.push(...find(frame).map((index) => at + (index * 1_000) / PHONE_RATE))
  }
  return {
    begins,
    stop: async () => {
      leg.voice.onFrame = null
    },
  }
}

function samplesOf(bytes: Buffer): Int16Array {
  return Int16Array.from({ length: Math.floor(bytes.length / 2) }, (_, n) => bytes.readInt16LE(n * 2))
}
