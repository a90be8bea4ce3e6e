import type { Camera as CameraFact, DeviceChoice, LineFact } from '#contract'
import type { Source } from '../microphone.ts'

/** A picture as far as this needs it; a browser's `MediaStreamTrack` is one. */
export interface PictureTrack {
  enabled: boolean
  stop(): void
  onended: ((event: Event) => void) | null
}

export interface PictureSender<T> {
  replaceTrack(track: T | null): Promise<void>
}

export interface CameraParts<T> {
  /** Holds the device while it is wanted; lets go of it at once when it is not. */
  readonly capture: { want(held: boolean, choice: DeviceChoice | null): void }
  /** Rejects as `getDisplayMedia` does, when the agent thinks better of it as well. */
  readonly openScreen: () => Promise<T>
  readonly onFact: (fact: Extract<LineFact, { type: 'camera' | 'sending' }>) => void
  /** What goes out, for the agent's own view. */
  readonly onSelf: (dialogId: string | null, track: T | null) => void
  readonly onTrouble: (error: Error) => void
}

interface Leg<T> {
  sender: PictureSender<T> | null
  /** Both sides have agreed that we send. */
  sends: boolean
  held: boolean
  track: T | null
  told: Sending
}

type Sending = Extract<LineFact, { type: 'sending' }>['source']

/**
 * The one place that opens the camera. It is held only while one dialog may see it: the one main wants, in which both
 * sides have agreed that we send, and which is not on hold. Otherwise the device is let go and its light is off. A
 * screen takes the camera's place, and closes it.
 */
export class Camera<T extends PictureTrack> {
  readonly #parts: CameraParts<T>
  readonly #legs = new Map<string, Leg<T>>()
  #wanted: string | null = null
  /** Looked at by the agent alone, while no call sees it. */
  #looking = false
  #choice: DeviceChoice | null = null
  #source: Source<T> = { status: 'at-rest', label: '' }
  #screen: { readonly dialogId: string; readonly track: T } | null = null
  #told = ''
  #held = JSON.stringify([false, null])

  constructor(parts: CameraParts<T>) {
    this.#parts = parts
  }

  /** The one dialog that may see the camera, or none; and which camera. */
  openFor(dialogId: string | null, choice: DeviceChoice | null): void {
    this.#wanted = dialogId
    this.#choice = choice
    this.#settle()
  }

  look(looking: boolean): void {
    if (looking === this.#looking) return
    this.#looking = looking
    this.#settle()
  }

  attach(dialogId: string, sender: PictureSender<T>): void {
    const leg = this.#leg(dialogId)
    leg.sender = sender
    leg.track = null
    this.#settle()
  }

  agreed(dialogId: string, sends: boolean): void {
    this.#leg(dialogId).sends = sends
    this.#settle()
  }

  held(dialogId: string, held: boolean): void {
    this.#leg(dialogId).held = held
    this.#settle()
  }

  ended(dialogId: string): void {
    this.#legs.delete(dialogId)
    this.#settle()
  }

  /** The device was taken, changed or lost. */
  use(source: Source<T>): void {
    this.#source = source
    if (source.status === 'held') source.track.enabled = true
    this.#settle()
  }

  async share(dialogId: string, on: boolean): Promise<void> {
    if (!on) return this.#stopSharing()
    if (this.#open() !== dialogId) throw new Error('no video to share in')
    const track = await this.#parts.openScreen()
    if (this.#open() !== dialogId) {
      track.stop()
      throw new Error('the video is over')
    }
    this.#screen?.track.stop()
    // The window that was shared is gone, or the system's own button was pressed.
    track.onended = () => this.#stopSharing()
    this.#screen = { dialogId, track }
    this.#settle()
  }

  #stopSharing(): void {
    this.#screen?.track.stop()
    this.#screen = null
    this.#settle()
  }

  #leg(dialogId: string): Leg<T> {
    const leg = this.#legs.get(dialogId) ?? { sender: null, sends: false, held: false, track: null, told: 'off' }
    this.#legs.set(dialogId, leg)
    return leg
  }

  #open(): string | null {
    const leg = this.#wanted === null ? undefined : this.#legs.get(this.#wanted)
    return leg?.sender && leg.sends && !leg.held ? this.#wanted : null
  }

  #settle(): void {
    const open = this.#open()
    if (this.#screen && this.#screen.dialogId !== open) {
      this.#screen.track.stop()
      this.#screen = null
    }
    this.#hold((open !== null && this.#screen === null) || this.#looking)
    const track = this.#track()
    for (const [dialogId, leg] of this.#legs) this.#show(dialogId, leg, dialogId === open ? track : null)
    this.#parts.onSelf(open, open === null && !this.#looking ? null : track)
    this.#tell()
  }

  /** What it tells at once comes back to `use` before this goes on. */
  #hold(held: boolean): void {
    const wish = JSON.stringify([held, held ? this.#choice : null])
    if (wish === this.#held) return
    this.#held = wish
    this.#parts.capture.want(held, this.#choice)
  }

  #track(): T | null {
    if (this.#screen) return this.#screen.track
    return this.#source.status === 'held' ? this.#source.track : null
  }

  #show(dialogId: string, leg: Leg<T>, track: T | null): void {
    if (track === leg.track || leg.sender === null) return
    leg.track = track
    const source: Sending = track === null ? 'off' : track === this.#screen?.track ? 'screen' : 'camera'
    leg.sender
      .replaceTrack(track)
      .then(() => leg.track === track && this.#tellSending(dialogId, leg, source))
      .catch(this.#parts.onTrouble)
  }

  #tellSending(dialogId: string, leg: Leg<T>, source: Sending): void {
    if (source === leg.told || this.#legs.get(dialogId) !== leg) return
    leg.told = source
    this.#parts.onFact({ type: 'sending', dialogId, source })
  }

  #tell(): void {
    const { status, label } = this.#source
    const camera = {
      status: status === 'held' ? 'open' : status === 'at-rest' ? 'closed' : status,
      label,
    } as CameraFact
    const told = `${camera.status} ${camera.label}`
    if (told === this.#told) return
    this.#told = told
    this.#parts.onFact({ type: 'camera', camera })
  }
}
