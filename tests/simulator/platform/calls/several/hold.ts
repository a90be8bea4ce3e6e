import { emit } from '../../agents/agent-state.ts'
import type { Agent, Platform, Share } from '../../model.ts'
import type { Retcode } from '../../retcode.ts'
import { arrange } from '../arrange.ts'
import { setPhase } from '../call.ts'
import { currentShare, heldShares, othersOf } from '../shares.ts'
import { talkAgain } from '../talk.ts'

/** A conference, or a call with something under way, stays as it is (inferred). */
function isHoldable(share: Share): boolean {
  return share.state === 'talking' && othersOf(share).length === 1 && share.call.under === null
}

/** spec/ccgateway.md 8.1, `hold`. */
export function hold(platform: Platform, agent: Agent): Retcode {
  const share = currentShare(agent)
  if (!share) return '200-013'
  if (!isHoldable(share)) return '200-014'
  putOnHold(platform, share)
  return '0'
}

export function putOnHold(platform: Platform, share: Share): void {
  share.state = 'held'
  arrange(share.call)
  setPhase(platform, share.call, 'held')
  emit(share.agent, 'AgentEvent_Hold', share.callId)
}

/** `gethold`: without an id the one held last (inferred); while another call talks, `connecthold` is the way. */
export function retrieve(platform: Platform, agent: Agent, callId: string | null): Retcode {
  const held = heldShares(agent)
  const share = callId ? held.find((one) => one.callId === callId) : held.at(-1)
  if (!share) return '200-015'
  if (currentShare(agent)) return '200-016'
  talkAgain(platform, share)
  return '0'
}

/** `connecthold`: needs one talking and one held (spec/ccgateway.md 8.1; its events inferred there). */
export function swap(platform: Platform, agent: Agent, callId: string): Retcode {
  const current = currentShare(agent)
  if (!current || !isHoldable(current)) return '200-005'
  const share = heldShares(agent).find((one) => one.callId === callId)
  if (!share) return '200-006'
  putOnHold(platform, current)
  talkAgain(platform, share)
  return '0'
}

/** Makes room on the leg for a call that is answered: what talks is held (several calls, inferred). */
export function makeRoom(platform: Platform, agent: Agent): boolean {
  const talking = agent.shares.find(({ state }) => state === 'talking' || state === 'dialling' || state === 'away')
  if (!talking) return true
  if (!isHoldable(talking)) return false
  putOnHold(platform, talking)
  return true
}
