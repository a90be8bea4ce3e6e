import type { EndReason } from '#contract'
import { m } from '../../messages/compiled/messages.js'

/** How a call ended, of one that is just over as of one of last week. */
export function endWord(reason: EndReason): string {
  const words: { readonly [R in EndReason]: () => string } = {
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
  return words[reason]()
}
