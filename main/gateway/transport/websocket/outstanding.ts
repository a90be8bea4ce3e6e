import type { GatewayFailure, GatewayResult } from '../../gateway.ts'
import type { Envelope } from '../../wire/envelope.ts'

/** Requests sent and not yet answered, oldest first. */
export interface Outstanding {
  add(id: string, timeoutMs: number): Promise<GatewayResult<Envelope>>
  /** Whether the envelope answered one of them. */
  settle(envelope: Envelope): boolean
  fail(id: string, failure: GatewayFailure): void
  /** The connection is gone: nothing will be answered any more. */
  lose(): void
}

interface Entry {
  readonly settle: (result: GatewayResult<Envelope>) => void
  /** Timed out; kept in its place so that a late answer without id is not taken for the next one's. */
  late: boolean
}

/** How long after its time-out an answer may still come. */
const lateMs = 10_000

/** With its id an answer finds its request; without, it answers the oldest one (spec/ccgateway.md 5.3, inferred). */
export function createOutstanding(): Outstanding {
  const entries = new Map<string, Entry>()

  const finish = (id: string, result: GatewayResult<Envelope>) => {
    entries.get(id)?.settle(result)
    entries.delete(id)
  }
  return {
    add: (id, timeoutMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => expire(entries, id), timeoutMs)
        const settle = (result: GatewayResult<Envelope>) => {
          clearTimeout(timer)
          resolve(result)
        }
        entries.set(id, { settle, late: false })
      }),
    settle(envelope) {
      const [oldest] = entries.keys()
      const id = envelope.id ?? oldest
      if (id === undefined || !entries.has(id)) return false
      finish(id, { ok: true, value: envelope })
      return true
    },
    fail: (id, failure) => finish(id, { ok: false, failure }),
    lose() {
      for (const id of [...entries.keys()]) finish(id, noAnswer)
    },
  }
}

const noAnswer: GatewayResult<never> = { ok: false, failure: { kind: 'no-answer' } }

function expire(entries: Map<string, Entry>, id: string): void {
  const entry = entries.get(id)
  if (!entry) return
  entry.settle(noAnswer)
  entry.late = true
  setTimeout(() => entries.get(id) === entry && entries.delete(id), lateMs).unref()
}
