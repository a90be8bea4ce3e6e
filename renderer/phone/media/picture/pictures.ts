import type { LineFact, LineWanted, PictureSignal } from '#contract'
import { Capture, type CaptureParts } from '../capture.ts'
import type { PicturePath } from '../peer/picture-section.ts'
import { Camera } from './camera.ts'
import { Loopback } from './loopback.ts'
import { openCamera, openScreen } from './open-picture.ts'

export interface PicturesParts {
  readonly cameras: CaptureParts<MediaStreamTrack>['list']
  readonly onFact: (fact: LineFact) => void
  readonly signal: (signal: PictureSignal) => void
  readonly onTrouble: (error: unknown) => void
}

/** Everything of the phone window that has to do with pictures: the camera, the screen, and what the desk is shown. */
export class Pictures {
  readonly #camera: Camera<MediaStreamTrack>
  readonly #capture: Capture<MediaStreamTrack>
  readonly #loopback: Loopback

  constructor({ cameras, onFact, signal, onTrouble }: PicturesParts) {
    this.#loopback = new Loopback({ signal, onTrouble })
    this.#capture = new Capture<MediaStreamTrack>({
      open: openCamera,
      list: cameras,
      onSource: (source) => this.#camera.use(source),
      onTrouble,
    })
    this.#camera = new Camera<MediaStreamTrack>({
      capture: this.#capture,
      openScreen,
      onFact,
      onSelf: (dialogId, track) => this.#loopback.self(dialogId, track),
      onTrouble,
    })
  }

  want({ cameraFor, picture, devices }: Pick<LineWanted, 'cameraFor' | 'picture' | 'devices'>): void {
    this.#camera.openFor(cameraFor, devices.camera)
    this.#camera.look(picture?.dialogId === null)
    this.#loopback.want(picture)
  }

  /** A dialog has something to send a picture with, and one to show. */
  attach(dialogId: string, { sender, farSide }: PicturePath): void {
    this.#camera.attach(dialogId, sender)
    this.#loopback.far(dialogId, farSide)
  }

  agreed(dialogId: string, sends: boolean): void {
    this.#camera.agreed(dialogId, sends)
  }

  held(dialogId: string, held: boolean): void {
    this.#camera.held(dialogId, held)
  }

  ended(dialogId: string): void {
    this.#camera.ended(dialogId)
    this.#loopback.far(dialogId, null)
  }

  share(dialogId: string, on: boolean): Promise<void> {
    return this.#camera.share(dialogId, on)
  }

  signalled(signal: PictureSignal): void {
    void this.#loopback.answered(signal)
  }

  /** Cameras may have come or gone. */
  review(): void {
    if (this.#capture.lacking) this.#capture.review()
  }
}
