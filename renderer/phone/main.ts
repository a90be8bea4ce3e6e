import type { LineAccount, LineWanted } from '#contract'
import { bridgeOf } from './bridge.ts'
import { PhoneLine } from './line.ts'
import { Capture } from './media/capture.ts'
import { Devices } from './media/devices/devices.ts'
import { openEar, openQuietContext } from './media/ear.ts'
import { Legs } from './media/legs.ts'
import { LevelMeter } from './media/levels.ts'
import { Microphone, type VoiceTrack } from './media/microphone.ts'
import { openMicrophone } from './media/open-microphone.ts'
import { Peer } from './media/peer/peer.ts'
import { WarmPeers } from './media/peer/warm-peers.ts'
import { Pictures } from './media/picture/pictures.ts'
import { Speaker } from './media/speaker.ts'
import { UnheardSpeech } from './media/unheard-speech.ts'
import { voiceCaptures } from './media/voice/open-voice-capture.ts'
import { VoiceRecorder } from './media/voice/voice-recorder.ts'
import { voiceWanted } from './media/voice/voice-wanted.ts'
import { Reporter } from './reporter.ts'
import { rehearsalAccount, rehearseRegistration } from './sip/connection/rehearse-registration.ts'
import { openWebSocket } from './sip/connection/web-socket.ts'
import { rehearse } from './sip/rehearsal.ts'
import { type SipFact, SipLine } from './sip/sip-line.ts'
import { Sounds } from './tones/sounds.ts'
import { type OutputContext, TonePlayer, type ToneState } from './tones/tone-player.ts'

const bridge = bridgeOf(window)
const reporter = new Reporter({ bridge, onLoss: () => unwanted(), onWanted: (wanted) => want(wanted) })

function onTrouble(error: unknown): void {
  reporter.log('warn', error instanceof Error ? `${error.name}: ${error.message}` : String(error))
}

/** The border for everything nobody waited for. */
window.addEventListener('unhandledrejection', (event) => onTrouble(event.reason))
window.addEventListener('error', (event) => onTrouble(event.error ?? event.message))

function tonePlayer(onState: (state: ToneState) => void): TonePlayer {
  return new TonePlayer({ openContext: () => new AudioContext() as OutputContext, onState, onTrouble })
}

const output = document.body.appendChild(document.createElement('audio'))
const speaker = new Speaker(output, onTrouble)
const sounds = new Sounds({
  ringer: tonePlayer((ring) => reporter.fact({ type: 'ring', ring })),
  earpiece: tonePlayer(() => undefined),
  speaker,
})

const devices = new Devices({
  mediaDevices: navigator.mediaDevices,
  onChange: (known) => line.devicesChanged(known),
  onCameras: (cameras) => reporter.fact({ type: 'cameras', cameras }),
  onReview: () => {
    capture.review()
    pictures.review()
  },
  onTrouble,
})
const unheard = new UnheardSpeech<VoiceTrack>({
  openEar,
  onSpeaks: (speaks) => reporter.fact({ type: 'speaks-muted', speaks }),
  now: Date.now,
})
const microphone = new Microphone({
  onFact: (fact) => line.microphoneIs(fact),
  onUnheard: (track) => unheard.hear(track),
  onTrouble,
})
const capture = new Capture({
  open: openMicrophone,
  list: () => devices.microphones(),
  onSource: (source) => microphone.use(source),
  onTrouble,
})

const pictures = new Pictures({
  cameras: () => devices.cameras(),
  onFact: (fact) => reporter.fact(fact),
  signal: (signal) => void bridge.request('picture.toDesk', signal),
  onTrouble,
})

/** Voice messages of chats, from a capture of their own and never beside a call. */
const voice = new VoiceRecorder({
  open: voiceCaptures(() => devices.microphones()),
  onLevel: (told) => void bridge.request('voice.level', told),
  onRecorded: (told) => void bridge.request('voice.recorded', told),
  onFailed: (told) => void bridge.request('voice.failed', told),
  onTrouble,
})

const peers = new WarmPeers<Peer, RTCCertificate>({
  make: (account, certificate) => new Peer({ account, certificate }),
  certify: () => RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as AlgorithmIdentifier),
  discard: (peer) => peer.close(),
  now: Date.now,
})
const legs = new Legs({
  take: () => peers.take(),
  microphone,
  pictures,
  speaker,
  ringBack: { play: (on) => sounds.ringBack(on) },
  onSilent: (dialogId, silent) => reporter.fact({ type: 'far-side-silent', dialogId, silent }),
  onPathLost: (dialogId) => void sip.renew(dialogId, true),
})
const meter = new LevelMeter({
  openContext: openQuietContext,
  microphone: () => (microphone.audible instanceof MediaStreamTrack ? microphone.audible : null),
  farSide: () => legs.heard,
  report: (levels) => void bridge.request('line.levels', levels),
})

const sip = new SipLine({
  openSocket: openWebSocket,
  askSecret: () => bridge.request('line.secret', undefined),
  openMedia: (dialogId) => legs.open(dialogId),
  onFact: (fact) => happened(fact),
  log: (level, text) => reporter.log(level, text),
  newId: () => crypto.randomUUID(),
  now: Date.now,
  random: Math.random,
})
const line = new PhoneLine({
  sip,
  microphone,
  capture,
  peers,
  legs,
  pictures,
  sounds,
  meter,
  devices,
  report: (fact) => reporter.fact(fact),
})

let account: LineAccount | null = null
let rehearsed = false

function want(wanted: LineWanted): void {
  account = wanted.account
  // First: before the microphone opens for a call, its other use is over.
  voice.want(voiceWanted(wanted), wanted.devices.microphone)
  line.want(wanted)
  if (account === null) rehearseOnce(rehearsalAccount, rehearseRegistration)
}

/** Main cannot be heard. */
function unwanted(): void {
  voice.want(null, null)
  line.unwanted()
}

function happened(fact: SipFact): void {
  line.happened(fact)
  const registered = fact.type === 'registration' && fact.registration.status === 'registered'
  if (registered && account !== null) rehearseOnce(account)
}

/** Before anybody signs in; a window that was made anew serves its line first. */
function rehearseOnce(served: LineAccount, first: () => Promise<void> = () => Promise.resolve()): void {
  if (rehearsed) return
  rehearsed = true
  first()
    .then(() => rehearse(served, () => new Peer({ account: { ...served, iceServers: [] }, certificate: null })))
    .catch(onTrouble)
}

/** A network that changed or came back: what was gathered on the old one is worth nothing, and waiting is over. */
window.addEventListener('online', () => {
  peers.renew()
  sip.hurry()
})

bridge.subscribe('line.wanted', want)
bridge.subscribe('line.command', (command) => line.command(command))
bridge.subscribe('picture.fromDesk', (signal) => pictures.signalled(signal))
void devices.look().then(() => reporter.start())
