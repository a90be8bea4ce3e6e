import type { SystemLine } from '#contract'
import { m } from '../../../messages/compiled/messages.js'
import { plainLine } from '../text/text-parts.ts'
import { isolated } from './conversation-words.ts'

/** What happened to the conversation, in words of the agent's language. */
export function lineWord(line: SystemLine): string {
  switch (line.line) {
    case 'queued':
      return line.queue ? m.conv_line_queued_in({ queue: isolated(line.queue) }) : m.conv_line_queued()
    case 'robot':
      return m.conv_line_robot()
    case 'transferred':
      return transferredWord(line)
    case 'joined':
      return line.who ? m.conv_line_joined({ who: isolated(line.who) }) : m.conv_line_somebody_joined()
    case 'left':
      return line.who ? m.conv_line_left({ who: isolated(line.who) }) : m.conv_line_somebody_left()
    case 'customer-left':
      return m.conv_line_customer_left()
    case 'customer-away':
      return m.conv_line_customer_away()
    case 'timed-out':
      return m.conv_line_timed_out()
    case 'ended':
      return m.conv_line_ended()
    case 'gap':
      return m.conv_line_gap()
    case 'said':
      return plainLine(line.text)
  }
}

function transferredWord({ from, to }: Extract<SystemLine, { line: 'transferred' }>): string {
  if (from && to) return m.conv_line_transferred_from_to({ from: isolated(from), to: isolated(to) })
  if (from) return m.conv_line_transferred_from({ from: isolated(from) })
  return to ? m.conv_line_transferred_to({ to: isolated(to) }) : m.conv_line_transferred()
}
