/** A device driver that hangs must not keep us from trying another. */
const openMs = 10_000

function constraints(deviceId: string | null): MediaTrackConstraints {
  const processing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 }
  return deviceId === null ? processing : { ...processing, deviceId: { exact: deviceId } }
}

/** Takes one microphone, or the system's choice; rejects as `getUserMedia` does, or when nothing comes of it. */
export function openMicrophone(deviceId: string | null): Promise<MediaStreamTrack> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('the microphone does not open')), openMs)
    const opened = (stream: MediaStream) => {
      const [track, ...rest] = stream.getAudioTracks()
      for (const other of rest) other.stop()
      if (track === undefined) return reject(new Error('a microphone without a track'))
      // Nobody waits for it any more when it comes after the limit.
      if (performance.now() - askedAt >= openMs) track.stop()
      resolve(track)
    }
    const askedAt = performance.now()
    navigator.mediaDevices
      .getUserMedia({ audio: constraints(deviceId) })
      .then(opened, reject)
      .finally(() => clearTimeout(limit))
  })
}
