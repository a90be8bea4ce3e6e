import type { Fault } from '../../gateway/faults.ts'
import { createRandom } from './random.ts'

export interface PlannedFault {
  readonly atMs: number
  /** `away`: the connection is gone for so long; the site keeps what it has to say. */
  readonly what: Fault | { readonly awayMs: number }
}

export interface FaultPlan {
  readonly seed: number
  /** Work number. */
  readonly agent: string
  readonly lastsMs: number
  readonly everyMs: number
  /** Divides how long something is late or gone. */
  readonly pace?: number
}

/**
 * Faults that lose nothing by themselves: events twice, late and out of order, commands that are refused, answered late
 * or never, connections that come back. An event that is dropped is lost for good (no acknowledgement, no sequence
 * numbers: spec/ccgateway.md 4.1), so none is.
 */
export function planFaults({ seed, agent, lastsMs, everyMs, pace = 1 }: FaultPlan): readonly PlannedFault[] {
  const random = createRandom(seed)
  const some = (least: number, most: number) => Math.round(random.between(least, most) / pace)
  const event = { at: 'event', agent, name: 'AgentEvent_MessageData', times: 1 } as const
  const send = { agent, name: 'sendmessage', times: 1 } as const
  const faults: (() => PlannedFault['what'])[] = [
    () => ({ ...event, effect: { do: 'duplicate' } }),
    () => ({ ...event, effect: { do: 'reorder' } }),
    () => ({ ...event, effect: { do: 'delay', ms: some(100, 3_000) } }),
    () => ({ ...send, at: 'request', effect: { do: 'refuse', retcode: '700-016' } }),
    () => ({ ...send, at: 'response', effect: { do: 'drop' } }),
    () => ({ ...send, at: 'response', effect: { do: 'delay', ms: some(100, 3_000) } }),
    () => ({ awayMs: some(500, 8_000) }),
  ]
  const planned: PlannedFault[] = []
  for (let atMs = everyMs; atMs < lastsMs; atMs += random.between(everyMs / 2, everyMs * 1.5))
    planned.push({ atMs: Math.round(atMs), what: random.oneOf(faults)() })
  return planned
}
