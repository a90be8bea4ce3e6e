/** A device driver that hangs must not keep us from trying another. */
const openMs = 10_000

function constraints(deviceId: string | null): MediaTrackConstraints {
  const size = { width: { ideal: 1_280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } }
  return deviceId === null ? size : { ...size, deviceId: { exact: deviceId } }
}

/** Takes one camera, or the system's choice; rejects as `getUserMedia` does, or when nothing comes of it. */
export async function openCamera(deviceId: string | null): Promise<MediaStreamTrack> {
  const asked = navigator.mediaDevices.getUserMedia({ video: constraints(deviceId) })
  let late = false
  const limit = new Promise<never>((_, reject) => {
    setTimeout(() => {
      late = true
      reject(new Error('the camera does not open'))
    }, openMs)
  })
  // Nobody waits for it any more when it comes after the limit.
  const opened = asked.then((stream) => {
    if (late) for (const track of stream.getTracks()) track.stop()
    return stream
  })
  return onlyTrack(await Promise.race([opened, limit]))
}

/** The screen or window that the agent chooses; main has chosen it where the system does not ask. */
export async function openScreen(): Promise<MediaStreamTrack> {
  const track = onlyTrack(await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } } }))
  // Letters are to be read: rather fewer pictures than blurred ones.
  track.contentHint = 'detail'
  return track
}

function onlyTrack(stream: MediaStream): MediaStreamTrack {
  const [track, ...others] = stream.getVideoTracks()
  for (const other of others) other.stop()
  if (track === undefined) throw new Error('no picture in it')
  return track
}
