import type { Email, EmailFields } from '#contract'
import { addressesIn } from './addresses.ts'

type Kind = EmailFields['kind']

/** In the languages that the desk speaks; 回复 and 答复 for an answer, 转发 for handing on. */
const answered = /^\s*(?:re|aw|回复|答复)\s*[:：]/i
const forwarded = /^\s*(?:fwd?|wg|转发)\s*[:：]/i

/** What stands above the text before the agent has changed it. */
export function firstFields(kind: Kind, original: Email | null, customer: string): EmailFields {
  const subject = subjectOf(kind, original?.subject ?? '')
  const [from = ''] = addressesIn([original?.from || customer])
  if (kind === 'forward') return { kind, subject, to: '', cc: '', quoted: true }
  return {
    kind,
    subject,
    to: from,
    cc: kind === 'reply-all' ? othersOf(original, from) : '',
    quoted: original !== null,
  }
}

function subjectOf(kind: Kind, subject: string): string {
  if (subject === '') return ''
  if (kind === 'forward') return forwarded.test(subject) ? subject : `Fwd: ${subject}`
  return answered.test(subject) ? subject : `Re: ${subject}`
}

/**
 * All who got it but its sender. The first of `to` is the channel's own address, which the platform puts there: it
 * would only write to itself.
 */
function othersOf(original: Email | null, from: string): string {
  if (original === null) return ''
  const [, ...to] = addressesIn(original.to)
  const others = [...to, ...addressesIn(original.cc)].filter((one) => one.toLowerCase() !== from.toLowerCase())
  return [...new Set(others)].join(', ')
}
