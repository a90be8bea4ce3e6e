import type { AudioDevice, DeviceChoice } from '#contract'
import { findChosen, nameOf } from './devices/device-choice.ts'
import type { NoSource, Source, VoiceTrack } from './microphone.ts'

/** A captured track, of a camera as well: what the microphone needs, and what tells which device it is. */
export interface CapturedTrack extends VoiceTrack {
  readonly readyState: 'live' | 'ended'
  onended: ((event: Event) => void) | null
  getSettings(): { deviceId?: string; groupId?: string }
}

export interface CaptureParts<T extends CapturedTrack> {
  /** `deviceId` null: the system's choice. Rejects as `getUserMedia` does. */
  readonly open: (deviceId: string | null) => Promise<T>
  /** The devices there are, the system's choice among them under the id 'default'. */
  readonly list: () => Promise<readonly AudioDevice[]>
  readonly onSource: (source: Source<T>) => void
  readonly onTrouble: (error: Error) => void
}

/**
 * Holds the chosen device while it is wanted, the next best while that one is away, and takes it back when it
 * returns. `review` is the only thing that acts; it runs once at a time and again if something changed meanwhile.
 */
export class Capture<T extends CapturedTrack> {
  readonly #parts: CaptureParts<T>
  #held = false
  #choice: DeviceChoice | null = null
  #track: T | null = null
  /** What the device of the track is called. */
  #label = ''
  #lost: string | null = null
  #reviewing = false
  #again = false

  constructor(parts: CaptureParts<T>) {
    this.#parts = parts
  }

  want(held: boolean, choice: DeviceChoice | null): void {
    const changed = held !== this.#held || JSON.stringify(choice) !== JSON.stringify(this.#choice)
    this.#held = held
    this.#choice = choice
    if (!held) this.#release()
    if (changed) this.review()
  }

  /** A microphone is wanted and there is none. */
  get lacking(): boolean {
    return this.#held && this.#track === null
  }

  /** Something may have changed: devices, permission, the wish. */
  review(): void {
    this.#again = true
    if (!this.#reviewing) void this.#run()
  }

  async #run(): Promise<void> {
    this.#reviewing = true
    while (this.#again) {
      this.#again = false
      try {
        if (this.#held) await this.#settle()
      } catch (error) {
        this.#failed(error instanceof Error ? error : new Error(String(error)))
      }
    }
    this.#reviewing = false
  }

  async #settle(): Promise<void> {
    const devices = await this.#parts.list()
    const chosen = findChosen(this.#choice, devices)
    if (this.#track !== null && this.#isRight(this.#track, chosen, devices)) return
    const track = await this.#open(chosen)
    if (this.#held) this.#take(track, nameOf(track, devices))
    else track.stop()
  }

  /** The chosen device, or the system's choice rather than none at all. */
  async #open(chosen: AudioDevice | null): Promise<T> {
    try {
      return await this.#parts.open(chosen?.id ?? null)
    } catch (error) {
      if (chosen === null || this.#track !== null) throw error
      return this.#parts.open(null)
    }
  }

  /** Whether what is held is what would be taken now; a device that stands in for an absent one stays. */
  #isRight(track: CapturedTrack, chosen: AudioDevice | null, devices: readonly AudioDevice[]): boolean {
    const { deviceId, groupId } = track.getSettings()
    if (chosen !== null) return deviceId === chosen.id
    const system = devices.find((device) => device.id === 'default')
    return system === undefined || system.groupId === groupId
  }

  #take(track: T, label: string): void {
    const old = this.#track
    track.enabled = false
    track.onended = () => this.#unplugged(track)
    this.#track = track
    this.#label = label
    this.#lost = null
    this.#parts.onSource({ status: 'held', track, label })
    if (old !== null) drop(old)
    if (track.readyState === 'ended') this.#unplugged(track)
  }

  #unplugged(track: T): void {
    if (this.#track !== track) return
    this.#track = null
    this.#lost = this.#label
    this.#parts.onSource({ status: 'unplugged', label: this.#label })
    this.review()
  }

  #release(): void {
    const track = this.#track
    this.#track = null
    this.#lost = null
    this.#parts.onSource({ status: 'at-rest', label: (track ? this.#label : this.#choice?.label) ?? '' })
    if (track !== null) drop(track)
  }

  /** What is held goes on being held; without anything, why there is none. */
  #failed(error: Error): void {
    if (this.#track !== null) this.#parts.onTrouble(error)
    else if (this.#held) this.#parts.onSource(whyNone(error, this.#lost, this.#choice?.label ?? ''))
  }
}

function drop(track: CapturedTrack): void {
  track.onended = null
  track.stop()
}

/** The names `getUserMedia` rejects with (W3C Media Capture 10.2). */
function whyNone(error: Error, lost: string | null, label: string): NoSource {
  if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return { status: 'refused', label }
  if (error.name !== 'NotFoundError' && error.name !== 'OverconstrainedError') return { status: 'failed', label }
  return lost === null ? { status: 'missing', label } : { status: 'unplugged', label: lost }
}
