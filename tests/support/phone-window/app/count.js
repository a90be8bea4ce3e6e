// Counts what lives in the page, from before its own script: peer connections, and tracks that come from a device.
const connections = new Set()
const tracks = new Set()

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...args) {
    super(...args)
    connections.add(new WeakRef(this))
  }
}

function count(track) {
  tracks.add(new WeakRef(track))
  return track
}

const { clone } = MediaStreamTrack.prototype
MediaStreamTrack.prototype.clone = function () {
  return count(clone.call(this))
}

const { getUserMedia } = MediaDevices.prototype
MediaDevices.prototype.getUserMedia = async function (constraints) {
  const stream = await getUserMedia.call(this, constraints)
  stream.getTracks().forEach(count)
  return stream
}

const pictures = new Map()
const Native = Object.getPrototypeOf(window.RTCPeerConnection)

/** The desk's end of a viewing: takes the offer, answers it whole, and shows every stream. */
window.look = async (sdp) => {
  const connection = new Native()
  connection.ontrack = ({ streams: [stream] }) => {
    const video = document.createElement('video')
    video.muted = true
    video.srcObject = stream
    void video.play()
    pictures.set(stream.id, video)
  }
  await connection.setRemoteDescription({ type: 'offer', sdp })
  await connection.setLocalDescription()
  while (connection.iceGatheringState !== 'complete') await new Promise((resolve) => setTimeout(resolve, 10))
  return connection.localDescription.sdp
}

/** What is seen of each: frames so far, size, and the colour in the middle. */
window.seen = () =>
  Object.fromEntries(
    [...pictures].map(([id, video]) => {
      const canvas = new OffscreenCanvas(1, 1)
      const context = canvas.getContext('2d')
      if (video.videoWidth > 0) context.drawImage(video, 0, 0, 1, 1)
      const colour = [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)]
      return [id, { frames: video.getVideoPlaybackQuality().totalVideoFrames, width: video.videoWidth, colour }]
    }),
  )

window.living = () => ({
  connections: [...connections].filter((ref) => (ref.deref()?.signalingState ?? 'closed') !== 'closed').length,
  tracks: [...tracks].filter((ref) => ref.deref()?.readyState === 'live').length,
  open: [...tracks].filter((ref) => ref.deref()?.readyState === 'live' && ref.deref().enabled).length,
  outputs: document.querySelectorAll('audio').length,
  candidateWaitMs: performance.getEntriesByName('candidate-wait').at(-1)?.duration ?? null,
})
