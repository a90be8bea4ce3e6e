import type { Heard } from '../../simulator/sip/sip-side.ts'
import { sounds } from '../../simulator/voice/stretches.ts'

/** Since when there was nothing but silence and the music: the end of whatever else sounded last. */
export function silentFrom(heard: readonly Heard[], music: number): number {
  const voice = heard.findLast(({ hz }) => hz !== null && !sounds(hz, music))
  if (voice === undefined) throw new Error('nobody was heard before')
  return voice.to
}
