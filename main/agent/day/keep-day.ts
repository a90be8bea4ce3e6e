import type { Agent, Calls, Day, Time } from '#contract'
import { advanceDay, closed, type DayEvent, newDay } from './day.ts'

/** One day of each agent of this machine, by a mark that is not their number. */
export interface KeptDays {
  readonly days: Readonly<Record<string, Day>>
}

export interface DayOptions {
  readonly store: { current(): KeptDays; change(patch: KeptDays): unknown }
  readonly markOf: (workNumber: string) => string
  readonly publish: (day: Day) => void
  readonly now: () => Time
}

export interface AgentDay {
  agentChanged(agent: Agent): void
  callsChanged(calls: Calls): void
  current(): Day
}

/** Counts the agent's own day from what was seen; survives a restart, and begins anew at midnight. */
export function createAgentDay({ store, markOf, publish, now }: DayOptions): AgentDay {
  let day = newDay(now())
  let mark: string | null = null
  let midnight: NodeJS.Timeout | undefined
  const seen = followCalls(now())

  function apply(event: DayEvent): void {
    const before = day
    day = advanceDay(before, event)
    if (day === before) return
    if (mark !== null) store.change({ days: withDay(store.current().days, mark, closed(day, event.at)) })
    publish(day)
  }

  function signedIn(workNumber: string): void {
    const whose = markOf(workNumber)
    if (mark === whose) return
    mark = whose
    day = store.current().days[whose] ?? newDay(now())
  }

  return {
    agentChanged: (agent) => {
      clearTimeout(midnight)
      if (agent.status !== 'signed-in') {
        apply({ type: 'state', state: null, at: now() })
        mark = null
        return
      }
      signedIn(agent.workNumber ?? agent.softphoneNumber)
      apply({ type: 'state', state: agent.state.name, at: now() })
      midnight = setTimeout(() => apply({ type: 'time', at: now() }), untilMidnight(now()))
    },
    callsChanged: (calls) => {
      for (const event of seen(calls, now())) apply(event)
    },
    current: () => day,
  }
}

/** Only today's are kept. */
function withDay(days: KeptDays['days'], mark: string, day: Day): KeptDays['days'] {
  const others = Object.entries(days).filter(([, other]) => other.date === day.date)
  return { ...Object.fromEntries(others), [mark]: day }
}

/** Each call counts once, whatever becomes of it later; a missed one by its time, since the history may name it anew. */
function followCalls(begun: Time) {
  let taken: ReadonlySet<string> = new Set()
  const missed = new Set<Time>()
  return (calls: Calls, at: Time): readonly DayEvent[] => {
    const talked = calls.list.filter((call) => call.talkingSince !== undefined).map(({ id }) => id)
    const lost = calls.missed.map((call) => call.at).filter((when) => when >= begun && !missed.has(when))
    const events: DayEvent[] = [
      ...talked.filter((id) => !taken.has(id)).map(() => ({ type: 'call-taken', at }) as const),
      ...lost.map(() => ({ type: 'call-missed', at }) as const),
      { type: 'talking', on: calls.list.some(({ phase }) => phase.name === 'talking'), at },
    ]
    taken = new Set(talked)
    for (const when of lost) missed.add(when)
    return events
  }
}

function untilMidnight(at: Time): number {
  return new Date(at).setHours(24, 0, 0, 0) - at
}
