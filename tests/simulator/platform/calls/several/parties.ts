import { boundNumber } from '../../agents/phone.ts'
import type { Agent, Platform, PlatformCall } from '../../model.ts'
import type { Retcode } from '../../retcode.ts'
import { noteCall } from '../call.ts'
import { agentHangsUp, goOnWithout } from '../leaving.ts'
import { currentShare, isConnected, othersOf, remove } from '../shares.ts'

/** Keys for whoever is outside (spec/ccgateway.md 8.1, `seconddialex`); outside of a conversation 100-007 (inferred). */
export function pressKeys(agent: Agent, keys: string): Retcode {
  if (!/^[\d*#]{1,24}$/.test(keys)) return '000-002'
  const share = currentShare(agent)
  if (share?.state !== 'talking') return '100-007'
  for (const party of share.call.parties) if (party !== share.call.waits) party.onKeys(keys)
  return '0'
}

/**
 * `disconnect/{number}` (spec/ccgateway.md 8.1): somebody in the latest call, or oneself by the own phone's number; who
 * was asked into it may drop nobody else (that 000-003 says so is inferred).
 */
export function disconnect(platform: Platform, agent: Agent, number: string): Retcode {
  if (!/^[\d*#]{1,24}$/.test(number)) return '000-002'
  const share = currentShare(agent)
  if (!share || !isConnected(share)) return '200-204'
  if (number === boundNumber(agent) || number === agent.workNumber) {
    agentHangsUp(platform, share)
    return '0'
  }
  if (!othersOf(share).includes(number)) return '200-204'
  if (share.part === 'assistant') return '000-003'
  if (othersOf(share).length === 1 && !share.call.consultFor) agentHangsUp(platform, share)
  else sendAway(platform, share.call, number)
  return '0'
}

function sendAway(platform: Platform, call: PlatformCall, number: string): void {
  const colleague = call.shares.find((one) => isConnected(one) && one.agent.workNumber === number)
  if (colleague) {
    agentHangsUp(platform, colleague)
    return
  }
  const party = call.parties.find((one) => one.number === number)
  if (!party) return
  remove(call.parties, party)
  party.onPhase('ended', 'agent-hung-up')
  noteCall(platform, call, 'party-left')
  goOnWithout(platform, call, number, 'agent-hung-up')
}
