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

  constructor(target: Sounding, onTrouble: (error: Error) => void) {
    this.#target = target
    this.#onTrouble = onTrouble
  }

  /** Resolves when the device is in use, or the system's instead. */
  async use(choice: DeviceChoice | null, devices: AudioDevices): Promise<void> {
    await this.#turn(findChosen(choice, devices.speakers)?.id ?? '')
  }

  async fallBack(): Promise<void> {
    await this.#turn('')
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
