import type { Source } from '../../sip/sip-side.ts'
import { tone } from '../../voice/tone.ts'

/** What those on hold hear: one steady tone that is nobody's voice. */
export const MUSIC_HZ = 300

export function music(): Source {
  return tone(MUSIC_HZ)
}
