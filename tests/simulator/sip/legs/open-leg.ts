import type { Media } from '../media/media.ts'
import type { PhoneLeg } from '../sip-side.ts'
import { LegInside } from './inside/inside.ts'
import { createLegLife, type LegLife } from './leg-life.ts'
import type { Line } from './line.ts'

/** What legs have in common, whoever begins them. */
export interface OpenLeg {
  readonly media: Media
  readonly life: LegLife
  readonly inside: LegInside
  readonly line: Line
  readonly number: string
  /** What the engine sees of it. */
  readonly seen: Pick<PhoneLeg, 'answered' | 'ended' | 'times' | 'voice' | 'inside' | 'number' | 'picture'>
}

export function openLeg(line: Line, media: Media, number: string): OpenLeg {
  const life = createLegLife(() => media.close().catch((error) => line.report('Closing a leg', error)))
  const inside = new LegInside({ media, life, line, number })
  const { answered, ended, times } = life
  const { voice, picture } = media
  return { media, life, inside, line, number, seen: { answered, ended, times, voice, picture, inside, number } }
}
