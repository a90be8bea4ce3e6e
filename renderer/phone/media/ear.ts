import { dominantHz, fillsWindow, rootMeanSquare } from './dominant-tone.ts'

/** At 16 kHz this is 128 ms of sound and a bin every 7.8 Hz, which a parabola refines to under one. */
const windowLength = 2048

/** An analyser on one stream. */
export class Ear {
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

  level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples)
    return rootMeanSquare(this.#samples)
  }

  /** Of what `level` has just looked at. */
  hz(): number | null {
    if (!fillsWindow(this.#samples)) return null
    this.#analyser.getFloatFrequencyData(this.#spectrum)
    return dominantHz(this.#spectrum, this.#analyser.context.sampleRate, rootMeanSquare(this.#samples))
  }

  close(): void {
    this.#node.disconnect()
  }
}

/** A context that measures and sounds nowhere. */
export function openQuietContext(): AudioContext {
  return new AudioContext({ sampleRate: 16_000, sinkId: { type: 'none' } } as AudioContextOptions)
}

/** An ear with a context of its own, for one track. */
export function openEar(track: object): { level(): number; close(): void } {
  if (!(track instanceof MediaStreamTrack)) throw new Error('nothing to listen to')
  const context = openQuietContext()
  const ear = new Ear(context, track, new MediaStream([track]))
  return {
    level: () => ear.level(),
    close: () => {
      ear.close()
      void context.close()
    },
  }
}
