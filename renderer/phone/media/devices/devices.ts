import type { AudioDevice, AudioDevices } from '#contract'
import { isAlias } from './device-choice.ts'

export interface DevicesParts {
  readonly mediaDevices: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener'>
  readonly onChange: (devices: AudioDevices) => void
  readonly onCameras: (cameras: readonly AudioDevice[]) => void
  /** Devices, the system's choice or a permission may have changed; said more often than `onChange`. */
  readonly onReview: () => void
  readonly onTrouble: (error: Error) => void
}

/** The net under `devicechange`, which some systems do not send. */
const pollMs = 2_000

/** What microphones and speakers there are, told whenever that changes. */
export class Devices {
  readonly #parts: DevicesParts
  #known: AudioDevices = { microphones: [], speakers: [] }
  #told = false
  #cameras = '[]'
  #poll: ReturnType<typeof setInterval> | undefined

  constructor(parts: DevicesParts) {
    this.#parts = parts
    parts.mediaDevices.addEventListener('devicechange', () => void this.look())
  }

  get known(): AudioDevices {
    return this.#known
  }

  /** The microphones with the system's choice among them, under its alias. */
  async microphones(): Promise<readonly AudioDevice[]> {
    const all = await this.#parts.mediaDevices.enumerateDevices()
    return all.filter((device) => device.kind === 'audioinput').map(describe)
  }

  async cameras(): Promise<readonly AudioDevice[]> {
    return listed(await this.#parts.mediaDevices.enumerateDevices(), 'videoinput')
  }

  /** Looks every two seconds while something hangs on it. */
  watch(closely: boolean): void {
    if (closely === (this.#poll !== undefined)) return
    clearInterval(this.#poll)
    this.#poll = closely ? setInterval(() => void this.look(), pollMs) : undefined
  }

  async look(): Promise<void> {
    try {
      const all = await this.#parts.mediaDevices.enumerateDevices()
      this.#compare({ microphones: listed(all, 'audioinput'), speakers: listed(all, 'audiooutput') })
      this.#compareCameras(listed(all, 'videoinput'))
      this.#parts.onReview()
    } catch (error) {
      this.#parts.onTrouble(error instanceof Error ? error : new Error(String(error)))
    }
  }

  #compare(devices: AudioDevices): void {
    if (this.#told && JSON.stringify(devices) === JSON.stringify(this.#known)) return
    this.#told = true
    this.#known = devices
    this.#parts.onChange(devices)
  }

  #compareCameras(cameras: readonly AudioDevice[]): void {
    const described = JSON.stringify(cameras)
    if (described === this.#cameras) return
    this.#cameras = described
    this.#parts.onCameras(cameras)
  }
}

function describe({ deviceId, groupId, label }: MediaDeviceInfo): AudioDevice {
  return { id: deviceId, groupId, label }
}

function listed(devices: readonly MediaDeviceInfo[], kind: MediaDeviceKind): AudioDevice[] {
  return devices.filter((device) => device.kind === kind && !isAlias(device.deviceId)).map(describe)
}
