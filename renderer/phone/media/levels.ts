import type { Levels } from '#contract'
import { dominantHz, fillsWindow, rootMeanSquare } from './dominant-tone.ts'

export interface LevelsParts {
  readonly openContext: () => AudioContext
  /** What there is to measure at this moment. */
  readonly microphone: () => MediaStreamTrack | null
  readonly farSide: () => MediaStream | null
  readonly report: (levels: Levels) => void
}

const everyMs = 100

/** At 16 kHz this is 128 ms of sound and a bin every 7.8 Hz, which a parabola refines to under one. */
const windowLength = 2048

/** Reports levels about ten times a second, and costs nothing while nobody looks. */
export class LevelMeter {
  readonly #parts: LevelsParts
  #context: AudioContext | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #microphone: Ear | null = null
  #farSide: Ear | null = null

  constructor(parts: LevelsParts) {
    this.#parts = parts
  }

  run(on: boolean): void {
    if (on === (this.#timer !== undefined)) return
    clearInterval(this.#timer)
    this.#timer = on ? setInterval(() => this.#look(), everyMs) : undefined
    if (!on) this.#close()
  }

  #look(): void {
    const track = this.#parts.microphone()
    const farSide = this.#parts.farSide()
    if (track === null && farSide === null) this.#close()
    this.#microphone = this.#follow(this.#microphone, track, () => new MediaStream(track === null ? [] : [track]))
    this.#farSide = this.#follow(this.#farSide, farSide, () => farSide)
    const heard = this.#farSide?.listen() ?? null
    this.#parts.report({
      microphone: this.#microphone?.listen().level ?? 0,
      farSide: heard?.level ?? 0,
      farSideHz: heard?.hz ?? null,
    })
  }

  #follow(ear: Ear | null, source: object | null, stream: () => MediaStream | null): Ear | null {
    if (ear !== null && ear.source === source) return ear
    ear?.close()
    const sound = source === null ? null : stream()
    if (source === null || sound === null || sound.getAudioTracks().length === 0) return null
    this.#context ??= this.#parts.openContext()
    return new Ear(this.#context, source, sound)
  }

  #close(): void {
    this.#microphone?.close()
    this.#farSide?.close()
    this.#microphone = null
    this.#farSide = null
    void this.#context?.close()
    this.#context = null
  }
}

/** An analyser on one stream. */
class Ear {
  readonly source: object
  readonly #node: MediaStreamAudioSourceNode
  readonly #analyser: AnalyserNode
  readonly #samples = new Float32Array(windowLength)
  readonly #spectrum = new Float32Array(windowLength / 2)

  constructor(context: AudioContext, source: object, stream: MediaStream) {
    this.source = source
    this.#node = context.createMediaStreamSource(stream)
    this.#analyser = new AnalyserNode(context, { fftSize: windowLength, smoothingTimeConstant: 0 })
    this.#node.connect(this.#analyser)
  }

  listen(): { readonly level: number; readonly hz: number | null } {
    this.#analyser.getFloatTimeDomainData(this.#samples)
    this.#analyser.getFloatFrequencyData(this.#spectrum)
    const level = rootMeanSquare(this.#samples)
    const { sampleRate } = this.#analyser.context
    return { level, hz: fillsWindow(this.#samples) ? dominantHz(this.#spectrum, sampleRate, level) : null }
  }

  close(): void {
    this.#node.disconnect()
  }
}
