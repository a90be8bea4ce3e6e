import type { AudioDevices, LineWanted } from '#contract'
import { callRing, ringBack, waitingRing } from './patterns.ts'
import type { TonePlayer } from './tone-player.ts'

export interface SoundsParts {
  readonly ringer: Pick<TonePlayer, 'use' | 'play'>
  readonly earpiece: Pick<TonePlayer, 'use' | 'play'>
  readonly speaker: { use(choice: LineWanted['devices']['speaker'], volume: number, known: AudioDevices): void }
}

const tryMs = 2_000
const rings = { none: null, call: callRing, waiting: waitingRing } as const

/** Everything the phone window makes sound: the ring on its own device, and what the agent hears of a call on theirs. */
export class Sounds {
  readonly #parts: SoundsParts
  #ring: LineWanted['ring'] = 'none'
  #trying: ReturnType<typeof setTimeout> | undefined

  constructor(parts: SoundsParts) {
    this.#parts = parts
  }

  use(devices: LineWanted['devices'], known: AudioDevices): void {
    const { ringer, earpiece, speaker } = this.#parts
    ringer.use(devices.ringer, devices.ringVolume, known)
    earpiece.use(devices.speaker, devices.speakerVolume, known)
    speaker.use(devices.speaker, devices.speakerVolume, known)
  }

  ring(ring: LineWanted['ring']): void {
    this.#ring = ring
    if (ring !== 'none') clearTimeout(this.#trying)
    if (ring !== 'none' || this.#trying === undefined) this.#play()
  }

  /** The ring for two seconds, unless it rings anyway. */
  tryRing(): void {
    if (this.#ring !== 'none') return
    clearTimeout(this.#trying)
    this.#parts.ringer.play(callRing)
    this.#trying = setTimeout(() => this.#play(), tryMs)
  }

  ringBack(on: boolean): void {
    this.#parts.earpiece.play(on ? ringBack : null)
  }

  #play(): void {
    this.#trying = undefined
    this.#parts.ringer.play(rings[this.#ring])
  }
}
