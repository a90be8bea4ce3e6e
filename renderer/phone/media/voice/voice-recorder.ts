import type { DeviceChoice, VoiceRequests } from '#contract'
import type { Recording } from './recording.ts'

/** One voice message's own capture; nothing else ever hears it. */
export interface VoiceCapture {
  /** What has been heard since, 0 to 1. */
  level(): number
  readonly recording: Recording
  /** The device is let go. */
  close(): void
}

type Told<N extends keyof VoiceRequests> = Parameters<VoiceRequests[N]>[0]

export interface VoiceRecorderParts {
  /** Opens the chosen microphone, or the system's; rejects as `getUserMedia` does. `onEnded`: it was pulled out. */
  readonly open: (choice: DeviceChoice | null, onEnded: () => void) => Promise<VoiceCapture>
  readonly onLevel: (told: Told<'voice.level'>) => void
  readonly onRecorded: (told: Told<'voice.recorded'>) => void
  readonly onFailed: (told: Told<'voice.failed'>) => void
  readonly onTrouble: (error: Error) => void
}

const everyMs = 100

/** Main ends it after a minute; should main not, it ends itself. */
const longestMs = 65_000

interface Running {
  readonly id: string
  capture: VoiceCapture | null
  meter: ReturnType<typeof setInterval> | undefined
  limit: ReturnType<typeof setTimeout> | undefined
}

/** Records the one voice message that main wants, from then until main no longer does. */
export class VoiceRecorder {
  readonly #parts: VoiceRecorderParts
  #running: Running | null = null
  /** What ended by itself is not begun again because main has not heard of it yet. */
  #wanted: string | null = null

  constructor(parts: VoiceRecorderParts) {
    this.#parts = parts
  }

  want(recording: string | null, choice: DeviceChoice | null): void {
    if (recording === this.#wanted) return
    this.#wanted = recording
    this.#stop()
    if (recording !== null) void this.#start(recording, choice)
  }

  async #start(id: string, choice: DeviceChoice | null): Promise<void> {
    const running: Running = { id, capture: null, meter: undefined, limit: undefined }
    this.#running = running
    try {
      const capture = await this.#parts.open(choice, () => this.#ended(running))
      if (this.#running === running) this.#run(running, capture)
      else {
        // It is no longer wanted: nothing was recorded, and the device goes at once.
        capture.close()
        this.#parts.onFailed({ recording: id })
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      this.#failed(running, error)
    }
  }

  #run(running: Running, capture: VoiceCapture): void {
    running.capture = capture
    running.meter = setInterval(
      () => this.#parts.onLevel({ recording: running.id, level: Math.min(1, capture.level()) }),
      everyMs,
    )
    running.limit = setTimeout(() => this.#ended(running), longestMs)
  }

  /** The microphone has gone or the time is over: what there is of it is told without having been asked for. */
  #ended(running: Running): void {
    if (this.#running === running) this.#stop()
  }

  #stop(): void {
    const running = this.#running
    this.#running = null
    if (running?.capture) void this.#finish(running, running.capture)
  }

  async #finish({ id, meter, limit }: Running, capture: VoiceCapture): Promise<void> {
    clearInterval(meter)
    clearTimeout(limit)
    const finished = capture.recording.stop()
    // The device is closed now, whatever becomes of the sound.
    capture.close()
    try {
      const { content, ending } = await finished
      this.#parts.onRecorded({ recording: id, content, ending })
    } catch (error) {
      if (!(error instanceof Error)) throw error
      this.#parts.onTrouble(error)
      this.#parts.onFailed({ recording: id })
    }
  }

  #failed(running: Running, error: Error): void {
    if (this.#running === running) this.#running = null
    this.#parts.onTrouble(error)
    this.#parts.onFailed({ recording: running.id })
  }
}
