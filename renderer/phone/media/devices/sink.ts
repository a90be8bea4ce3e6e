import type { AudioDevices, DeviceChoice } from '#contract'
import { findChosen } from './device-choice.ts'

/** Something that can be told where to sound: an audio element or an audio context. */
export interface Sounding {
  setSinkId(deviceId: string): Promise<void>
}

/** Keeps a sound on its chosen device, and on the system's when that one is away or will not have it. */
export class Sink {
  readonly #target: Sounding
  readonly #onTrouble: (error: Error) => void
  #used = ''
  /** One change after the other: Chromium loses a sink that is set, or a context that is resumed, during another. */
  #turning: Promise<void> = Promise.resolve()

  constructor(target: Sounding, onTrouble: (error: Error) => void) {
    this.#target = target
    this.#onTrouble = onTrouble
  }

  /** Resolves when the device is in use, or the system's instead. */
  use(choice: DeviceChoice | null, devices: AudioDevices): Promise<void> {
    return this.#then(findChosen(choice, devices.speakers)?.id ?? '')
  }

  fallBack(): Promise<void> {
    return this.#then('')
  }

  #then(deviceId: string): Promise<void> {
    this.#turning = this.#turning.then(() => this.#turn(deviceId))
    return this.#turning
  }

  async #turn(deviceId: string): Promise<void> {
    if (deviceId === this.#used) return
    this.#used = deviceId
    try {
      await this.#target.setSinkId(deviceId)
    } catch (error) {
      this.#onTrouble(error instanceof Error ? error : new Error(String(error)))
      if (deviceId !== '') await this.#turn('')
    }
  }
}
