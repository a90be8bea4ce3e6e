import type { Reason } from '#contract'
import { m } from '../messages/compiled/messages.js'
import { inBoth } from '../messages/in-both.ts'
import { reasonName } from '../ui/state/rest.ts'

/** What a rest is extended by. */
export const moreMinutes: readonly number[] = [5, 10, 15]

/** The numbers a site may use (spec/ccgateway.md 6), for one whose profile names none. */
const busyNumbers: readonly number[] = Array.from({ length: 51 }, (_, index) => 200 + index)

/** More than this many are looked for by name. */
export const MANY = 8

export interface Choice {
  readonly value: number
  readonly label: string
  /** Its name in every language, so that either finds it. */
  readonly words: string
}

export function reasonChoices(reasons: readonly Reason[]): readonly Choice[] {
  return reasons.map((reason) => ({
    value: reason.number,
    label: reasonName(reason),
    words: `${reason.name.en} ${reason.name['zh-CN']} ${reason.number}`,
  }))
}

export function busyChoices(reasons: readonly Reason[]): readonly Choice[] {
  if (reasons.length > 0) return reasonChoices(reasons)
  return busyNumbers.map((number) => ({
    value: number,
    label: String(number),
    words: inBoth((options) => m.busy_reason_number({ number }, options)),
  }))
}
