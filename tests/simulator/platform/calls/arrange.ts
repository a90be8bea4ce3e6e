import type { Source } from '../../sip/sip-side.ts'
import { music } from '../media/announcements.ts'
import type { End } from '../media/end.ts'
import type { PlatformCall, Share } from '../model.ts'
import { guestsIn } from '../quality-control/guests.ts'
import { showPictures } from './video/pictures.ts'

type Audience = (other: End) => boolean

const everybody: Audience = () => true
const nobody: Audience = () => false

/**
 * Puts everybody into the call's room who belongs there, and says who hears whom: the one place where sound and picture follow
 * from what the call is. A leg is in one room at a time, so the call it leaves is arranged first.
 */
export function arrange(call: PlatformCall): void {
  const present = presentIn(call)
  for (const end of call.room.ends) if (!present.has(end)) call.room.leave(end)
  for (const end of [...call.alone.keys()]) if (!present.has(end)) call.alone.delete(end)
  for (const [end, audience] of present) {
    call.room.join(end)
    call.room.setAudience(end, audience)
    call.room.setAside(end, aloneWith(call, end))
  }
  showPictures(call, (party) => aloneWith(call, party) !== null)
}

function presentIn(call: PlatformCall): Map<End, Audience> {
  const present = new Map<End, Audience>()
  if (call.phase === 'ended') return present
  for (const party of call.parties) present.set(party, everybody)
  for (const share of call.shares) {
    const end = endOf(share)
    if (end) present.set(end, share.muted ? nobody : everybody)
  }
  for (const { end, audience } of guestsIn(call)) present.set(end, audience)
  return present
}

function endOf({ agent, state }: Share): End | null {
  return state === 'talking' && agent.leg?.up ? agent.leg.line.end : null
}

/** Held by somebody: music for all others (spec/ccgateway.md 8.1 says nothing of what they hear: inferred). */
function aloneWith(call: PlatformCall, end: End): Source | null {
  if (guestsIn(call).some((guest) => guest.end === end)) return null
  const isParty = call.parties.some((party) => party === end)
  const announced = isParty ? call.announcement : null
  const waits = call.waits === end || call.shares.some(({ state }) => state === 'held')
  const source = announced ?? (waits ? (call.alone.get(end) ?? music()) : null)
  if (source && source !== announced) call.alone.set(end, source)
  else call.alone.delete(end)
  return source
}
