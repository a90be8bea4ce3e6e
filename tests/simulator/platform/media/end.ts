import type { Source, Voice } from '../../sip/sip-side.ts'

/** A telephone within the simulator: is asked for each frame it says, and given each frame it hears. */
export interface TelephoneEnd {
  readonly say: Source
  /** `at`: when it came, where that is known better than by now. */
  readonly hear: (frame: Int16Array, at?: number) => void
}

/** A leg to a softphone: says by itself, and asks for each frame it hears. */
export interface LegEnd {
  readonly voice: Voice
}

/** Something with a mouth and an ear. */
export type End = TelephoneEnd | LegEnd

export function isLeg(end: End): end is LegEnd {
  return 'voice' in end
}
