import type { Log } from '../../log/log.ts'
import type { GatewayEvent, GatewayFact } from '../event.ts'
import { parseEvent } from '../wire/parse-event.ts'

/** Where raw events become facts with a time. While it holds, they wait in order. */
export interface Intake {
  take(events: readonly unknown[]): void
  hold(): void
  release(): void
}

export interface IntakeParts {
  readonly log: Log
  readonly now: () => number
  /** Sees each fact first, also while events are held. */
  readonly onFact: (fact: GatewayFact, loginTime: string | undefined) => 'keep' | 'drop'
  readonly onEvent: (event: GatewayEvent) => void
}

export function createIntake(parts: IntakeParts): Intake {
  let held: GatewayEvent[] | null = []
  const unknown = new Set<string>()

  /** Each name once: a gateway newer than Earshot may send thousands of them a day. */
  const noteUnknown = (eventType: string) => {
    if (!unknown.has(eventType)) parts.log.info('Event from the gateway not known', { eventType })
    unknown.add(eventType)
  }
  const takeOne = (raw: unknown) => {
    const parsed = parseEvent(raw)
    if (!parsed.fact) {
      parts.log.warn('Event from the gateway dropped', { eventType: parsed.eventType, why: parsed.why })
      return
    }
    if (parsed.fact.type === 'unknown') noteUnknown(parsed.fact.eventType)
    if (parts.onFact(parsed.fact, parsed.loginTime) === 'drop') return
    const event = { ...parsed.fact, at: parts.now() }
    if (held) held.push(event)
    else tell(parts, event)
  }
  return {
    take: (events) => events.forEach(takeOne),
    hold: () => {
      held ??= []
    },
    release: () => {
      const waiting = held ?? []
      held = null
      for (const event of waiting) tell(parts, event)
    },
  }
}

/** The border: what goes wrong with one event must not cost the next one, or the connection. */
function tell({ onEvent, log }: IntakeParts, event: GatewayEvent): void {
  try {
    onEvent(event)
  } catch (error) {
    log.error('Event not taken', { event: event.type, error: error instanceof Error ? error.message : 'unknown' })
  }
}
