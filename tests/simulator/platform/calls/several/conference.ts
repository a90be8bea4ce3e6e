import { emit } from '../../agents/agent-state.ts'
import type { Agent, Platform, PlatformCall, Share } from '../../model.ts'
import type { Retcode } from '../../retcode.ts'
import { arrange } from '../arrange.ts'
import { noteCall, setPhase } from '../call.ts'
import { conference, customerRelease } from '../call-events.ts'
import { currentShare, dropShare, farNumber, heldShares, howMany, isConnected } from '../shares.ts'

/**
 * `confjoin` (spec/ccgateway.md 8.5): the held call and the one that talks become one of three. Which of the two goes on
 * is the site's (`behaviour.conferenceKeeps`); more than three is refused (inferred).
 */
export function joinHeld(platform: Platform, agent: Agent, callId: string, data: string): Retcode {
  const current = currentShare(agent)
  if (current?.state !== 'talking') return '200-010'
  const held = heldShares(agent).find((one) => one.callId === callId)
  if (!held) return '200-011'
  if (howMany(current.call) + howMany(held.call) > 4 || current.call.under || held.call.under) return '100-007'
  const [stays, goes] = platform.behaviour.conferenceKeeps === 'held' ? [held, current] : [current, held]
  if (data) stays.call.data = data
  join(platform, stays, goes)
  return '0'
}

/** Everybody of the one call comes into the other; the agent's part in the first is over, without a release. */
function join(platform: Platform, stays: Share, goes: Share): void {
  const from = goes.call
  const into = stays.call
  const merged = customerRelease(goes, farNumber(goes))
  dropShare(goes)
  empty(platform, from, into)
  stays.state = 'talking'
  arrange(into)
  setPhase(platform, into, 'talking')
  tellConference(into)
  emit(stays.agent, 'AgentEvent_Customer_Release', merged)
}

function empty(platform: Platform, from: PlatformCall, into: PlatformCall): void {
  const parties = from.parties.splice(0)
  const shares = from.shares.splice(0)
  from.phase = 'ended'
  from.endTime = Date.now()
  from.timer?.()
  from.timer = null
  platform.live.delete(from)
  arrange(from)
  noteCall(platform, from, 'joined')
  into.parties.push(...parties)
  for (const share of shares) {
    share.call = into
    if (share.state === 'held') share.state = 'talking'
    into.shares.push(share)
  }
}

/** Everybody's desk is told who is in it; the spec names only the one who asked (inferred for the others). */
export function tellConference(call: PlatformCall): void {
  for (const share of call.shares.filter(isConnected)) {
    emit(share.agent, 'AgentEvent_Conference', conference(share))
  }
}
