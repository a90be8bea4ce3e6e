import type { PopMoment, SitePage } from './site-page.ts'
import type { Stage, Subject } from './subjects.ts'

/** Each with those before it: a call that is answered by itself never rings, and its page is wanted all the same. */
const COMING: { readonly [S in Stage]: readonly PopMoment[] } = {
  incoming: ['incoming'],
  ringing: ['incoming', 'ringing'],
  dialling: [],
  'far-side-rings': [],
  talking: ['incoming', 'ringing', 'talking'],
  over: ['released'],
}

const GOING: { readonly [S in Stage]: readonly PopMoment[] } = {
  incoming: ['dialled'],
  // A callback, which the platform brings to the agent before it dials.
  ringing: ['dialled', 'ringing'],
  dialling: ['dialled'],
  'far-side-rings': ['dialled'],
  talking: ['dialled', 'talking'],
  over: ['released'],
}

/** The moments that have come for it. */
export function momentsOf({ outgoing, stage }: Pick<Subject, 'outgoing' | 'stage'>): readonly PopMoment[] {
  return (outgoing ? GOING : COMING)[stage]
}

/** Whether the site wants this page for such a call or chat at all. */
export function isWanted({ for: { queues, media, numbers } }: Pick<SitePage, 'for'>, subject: Subject): boolean {
  const { skillName, skillId } = subject.values
  const inQueue = queues?.some((queue) => queue === skillName || queue === skillId) ?? true
  const byMedia = media?.includes(subject.media) ?? true
  return inQueue && byMedia && (numbers?.some((pattern) => matches(pattern, subject.number)) ?? true)
}

/** `*` is any signs or none. Without a regular expression, which a profile could make run for ever. */
export function matches(pattern: string, number: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop()
  if (last === undefined) return number === pattern
  if (!number.startsWith(first)) return false
  const end = rest.reduce((at, part) => (at < 0 ? at : after(number, part, at)), first.length)
  return end >= 0 && number.length - last.length >= end && number.endsWith(last)
}

function after(number: string, part: string, from: number): number {
  const at = number.indexOf(part, from)
  return at < 0 ? -1 : at + part.length
}
