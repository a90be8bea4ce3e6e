// Peer connections as a browser gives them: the microphone with its usual processing, one audio section, G.711.
const processing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 }
const output = Object.assign(document.createElement('audio'), { autoplay: true })
let track
let hearing

async function takeMicrophone() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: processing })
  track = stream.getAudioTracks()[0]
}

function hear({ track: theirs }) {
  output.srcObject = new MediaStream([theirs])
}

/** The microphone is held and heard by nobody. */
window.hold = async () => {
  await takeMicrophone()
  track.enabled = false
}

/** Our end of a call that another program offers; the microphone is closed at first. */
window.answer = async (sdp) => {
  await takeMicrophone()
  track.enabled = false
  const connection = new RTCPeerConnection()
  connection.ontrack = hear
  await connection.setRemoteDescription({ type: 'offer', sdp })
  const [transceiver] = connection.getTransceivers()
  transceiver.direction = 'sendrecv'
  await transceiver.sender.replaceTrack(track)
  await connection.setLocalDescription()
  await gathered(connection)
  return connection.localDescription.sdp
}

/** Opens or closes the microphone, and gives the moment. */
window.speak = (open) => {
  track.enabled = open
  return performance.timeOrigin + performance.now()
}

function gathered(connection) {
  return new Promise((resolve) => {
    const look = () => connection.iceGatheringState === 'complete' && resolve(null)
    connection.onicegatheringstatechange = look
    look()
  })
}

/** Both ends of a call in this page: what the microphone hears sounds at the output. */
window.loop = async () => {
  await takeMicrophone()
  const [ours, theirs] = [new RTCPeerConnection(), new RTCPeerConnection()]
  ours.onicecandidate = ({ candidate }) => theirs.addIceCandidate(candidate)
  theirs.onicecandidate = ({ candidate }) => ours.addIceCandidate(candidate)
  theirs.ontrack = hear
  const transceiver = ours.addTransceiver(track, { direction: 'sendonly' })
  const { codecs } = RTCRtpSender.getCapabilities('audio')
  transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType === 'audio/PCMA'))
  await ours.setLocalDescription()
  await theirs.setRemoteDescription(ours.localDescription)
  await theirs.setLocalDescription()
  await ours.setRemoteDescription(theirs.localDescription)
  await new Promise((resolve) => {
    ours.onconnectionstatechange = () => ours.connectionState === 'connected' && resolve(null)
  })
  hearing = theirs
}

/** Milliseconds that sound has waited in the jitter buffer, on average. */
window.buffered = async () => {
  const reports = [...(await hearing.getStats()).values()]
  const { jitterBufferDelay, jitterBufferEmittedCount } = reports.find(({ type }) => type === 'inbound-rtp')
  return (1_000 * jitterBufferDelay) / jitterBufferEmittedCount
}

/** From a description to the first candidate of this host. */
window.firstCandidate = async (iceServers) => {
  const connection = new RTCPeerConnection({ iceServers })
  connection.addTransceiver('audio')
  const first = new Promise((resolve) => {
    connection.onicecandidate = ({ candidate }) => candidate?.type === 'host' && resolve(performance.now())
  })
  await connection.setLocalDescription()
  const start = performance.now()
  const wait = Math.max(0, (await first) - start)
  connection.close()
  return wait
}
