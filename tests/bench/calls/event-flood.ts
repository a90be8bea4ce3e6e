import type { CentreFaults } from '../../simulator/gateway/control.ts'
import { epochNow } from '../../simulator/voice/epoch-now.ts'
import { pause } from '../stage/workplace.ts'

/** Six digits, which no number plan groups, and which stand nowhere else in the call bar. */
const FIRST = 100_001

/** The numbered events of a flood: each says that somebody else is in the call now (spec/ccgateway.md 15.2). */
export interface Flood {
  /** When each was written, the first one first; epoch milliseconds. */
  readonly written: readonly number[]
  /** The number that the desk shows for one of them. */
  shown(index: number): number
}

interface Subject {
  readonly agent: string
  readonly callId: string
  readonly customer: string
}

/** So many a second, at their own moments however late the timer is. */
export async function flood(
  faults: CentreFaults,
  subject: Subject,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Flood> {
  const written: number[] = []
  const shown = (index: number) => FIRST + index
  const startedAt = epochNow()
  while (written.length < perSecond * seconds) {
    const due = Math.min(perSecond * seconds, Math.ceil(((epochNow() - startedAt) * perSecond) / 1_000))
    while (written.length < due) {
      const partner = `${subject.customer},${shown(written.length)}`
      written.push(epochNow())
      faults.sendEvent(subject.agent, 'AgentEvent_Conference', { callid: subject.callId, partner })
    }
    await pause(1_000 / perSecond)
  }
  return { written, shown }
}
