import type { AudioDevices, DeviceChoice } from '#contract'
import { Sink } from '../media/devices/sink.ts'
import { type Pattern, render } from './patterns.ts'

/** An audio context that can be told where to sound (Web Audio 1.1; Chromium 110). */
export type OutputContext = AudioContext & { setSinkId(deviceId: string): Promise<void> }

export type ToneState = 'silent' | 'sounding' | 'failed'

export interface TonePlayerParts {
  readonly openContext: () => OutputContext
  readonly onState: (state: ToneState) => void
  readonly onTrouble: (error: Error) => void
}

/** A pattern sounds from its first moment, so silence for this long means that nothing sounds. */
const provenMs = 600
const lookMs = 15

/** Plays one pattern at a time on its own device, and says whether it really sounds. */
export class TonePlayer {
  readonly #parts: TonePlayerParts
  readonly #context: OutputContext
  readonly #volume: GainNode
  readonly #ear: AnalyserNode
  readonly #sink: Sink
  #choice: DeviceChoice | null = null
  #devices: AudioDevices = { microphones: [], speakers: [] }
  #pattern: Pattern | null = null
  #source: AudioBufferSourceNode | null = null
  #state: ToneState = 'silent'
  /** Tells the start that counts from one that was overtaken. */
  #turn = 0

  constructor(parts: TonePlayerParts) {
    this.#parts = parts
    this.#context = parts.openContext()
    this.#volume = new GainNode(this.#context)
    this.#ear = new AnalyserNode(this.#context, { fftSize: 1024 })
    this.#volume.connect(this.#ear).connect(this.#context.destination)
    this.#sink = new Sink(this.#context, parts.onTrouble)
    void this.#context.suspend()
  }

  use(choice: DeviceChoice | null, volume: number, devices: AudioDevices): void {
    this.#choice = choice
    this.#devices = devices
    this.#volume.gain.value = Math.min(1, Math.max(0, volume))
    void this.#sink.use(choice, devices)
    if (this.#state === 'failed' && devices.speakers.length > 0) this.#again()
  }

  /** A device has come while a tone was wanted and could not sound. */
  #again(): void {
    const pattern = this.#pattern
    this.play(null)
    this.play(pattern)
  }

  /** A pattern, or null for silence; the same pattern again changes nothing. */
  play(pattern: Pattern | null): void {
    if (pattern === this.#pattern) return
    this.#pattern = pattern
    this.#turn += 1
    this.#source?.stop()
    this.#source?.disconnect()
    this.#source = null
    if (pattern === null) this.#rest()
    else void this.#start(pattern, this.#turn)
  }

  #rest(): void {
    void this.#context.suspend()
    this.#tell('silent')
  }

  async #start(pattern: Pattern, turn: number): Promise<void> {
    const samples = render(pattern, this.#context.sampleRate)
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: this.#context.sampleRate })
    buffer.copyToChannel(samples, 0)
    this.#source = new AudioBufferSourceNode(this.#context, { buffer, loop: !pattern.once })
    this.#source.connect(this.#volume)
    this.#source.start()
    await this.#sink.use(this.#choice, this.#devices)
    if (await this.#sounds(turn)) return this.#settle(turn, 'sounding')
    await this.#sink.fallBack()
    this.#settle(turn, (await this.#sounds(turn)) ? 'sounding' : 'failed')
  }

  #settle(turn: number, state: ToneState): void {
    if (turn === this.#turn) this.#tell(state)
  }

  /** Whether the tone left for a device: the context's clock runs, and what passes is not silence. */
  async #sounds(turn: number): Promise<boolean> {
    if (this.#devices.speakers.length === 0) return false
    void this.#context.resume()
    const samples = new Float32Array(this.#ear.fftSize)
    const giveUpAt = performance.now() + provenMs
    while (turn === this.#turn && performance.now() < giveUpAt) {
      await new Promise((resolve) => setTimeout(resolve, lookMs))
      this.#ear.getFloatTimeDomainData(samples)
      const muted = this.#volume.gain.value === 0
      if (this.#context.state === 'running' && (muted || samples.some((sample) => sample !== 0))) return true
    }
    return false
  }

  #tell(state: ToneState): void {
    if (state === this.#state) return
    this.#state = state
    this.#parts.onState(state)
  }
}
