import type { Time } from '#contract'
import { advance, atRest, nextStep, type Outcome, type Query, type ScheduleEvent } from './schedule.ts'

export interface Refresh {
  connected(is: boolean): void
  /** Null: nobody looks any more. */
  watch(queues: readonly string[] | null): void
}

export interface RefreshParts {
  /** Asks the platform and keeps what it says; never throws. */
  readonly ask: (query: Query) => Promise<Outcome>
  readonly now: () => Time
}

/** Asks one thing after the other, as the schedule says. */
export function createRefresh({ ask, now }: RefreshParts): Refresh {
  let schedule = atRest
  let timer: NodeJS.Timeout | undefined

  function happened(event: ScheduleEvent): void {
    schedule = advance(schedule, event)
    goOn()
  }

  function goOn(): void {
    clearTimeout(timer)
    const next = nextStep(schedule, now())
    if (next === null) return
    if ('ask' in next) void put(next.ask)
    else timer = setTimeout(goOn, next.afterMs)
  }

  async function put(query: Query): Promise<void> {
    schedule = advance(schedule, { type: 'asked', query, at: now() })
    const outcome = await ask(query)
    happened({ type: 'answered', query, outcome, at: now() })
  }

  return {
    connected: (is) => {
      if (is !== schedule.connected) happened({ type: is ? 'connected' : 'disconnected', at: now() })
    },
    watch: (queues) =>
      happened(queues === null ? { type: 'unwatched', at: now() } : { type: 'watched', queues, at: now() }),
  }
}
