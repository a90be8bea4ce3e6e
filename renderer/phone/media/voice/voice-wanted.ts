import type { LineWanted } from '#contract'

/** Main's rule again, at the device: beside a dialog that may hear the microphone nothing else is recorded. */
export function voiceWanted({ microphoneFor, voiceMessageFor }: LineWanted): string | null {
  return microphoneFor === null ? (voiceMessageFor ?? null) : null
}
