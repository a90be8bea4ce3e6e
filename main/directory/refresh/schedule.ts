import type { Time } from '#contract'

/** What can be asked of the platform (spec/ccgateway.md chapter 7); a queue's waiting count by the queue's id. */
export type Query =
  | { readonly what: 'agents' | 'queues' | 'access-codes' | 'ivrs' }
  | { readonly what: 'waiting'; readonly queue: string }

/** `no`: it will be no again, the right is missing or the site has none. `limited`: any other refusal, or silence. */
export type Outcome = 'yes' | 'no' | 'limited'

/**
 * The platform's flow limits are not published (spec/ccgateway.md 1.1), so these are modest by our own judgement: at
 * most 30 queries a minute of one agent, and only while somebody looks; a colleague's state is seldom older than the
 * time it takes to read the list; queues and codes are configuration, which changes by the day.
 */
const everyMs = { agents: 10_000, waiting: 10_000, queues: 600_000, 'access-codes': 600_000, ivrs: 600_000 }
/** What is younger when the directory is opened need not be asked for at once. */
const youngMs = 5_000
const tokenMs = 2_000
/** Enough for the first look: four lists and two queues. */
const mostTokens = 6
const firstRetreatMs = 15_000
const longestRetreatMs = 300_000

interface Known {
  readonly at: Time
  readonly outcome: Outcome
}

export interface Schedule {
  readonly connected: boolean
  /** When the last one began to look; null: nobody looks. */
  readonly watchedSince: Time | null
  readonly queues: readonly string[]
  readonly running: Query | null
  readonly tokens: { readonly count: number; readonly at: Time }
  readonly known: Readonly<Record<string, Known>>
  readonly limits: number
  readonly quietUntil: Time
}

export type ScheduleEvent =
  | { readonly type: 'connected' | 'disconnected' | 'unwatched'; readonly at: Time }
  | { readonly type: 'watched'; readonly queues: readonly string[]; readonly at: Time }
  | { readonly type: 'asked'; readonly query: Query; readonly at: Time }
  | { readonly type: 'answered'; readonly query: Query; readonly outcome: Outcome; readonly at: Time }

export const atRest: Schedule = {
  connected: false,
  watchedSince: null,
  queues: [],
  running: null,
  tokens: { count: mostTokens, at: 0 },
  known: {},
  limits: 0,
  quietUntil: 0,
}

export function advance(schedule: Schedule, event: ScheduleEvent): Schedule {
  switch (event.type) {
    case 'connected':
      return { ...schedule, connected: true }
    case 'disconnected':
      // Tokens and retreat stay: a reconnection is no reason to ask more often.
      return { ...schedule, connected: false, known: {} }
    case 'watched':
      return { ...schedule, watchedSince: schedule.watchedSince ?? event.at, queues: event.queues }
    case 'unwatched':
      return { ...schedule, watchedSince: null, queues: [] }
    case 'asked':
      return { ...schedule, running: event.query, tokens: { count: tokensAt(schedule, event.at) - 1, at: event.at } }
    case 'answered':
      return answered(schedule, event)
  }
}

function answered(schedule: Schedule, { query, outcome, at }: ScheduleEvent & { type: 'answered' }): Schedule {
  const limits = outcome === 'limited' ? schedule.limits + 1 : 0
  const retreatMs = Math.min(longestRetreatMs, firstRetreatMs * 2 ** (limits - 1))
  return {
    ...schedule,
    running: null,
    known: { ...schedule.known, [keyOf(query)]: { at, outcome } },
    limits,
    quietUntil: limits === 0 ? 0 : at + retreatMs,
  }
}

/** What to do now: ask, look again after some time, or nothing until something happens. */
export function nextStep(schedule: Schedule, at: Time): { readonly ask: Query } | { readonly afterMs: number } | null {
  if (!schedule.connected || schedule.watchedSince === null || schedule.running !== null) return null
  const [first] = wanted(schedule)
    .map((query) => ({ query, due: dueAt(schedule, query) }))
    .toSorted((one, other) => one.due - other.due)
  if (!first) return null
  const ready = Math.max(first.due, schedule.quietUntil, tokenReadyAt(schedule, at))
  return ready <= at ? { ask: first.query } : { afterMs: ready - at }
}

function wanted({ queues }: Schedule): readonly Query[] {
  const lists = (['agents', 'queues', 'access-codes', 'ivrs'] as const).map((what) => ({ what }))
  return [...lists, ...queues.map((queue) => ({ what: 'waiting' as const, queue }))]
}

function dueAt({ known, watchedSince }: Schedule, query: Query): Time {
  const last = known[keyOf(query)]
  if (!last) return 0
  if (last.outcome === 'no') return last.at + everyMs.queues
  const usual = last.at + everyMs[query.what]
  const onOpening = Math.max(watchedSince ?? 0, last.at + youngMs)
  return last.at < (watchedSince ?? 0) ? Math.min(usual, onOpening) : usual
}

function tokensAt({ tokens }: Schedule, at: Time): number {
  return Math.min(mostTokens, tokens.count + Math.max(0, at - tokens.at) / tokenMs)
}

function tokenReadyAt(schedule: Schedule, at: Time): Time {
  const missing = 1 - tokensAt(schedule, at)
  return missing <= 0 ? at : at + Math.ceil(missing * tokenMs)
}

export function keyOf(query: Query): string {
  return query.what === 'waiting' ? `waiting ${query.queue}` : query.what
}
