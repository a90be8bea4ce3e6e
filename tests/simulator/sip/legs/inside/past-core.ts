import type { IncomingRequestMessage, UserAgentCore } from 'sip.js/lib/core/index.js'
import type { SipFaults } from '../../sip-side.ts'
import type { Line } from '../line.ts'
import { dialogOf, receiveUpdate } from './updates.ts'

/** What comes from softphones and is dealt with before SIP.js: forks, UPDATE, and an offer that is to meet ours. */
export function passCore(line: () => Pick<Line, 'dialogs' | 'forks'>, faults: Pick<SipFaults, 'glare'>) {
  return (agent: UserAgentCore, message: IncomingRequestMessage): boolean => {
    const { dialogs, forks } = line()
    if (forks.takes(agent, message)) return true
    const standing = dialogs.get(dialogOf(message))
    if (message.method === 'UPDATE') {
      const request = receiveUpdate(agent, message)
      if (request) standing?.onUpdate(request)
      return true
    }
    if (message.method === 'INVITE' && standing && faults.glare > 0) {
      faults.glare -= 1
      standing.offer()
    }
    return false
  }
}
