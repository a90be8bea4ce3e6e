import { randomUUID } from 'node:crypto'
import type { IncomingRequestMessage, UserAgentCore } from 'sip.js/lib/core/index.js'
import type { Fork } from '../../sip-side.ts'

interface Answering {
  acknowledged: boolean
  ended: boolean
}

/** Those who answer an INVITE beside the one that is talked to; they hear no more than whether that is over. */
export function createForks() {
  const forks = new Map<string, Answering>()
  return {
    /** Another 200 to the same INVITE: of another dialog, since its tag is another (RFC 3261 section 12.1.2). */
    answer(ok: string): { readonly fork: Fork; readonly text: string } {
      const tag = randomUUID()
      const fork: Answering = { acknowledged: false, ended: false }
      forks.set(tag, fork)
      return { fork, text: ok.replace(/^(To:.*;tag=)[^;\r\n]+/im, `$1${tag}`) }
    },
    /** Whether the request was for one of them; then it is answered. */
    takes(agent: UserAgentCore, message: IncomingRequestMessage): boolean {
      const fork = forks.get(message.toTag ?? '')
      if (!fork) return false
      if (message.method === 'ACK') fork.acknowledged = true
      else agent.replyStateless(message, { statusCode: 200 })
      if (message.method === 'BYE') fork.ended = true
      return true
    },
  }
}

export type Forks = ReturnType<typeof createForks>
