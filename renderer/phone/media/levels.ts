import type { Levels } from '#contract'
import { Ear } from './ear.ts'

export interface LevelsParts {
  readonly openContext: () => AudioContext
  /** What there is to measure at this moment. */
  readonly microphone: () => MediaStreamTrack | null
  readonly farSide: () => MediaStream | null
  readonly report: (levels: Levels) => void
}

const everyMs = 100

/** What would move no bar is told once a second only: whoever begins to look must learn it (tests/bench, usage). */
const unchangedMs = 1_000

/** Reports levels about ten times a second, and costs nothing while nobody looks. */
export class LevelMeter {
  readonly #parts: LevelsParts
  #context: AudioContext | null = null
  #timer: ReturnType<typeof setInterval> | undefined
  #microphone: Ear | null = null
  #farSide: Ear | null = null
  #told: Levels = { microphone: 0, farSide: 0, farSideHz: null }
  #untoldMs = unchangedMs

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
    this.#tell({
      microphone: this.#microphone?.level() ?? 0,
      farSide: this.#farSide?.level() ?? 0,
      farSideHz: this.#farSide?.hz() ?? null,
    })
  }

  #tell(levels: Levels): void {
    this.#untoldMs += everyMs
    if (this.#untoldMs < unchangedMs && looksAlike(levels, this.#told)) return
    this.#told = levels
    this.#untoldMs = 0
    this.#parts.report(levels)
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

/** A pixel of the desk's bar, 72 for 60 dB, is 0.8 dB; what it shows none of is all alike. */
const pixelOfLevel = 1.1
const invisible = 0.001

function looksAlike(one: Levels, other: Levels): boolean {
  const near = (a: number, b: number) => Math.max(a, b, invisible) < Math.max(Math.min(a, b), invisible) * pixelOfLevel
  return near(one.microphone, other.microphone) && near(one.farSide, other.farSide) && sameTone(one, other)
}

function sameTone({ farSideHz: one }: Levels, { farSideHz: other }: Levels): boolean {
  return one === other || (one !== null && other !== null && Math.abs(one - other) < 1)
}
