import type { LineAccount } from '#contract'
import type { Direction } from '../../sip/hold.ts'

/** What a dialog's picture goes out by, and what comes in. */
export interface PicturePath {
  readonly sender: Pick<RTCRtpSender, 'replaceTrack'>
  readonly farSide: MediaStreamTrack
}

/** The video section of a peer connection: it is there from the first time that either side wants a picture. */
export class PictureSection {
  /** Told of each one; the far side can take a section away for good. */
  onPath: ((path: PicturePath) => void) | null = null
  readonly #connection: RTCPeerConnection
  readonly #codecs: LineAccount['videoCodecs']
  #transceiver: RTCRtpTransceiver | null = null

  constructor(connection: RTCPeerConnection, codecs: LineAccount['videoCodecs']) {
    this.#connection = connection
    this.#codecs = codecs
  }

  /** What both sides have agreed on. */
  get direction(): Direction | null {
    const direction = this.#transceiver?.currentDirection ?? null
    return direction === 'stopped' || direction === 'inactive' ? null : direction
  }

  /** Null: none is wanted. */
  offer(direction: Direction | null): void {
    this.#forgetStopped()
    if (direction !== null)
      this.#use(this.#transceiver ?? this.#connection.addTransceiver('video', { direction }), direction)
    else if (this.#transceiver?.mid === null) {
      // One whose offer was refused would be offered again.
      this.#transceiver.stop()
      this.#transceiver = null
    } else if (this.#transceiver) this.#transceiver.direction = 'inactive'
  }

  answer(direction: Direction): void {
    this.#forgetStopped()
    const offered = this.#connection.getTransceivers().find(isOffered)
    if (offered) this.#use(offered, direction)
  }

  #forgetStopped(): void {
    if (this.#transceiver?.direction === 'stopped') this.#transceiver = null
  }

  #use(transceiver: RTCRtpTransceiver, direction: Direction): void {
    transceiver.direction = direction
    if (transceiver === this.#transceiver) return
    this.#transceiver = transceiver
    if (this.#codecs) transceiver.setCodecPreferences(inOrder(this.#codecs))
    this.onPath?.({ sender: transceiver.sender, farSide: transceiver.receiver.track })
  }
}

function isOffered({ mid, direction, receiver }: RTCRtpTransceiver): boolean {
  return mid !== null && direction !== 'stopped' && receiver.track.kind === 'video'
}

/** The chosen ones first, then what mends them (retransmission, forward error correction); nothing else. */
function inOrder(codecs: NonNullable<LineAccount['videoCodecs']>): RTCRtpCodec[] {
  const listed = RTCRtpReceiver.getCapabilities('video')?.codecs ?? []
  const names = [...codecs, 'rtx', 'red', 'ulpfec'].map((name) => `video/${name}`.toLowerCase())
  return names.flatMap((name) => listed.filter(({ mimeType }) => mimeType.toLowerCase() === name))
}
