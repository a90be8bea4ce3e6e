import type { AudioDevice, DeviceChoice } from '#contract'
import { findChosen } from '../devices/device-choice.ts'
import { openEar } from '../ear.ts'
import { openMicrophone } from '../open-microphone.ts'
import { record } from './recording.ts'
import type { VoiceCapture } from './voice-recorder.ts'

/** A capture of its own, so that neither a call's track nor the settings' meter has anything to do with it. */
export function voiceCaptures(microphones: () => Promise<readonly AudioDevice[]>) {
  return async (choice: DeviceChoice | null, onEnded: () => void): Promise<VoiceCapture> => {
    const chosen = findChosen(choice, await microphones())
    const track = await openMicrophone(chosen?.id ?? null)
    if (!(track instanceof MediaStreamTrack)) throw new Error('a microphone without a track')
    track.onended = onEnded
    const recording = record(track)
    const ear = openEar(track)
    return {
      level: () => ear.level(),
      recording,
      close: () => {
        track.onended = null
        ear.close()
        track.stop()
      },
    }
  }
}
