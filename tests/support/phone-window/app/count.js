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

window.living = () => ({
  connections: [...connections].filter((ref) => (ref.deref()?.signalingState ?? 'closed') !== 'closed').length,
  tracks: [...tracks].filter((ref) => ref.deref()?.readyState === 'live').length,
  open: [...tracks].filter((ref) => ref.deref()?.readyState === 'live' && ref.deref().enabled).length,
  outputs: document.querySelectorAll('audio').length,
  candidateWaitMs: performance.getEntriesByName('candidate-wait').at(-1)?.duration ?? null,
})
