import type { LineAccount } from '#contract'
import type { Direction } from '../../sip/hold.ts'
import type { OfferOptions, SendTones } from '../../sip/session-description.ts'
import type { Received } from '../far-side-silence.ts'
import type { VoiceSender } from '../microphone.ts'
import { candidateWait, waitForCandidates } from './candidates.ts'
import { orderCodecs } from './codecs.ts'
import { baseOf, ownAddresses } from './own-addresses.ts'
import { type PicturePath, PictureSection } from './picture-section.ts'
import { sendEvents } from './tone-events.ts'

export interface PeerOptions {
  readonly account: Pick<LineAccount, 'iceServers' | 'codecs' | 'videoCodecs'>
  readonly certificate: RTCCertificate | null
}

type Awaits = 'nothing' | 'our-answer' | 'their-answer'

/** Where the last wait for candidates stands in the page's timeline, for the benchmark. */
export const candidateWaitMeasure = 'candidate-wait'

/** The media of one dialog: one peer connection with one audio section, and one for video from when it is wanted. */
export class Peer {
  readonly farSide = new MediaStream()
  /** Told once, when there is something to send with. */
  onSender: ((sender: VoiceSender) => void) | null = null
  onFarSide: (() => void) | null = null
  /** The path between the two sides broke and ICE did not mend it by itself. */
  onPathLost: (() => void) | null = null
  readonly #connection: RTCPeerConnection
  readonly #options: PeerOptions
  readonly #madeAt = performance.now()
  readonly #picture: PictureSection
  #audio: RTCRtpTransceiver | null = null

  constructor(options: PeerOptions) {
    this.#options = options
    this.#connection = new RTCPeerConnection({
      iceServers: options.account.iceServers.map((server) => ({ ...server })),
      ...(options.certificate === null ? {} : { certificates: [options.certificate] }),
      // With `max-bundle` Chromium takes no answer that leaves the group out, as a PBX without BUNDLE does (RFC 9143 7.3).
      bundlePolicy: 'balanced',
      iceCandidatePoolSize: 1,
    })
    this.#picture = new PictureSection(this.#connection, options.account.videoCodecs)
    this.#connection.ontrack = ({ track }) => this.#arrived(track)
    this.#connection.onconnectionstatechange = () => {
      if (this.#connection.connectionState === 'failed') this.onPathLost?.()
    }
  }

  get video(): Direction | null {
    return this.#picture.direction
  }

  set onPicture(tell: (path: PicturePath) => void) {
    this.#picture.onPath = tell
  }

  get awaits(): Awaits {
    const state = this.#connection.signalingState
    if (state === 'have-remote-offer') return 'our-answer'
    return state === 'have-local-offer' || state === 'have-remote-pranswer' ? 'their-answer' : 'nothing'
  }

  get broken(): boolean {
    return this.#audio?.sender.transport?.state === 'failed'
  }

  async stands(): Promise<boolean> {
    const { local } = this.#audio?.sender.transport?.iceTransport.getSelectedCandidatePair() ?? {}
    const base = local ? baseOf(local) : null
    if (base === null) return true
    const own = await ownAddresses()
    return own.size === 0 || own.has(base)
  }

  async hear(kind: 'offer' | 'answer' | 'early-answer', sdp: string): Promise<void> {
    await this.#connection.setRemoteDescription({ type: kind === 'early-answer' ? 'pranswer' : kind, sdp })
  }

  /** Without a track no event goes out either. */
  get tones(): SendTones | null {
    const { dtmf, track } = this.#audio?.sender ?? {}
    if (!dtmf?.canInsertDTMF || !track) return null
    return (keys, toneMs, gapMs) => sendEvents(dtmf, keys, toneMs, gapMs)
  }

  async offer({ restartIce, direction, video }: OfferOptions): Promise<string> {
    this.#use(this.#audio ?? this.#connection.addTransceiver('audio', { direction }), direction)
    this.#picture.offer(video)
    if (restartIce) this.#connection.restartIce()
    return this.#describe()
  }

  async answer(direction: Direction, video: Direction): Promise<string> {
    const offered = this.#connection.getTransceivers()
    const audio = this.#audio ?? offered.find((transceiver) => transceiver.receiver.track.kind === 'audio') ?? null
    if (audio === null) throw new Error('an offer without sound')
    for (const other of offered) if (other !== audio && other.direction !== 'stopped') other.direction = 'inactive'
    this.#use(audio, direction)
    this.#picture.answer(video)
    return this.#describe()
  }

  async rollback(): Promise<void> {
    if (this.awaits === 'their-answer') await this.#connection.setLocalDescription({ type: 'rollback' })
    if (this.awaits === 'our-answer') await this.#connection.setRemoteDescription({ type: 'rollback', sdp: '' })
  }

  /** What has arrived so far, or null before anything was agreed. */
  async received(): Promise<Received | null> {
    const reports = (await this.#audio?.receiver.getStats()) ?? null
    for (const report of reports?.values() ?? []) if (report.type === 'inbound-rtp') return readReceived(report)
    return null
  }

  close(): void {
    this.#connection.ontrack = null
    this.#connection.onconnectionstatechange = null
    this.#connection.close()
    for (const track of this.farSide.getTracks()) {
      track.stop()
      this.farSide.removeTrack(track)
    }
  }

  #use(audio: RTCRtpTransceiver, direction: Direction): void {
    const known = this.#audio !== null
    this.#audio = audio
    audio.direction = direction
    const listed = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? []
    audio.setCodecPreferences(orderCodecs(listed, this.#options.account.codecs))
    if (!known) this.onSender?.(audio.sender)
  }

  #arrived(track: MediaStreamTrack): void {
    if (track.kind !== 'audio') return
    this.farSide.addTrack(track)
    this.onFarSide?.()
  }

  async #describe(): Promise<string> {
    await this.#connection.setLocalDescription()
    const start = performance.now()
    const hasIceServers = this.#options.account.iceServers.length > 0
    await waitForCandidates(this.#connection, candidateWait(hasIceServers, start - this.#madeAt))
    performance.clearMeasures(candidateWaitMeasure)
    performance.measure(candidateWaitMeasure, { start, end: performance.now() })
    const sdp = this.#connection.localDescription?.sdp
    if (sdp === undefined) throw new Error('closed while describing')
    return sdp
  }
}

/** `inbound-rtp` of W3C WebRTC Statistics 8.5; audio members are absent before the first packet. */
function readReceived(report: Partial<RTCInboundRtpStreamStats> & { readonly timestamp: number }): Received {
  return {
    atMs: report.timestamp,
    packets: report.packetsReceived ?? 0,
    energy: report.totalAudioEnergy ?? 0,
    duration: report.totalSamplesDuration ?? 0,
  }
}
