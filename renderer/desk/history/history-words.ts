import type { HistoryFilter, PastCall } from '#contract'
import { m } from '../messages/compiled/messages.js'
import { writtenNumber } from '../ui/number/phone-number.ts'
import { clockText } from '../ui/time/ticking.ts'

/** Who it was: the name where there is one, else the number as people write it. */
export function whoOf({ name, number }: Pick<PastCall, 'name' | 'number'>): string {
  return name ?? (number ? writtenNumber(number) : m.number_withheld())
}

export function filterWord(filter: HistoryFilter): string {
  const words: { readonly [F in HistoryFilter]: () => string } = {
    all: m.history_all,
    incoming: m.history_incoming,
    outgoing: m.history_outgoing,
    missed: m.history_missed,
    internal: m.history_internal,
  }
  return words[filter]()
}

export function directionWord({ direction }: PastCall): string {
  const words = { incoming: m.direction_incoming, outgoing: m.direction_outgoing, internal: m.direction_internal }
  return words[direction]()
}

type Reason = NonNullable<PastCall['reason']>

const ends: { readonly [R in Reason]: () => string } = {
  'agent-hung-up': m.end_agent_hung_up,
  'customer-hung-up': m.end_customer_hung_up,
  'customer-gave-up': m.end_customer_gave_up,
  declined: m.end_declined,
  'not-answered': m.end_not_answered,
  'ended-by-platform': m.end_by_platform,
  failed: m.end_failed,
  busy: m.end_busy,
  'wrong-number': m.end_wrong_number,
  'line-lost': m.end_line_lost,
  transferred: m.end_transferred,
  merged: m.end_merged,
  'taken-over': m.end_taken_over,
}

export function endWord({ reason }: PastCall): string {
  return reason ? ends[reason]() : m.history_interrupted()
}

/** How long it was talked, or that it was not; where Earshot ended first nobody knows. */
export function durationWord({ talkingSince, endedAt, reason }: PastCall): string {
  if (talkingSince === undefined) return m.history_not_talked()
  return reason ? clockText(endedAt - talkingSince) : ''
}
