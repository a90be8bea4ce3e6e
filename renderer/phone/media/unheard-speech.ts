/** Louder than a room after noise suppression, quieter than a headset that is spoken into (about -36 dB). */
const speechLevel = 0.015

/** Long enough to be no cough; words have gaps, so a little silence does not start it over. */
const speaksMs = 600
const silentMs = 1_500

export interface Speech {
  readonly at: number
  /** What has been spoken of late. */
  readonly spokenMs: number
  readonly quietMs: number
  readonly speaks: boolean
}

export function noSpeech(at: number): Speech {
  return { at, spokenMs: 0, quietMs: 0, speaks: false }
}

/** One more look at the level. */
export function listenForSpeech(speech: Speech, level: number, at: number): Speech {
  const passed = at - speech.at
  const loud = level > speechLevel
  const spokenMs = loud ? Math.min(speaksMs, speech.spokenMs + passed) : Math.max(0, speech.spokenMs - passed / 2)
  const quietMs = loud ? 0 : speech.quietMs + passed
  const speaks = speech.speaks ? quietMs < silentMs : spokenMs >= speaksMs
  return { at, spokenMs, quietMs, speaks }
}

export interface UnheardSpeechParts<T> {
  /** Somewhere to measure a track; nothing of it is kept or sent. */
  readonly openEar: (track: T) => { level(): number; close(): void }
  readonly onSpeaks: (speaks: boolean) => void
  readonly now: () => number
}

const everyMs = 100

/** A call that ends is muted for a moment first, and is not worth an ear. */
const settleMs = 200

/** Notices that somebody speaks who is muted or on hold. */
export class UnheardSpeech<T> {
  readonly #parts: UnheardSpeechParts<T>
  #ear: { level(): number; close(): void } | null = null
  #speech = noSpeech(0)
  #settling: ReturnType<typeof setTimeout> | undefined
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(parts: UnheardSpeechParts<T>) {
    this.#parts = parts
  }

  /** The microphone's track while nobody hears it, or null. */
  hear(track: T | null): void {
    clearTimeout(this.#settling)
    clearInterval(this.#timer)
    this.#ear?.close()
    this.#ear = null
    this.#become({ ...noSpeech(this.#parts.now()) })
    if (track !== null) this.#settling = setTimeout(() => this.#listen(track), settleMs)
  }

  #listen(track: T): void {
    this.#become(noSpeech(this.#parts.now()))
    this.#ear = this.#parts.openEar(track)
    this.#timer = setInterval(() => this.#look(), everyMs)
  }

  #look(): void {
    if (this.#ear !== null) this.#become(listenForSpeech(this.#speech, this.#ear.level(), this.#parts.now()))
  }

  #become(speech: Speech): void {
    const changed = speech.speaks !== this.#speech.speaks
    this.#speech = speech
    if (changed) this.#parts.onSpeaks(speech.speaks)
  }
}
