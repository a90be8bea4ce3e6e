import type { HistoryFilter, PastCall } from '#contract'
import { m } from '../messages/compiled/messages.js'
import { endWord } from '../ui/call/end-word.ts'
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

/** Where Earshot ended first, nobody knows how the call did. */
export function howEnded({ reason }: PastCall): string {
  return reason ? endWord(reason) : m.history_interrupted()
}

/** How long it was talked, or that it was not; where Earshot ended first nobody knows. */
export function durationWord({ talkingSince, endedAt, reason }: PastCall): string {
  if (talkingSince === undefined) return m.history_not_talked()
  return reason ? clockText(endedAt - talkingSince) : ''
}
