import { RTCPeerConnection, RTCRtpCodecParameters, RtpHeader, RtpPacket } from 'werift'
import type { Report } from '../report.ts'
import type { Key, Voice } from '../sip-side.ts'
import { bePatient } from './be-patient.ts'
import { readDescription } from './description.ts'
import { createEnd } from './end.ts'
import { keepEarlyHello } from './keep-early-hello.ts'
import { createLegVoice, type LegVoice } from './leg-voice.ts'
import { LegPicture } from './picture/leg-picture.ts'

const TELEPHONE_EVENT = 101

/** Voices are G.711, so nothing else is offered: the phone may only choose the law. */
const CODECS = [
  { mimeType: 'audio/PCMA', payloadType: 8 },
  { mimeType: 'audio/PCMU', payloadType: 0 },
  { mimeType: 'audio/telephone-event', payloadType: TELEPHONE_EVENT, parameters: '0-16' },
]

/** The WebRTC end of one leg: DTLS-SRTP over ICE with host candidates, and the voice inside. */
export interface Media {
  readonly voice: Voice
  readonly keys: readonly Key[]
  readonly picture: LegPicture
  /** What this end says of itself in an offer. */
  readonly own: string
  receiveInfo(body: string): void
  /** Our offer, complete with candidates: no trickling. */
  offer(): Promise<string>
  /** The same, if it is ready already. */
  readonly prepared: string | null
  takeAnswer(sdp: string): Promise<void>
  /** Heeds their answer to an offer that changed no more than a direction. */
  heed(sdp: string): void
  /** Answers their first offer or a later one; hold directions are theirs to set. */
  answer(sdp: string): Promise<string>
  close(): Promise<void>
}

function createPeer(takesEvents: boolean): RTCPeerConnection {
  const codecs = CODECS.filter(({ payloadType }) => takesEvents || payloadType !== TELEPHONE_EVENT)
  const peer = new RTCPeerConnection({
    codecs: { audio: codecs.map((codec) => new RTCRtpCodecParameters({ clockRate: 8000, channels: 1, ...codec })) },
    iceServers: [],
    iceAdditionalHostAddresses: ['127.0.0.1'],
    iceUseIpv6: false,
    iceFilterCandidatePair: bePatient,
  })
  peer.addTransceiver('audio', { direction: 'sendrecv' })
  // werift falls back to a public STUN server when none is given, and gathering then takes five seconds.
  for (const transport of peer.iceTransports) delete transport.connection.stunServer
  return peer
}

function listen(peer: RTCPeerConnection, leg: LegVoice, picture: LegPicture): void {
  // Straight from the transport: werift's own routing knows only the sources that a description named.
  for (const transport of peer.dtlsTransports) {
    keepEarlyHello(transport)
    transport.onRtcp.subscribe((packet) => picture.feedback(packet))
    transport.onRtp.subscribe((packet) => {
      if (picture.receive(packet)) return
      const { header, payload } = packet
      const { payloadType, marker, sequenceNumber: sequence, timestamp } = header
      leg.receive({ payloadType, marker, sequence, timestamp, payload })
    })
  }
  peer.connectionStateChange.subscribe((state) => {
    if (state === 'connected') leg.start()
  })
}

export function createMedia(report: Report, takesEvents = true): Media {
  const leg = createLegVoice(({ payload, marker, payloadType, sequence, timestamp }) => {
    const header = new RtpHeader({ payloadType, marker, sequenceNumber: sequence, timestamp })
    void end.peer.getTransceivers()[0]?.sender.sendRtp(new RtpPacket(header, payload))
  })
  const picture = new LegPicture(() => end.peer.dtlsTransports[0])
  const end = createEnd(() => {
    const peer = createPeer(takesEvents)
    listen(peer, leg, picture)
    return peer
  }, report)
  let prepared: string | null = null

  /** What of it is for the voice. */
  function agree(sdp: string, kind: 'offer' | 'answer'): string {
    const theirs = readDescription(sdp)
    if (theirs.payloadType === null) throw new Error('No G.711 in the description')
    leg.agree(theirs)
    return picture.take(sdp, kind)
  }

  return {
    voice: leg.voice,
    keys: leg.keys,
    get own() {
      return picture.offering(end.peer.localDescription?.sdp ?? '')
    },
    picture,
    heed: (sdp) => void agree(sdp, 'answer'),
    receiveInfo: leg.receiveInfo,
    get prepared() {
      return prepared === null ? null : picture.offering(prepared)
    },
    async offer() {
      await end.peer.setLocalDescription(await end.peer.createOffer())
      prepared = end.peer.localDescription?.sdp ?? ''
      return picture.offering(prepared)
    },
    async takeAnswer(sdp) {
      await end.peer.setRemoteDescription({ type: 'answer', sdp: agree(sdp, 'answer') })
    },
    async answer(sdp) {
      return picture.answering(await end.answer(agree(sdp, 'offer')))
    },
    async close() {
      leg.stop()
      await end.peer.close()
    },
  }
}
