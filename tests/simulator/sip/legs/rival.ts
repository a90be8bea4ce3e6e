import type { IncomingInviteRequest } from 'sip.js/lib/core/index.js'
import type { Another } from './inside/forks.ts'
import type { OpenLeg } from './open-leg.ts'

/** The other one that a softphone's INVITE is carried to, where a test asks for one; it has media of its own. */
export function createRival({ line, number, life, inside }: OpenLeg, request: IncomingInviteRequest) {
  let another: Another | null = null
  void life.ended.then(() => another?.close())

  function rival(): Another {
    another ??= line.forks.open({
      request,
      media: line.makeMedia(),
      contact: line.core.agent.configuration.contact.toString(),
      send: (text) => line.flowOf(number)?.send(text),
      report: line.report,
    })
    inside.fork = another
    return another
  }

  return {
    ring(): void {
      if (line.faults.forkRings !== 'no') rival().progress(line.faults.forkRings === 'reliably')
    },
    /** Answers as well, or is cancelled by the proxy (RFC 3261 section 16.7). */
    outdone(): void {
      if (line.faults.forkAnswers) rival().answer()
      else another?.close()
    },
  }
}
