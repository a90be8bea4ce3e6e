import type { Log } from '../../../log/log.ts'
import type { GatewayResult } from '../../gateway.ts'
import type { Envelope } from '../../wire/envelope.ts'
import type { ConnectionListeners, WireRequest } from '../transport.ts'

/** Huawei's own client waits this long for any answer, the poll's included (spec/ccgateway.md 1.1). */
const pollMs = 20_000

/** After an answer without event that came at once: the server does not hold polls (4.1, `AGENT_POLL_WAIT_FLAG`). */
const emptyPauseMs = 500

/** An empty answer this late was held, so the next poll will be as well. */
const heldMs = 2_000

/** After a refusal that may pass, such as a server being switched over (000-004); longer each time. */
const refusedPauseMs = 500
const refusedPauseMaxMs = 5_000

export interface PollParts {
  readonly agentId: string
  readonly send: (request: WireRequest) => Promise<GatewayResult<Envelope>>
  readonly listeners: Pick<ConnectionListeners, 'onEvents' | 'onAccepted' | 'onRefused'>
  readonly now: () => number
  readonly isOver: () => boolean
  readonly log: Log
}

/** Polls, one at a time, until the connection is over (resolves) or a poll is not answered (resolves as well). */
export async function poll(parts: PollParts): Promise<void> {
  const path = `/agentevent/${encodeURIComponent(parts.agentId)}`
  let refusals = 0
  while (!parts.isOver()) {
    const asked = parts.now()
    const result = await parts.send({ method: 'GET', path, timeoutMs: pollMs })
    if (parts.isOver()) return
    if (!result.ok) {
      parts.log.warn('Poll not answered', { failure: result.failure.kind, ms: parts.now() - asked })
      return
    }
    refusals = result.value.retcode === '0' ? 0 : refusals + 1
    tell(parts.listeners, result.value)
    await pause(pauseAfter(result.value, refusals, parts.now() - asked))
  }
}

/** Events first: a shutdown event is judged by what was accepted before it. */
function tell(listeners: PollParts['listeners'], { events, retcode }: Envelope): void {
  if (events.length > 0) listeners.onEvents(events)
  if (retcode === '0') listeners.onAccepted()
  else listeners.onRefused(retcode)
}

/** Zero means at once. */
function pauseAfter({ events }: Envelope, refusals: number, tookMs: number): number {
  if (refusals > 0) return Math.min(refusals * refusedPauseMs, refusedPauseMaxMs)
  return events.length > 0 || tookMs >= heldMs ? 0 : emptyPauseMs
}

function pause(ms: number): Promise<void> | undefined {
  return ms === 0 ? undefined : new Promise((resolve) => setTimeout(resolve, ms))
}
