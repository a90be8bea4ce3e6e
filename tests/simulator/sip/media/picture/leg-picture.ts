import { randomInt } from 'node:crypto'
import {
  PictureLossIndication,
  type RTCDtlsTransport,
  type RtcpPacket,
  RtcpPayloadSpecificFeedback,
  RtpHeader,
  type RtpPacket,
} from 'werift'
import { epochNow } from '../../../voice/epoch-now.ts'
import type { Picture } from '../../sip-side.ts'
import { answerTo, type Direction, readVideoSection, type VideoSaid, withoutVideo, withVideo } from './video-section.ts'

const VP8 = 96

/** A leg's picture: a section written beside the voice's own, on the same transport, and a mirror. */
export class LegPicture implements Picture {
  wanted = false
  mirror = false
  onOffered: (offered: boolean) => void = () => undefined
  packets = 0
  lastAt: number | null = null
  readonly #transport: () => RTCDtlsTransport | undefined
  readonly #ssrc = randomInt(1, 0x7f_ff_ff_ff)
  #theirs: VideoSaid | null = null
  #theirSsrc: number | null = null
  #said: Direction = 'inactive'
  /** Once there is a section there is one for ever (RFC 3264 section 8). */
  #mid: string | null = null

  constructor(transport: () => RTCDtlsTransport | undefined) {
    this.#transport = transport
  }

  get offered(): boolean {
    return this.#theirs !== null && this.#theirs.vp8 !== null && this.#theirs.direction !== 'inactive'
  }

  get agreed(): Picture['agreed'] {
    const ours = this.offered ? this.#said : 'inactive'
    const theirs = this.#theirs?.direction ?? 'inactive'
    return { sends: hears(ours) && speaks(theirs), receives: speaks(ours) && hears(theirs) }
  }

  /** What is left for the voice of a description of theirs. */
  take(sdp: string, kind: 'offer' | 'answer'): string {
    const before = this.offered
    this.#theirs = readVideoSection(sdp)
    this.#mid ??= this.#theirs?.mid ?? null
    if (kind === 'offer' && this.offered !== before) this.onOffered(this.offered)
    return withoutVideo(sdp)
  }

  /** Our answer, with what is to be said of the picture. */
  answering(sdp: string): string {
    if (this.#theirs === null) return sdp
    const { direction, vp8 } = this.#theirs
    return this.#say(sdp, answerTo(direction), this.wanted ? vp8 : null)
  }

  offering(sdp: string): string {
    if (this.wanted) this.#mid ??= '1'
    return this.#say(withoutVideo(sdp), 'sendrecv', this.wanted ? (this.#theirs?.vp8 ?? VP8) : null)
  }

  /** Whether the packet was one of a picture. */
  receive({ header, payload }: RtpPacket): boolean {
    if (header.payloadType !== (this.#theirs?.vp8 ?? VP8)) return false
    this.packets += 1
    this.lastAt = epochNow()
    const isNew = this.#theirSsrc !== header.ssrc
    this.#theirSsrc = header.ssrc
    if (isNew) this.#askForWholePicture()
    if (this.mirror && this.agreed.receives) this.#show(header, payload)
    return true
  }

  /** Whoever looks into the mirror and sees nothing yet asks for a whole picture: that is theirs to send. */
  feedback(packet: RtcpPacket): void {
    if (packet instanceof RtcpPayloadSpecificFeedback) this.#askForWholePicture()
  }

  #say(sdp: string, direction: Direction, vp8: number | null): string {
    this.#said = vp8 === null ? 'inactive' : direction
    if (this.#mid === null) return sdp
    return withVideo(sdp, { mid: this.#mid, direction: this.#said, vp8, ssrc: this.#ssrc })
  }

  #show({ payloadType, marker, sequenceNumber, timestamp }: RtpHeader, payload: Buffer): void {
    const header = new RtpHeader({ payloadType, marker, sequenceNumber, timestamp, ssrc: this.#ssrc })
    void this.#transport()?.sendRtp(payload, header)
  }

  #askForWholePicture(): void {
    if (this.#theirSsrc === null) return
    const feedback = new PictureLossIndication({ senderSsrc: this.#ssrc, mediaSsrc: this.#theirSsrc })
    void this.#transport()?.sendRtcp([new RtcpPayloadSpecificFeedback({ feedback })])
  }
}

function speaks(direction: Direction): boolean {
  return direction === 'sendrecv' || direction === 'sendonly'
}

function hears(direction: Direction): boolean {
  return direction === 'sendrecv' || direction === 'recvonly'
}
