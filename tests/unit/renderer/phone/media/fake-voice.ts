import type { CapturedTrack } from '#renderer/phone/media/capture.ts'
import type { VoiceSender, VoiceTrack } from '#renderer/phone/media/microphone.ts'

/** A track that remembers whether it was stopped, and its clones. */
export interface FakeTrack extends CapturedTrack {
  readonly clones: FakeTrack[]
  /** By us or because its device is gone. */
  stopped: boolean
}

/** The device is pulled out. */
export function unplug(track: FakeTrack | undefined): void {
  if (track === undefined || track.stopped) return
  track.stopped = true
  track.onended?.(new Event('ended'))
}

export function fakeTrack(label = 'Headset', deviceId = 'a', groupId = 'g1'): FakeTrack {
  const track: FakeTrack = {
    get readyState() {
      return track.stopped ? 'ended' : 'live'
    },
    enabled: true,
    label,
    clones: [],
    stopped: false,
    onended: null,
    clone: () => {
      const clone = fakeTrack(label, deviceId, groupId)
      clone.enabled = track.enabled
      track.clones.push(clone)
      return clone
    },
    stop: () => {
      track.stopped = true
    },
    getSettings: () => ({ deviceId, groupId }),
  }
  return track
}

export interface FakeSender extends VoiceSender {
  track: VoiceTrack | null
}

export function fakeSender(): FakeSender {
  const sender: FakeSender = {
    track: null,
    replaceTrack: (track) => {
      sender.track = track
      return Promise.resolve()
    },
  }
  return sender
}
