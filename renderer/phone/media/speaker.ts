import type { AudioDevices, DeviceChoice } from '#contract'
import { Sink } from './devices/sink.ts'

/** The slice of an audio element that is used. */
export interface OutputElement {
  srcObject: MediaProvider | null
  volume: number
  play(): Promise<void>
  setSinkId(deviceId: string): Promise<void>
}

/** The one place where the far side sounds: one element, whatever the number of calls. */
export class Speaker {
  readonly #element: OutputElement
  readonly #sink: Sink
  readonly #onTrouble: (error: Error) => void

  constructor(element: OutputElement, onTrouble: (error: Error) => void) {
    this.#element = element
    this.#onTrouble = onTrouble
    this.#sink = new Sink(element, onTrouble)
  }

  use(choice: DeviceChoice | null, volume: number, devices: AudioDevices): void {
    this.#element.volume = Math.min(1, Math.max(0, volume))
    void this.#sink.use(choice, devices)
  }

  hear(farSide: MediaStream | null): void {
    if (this.#element.srcObject === farSide) return
    this.#element.srcObject = farSide
    if (farSide === null) return
    this.#element.play().catch((error: Error) => {
      // Another stream took its place before this one had begun.
      if (error.name !== 'AbortError') this.#onTrouble(error)
    })
  }
}

/** Whom the agent hears when several dialogs are up: whoever may hear them, who rings, or else who came last. */
export function heardDialog(
  {
    established,
    onHold,
    ringing,
  }: { established: readonly string[]; onHold: ReadonlySet<string>; ringing: string | null },
  microphoneFor: string | null,
): string | null {
  if (microphoneFor !== null && established.includes(microphoneFor)) return microphoneFor
  return established.findLast((id) => !onHold.has(id)) ?? ringing ?? established.at(-1) ?? null
}
