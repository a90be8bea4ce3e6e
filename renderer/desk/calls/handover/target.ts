import type { TransferKind } from '#contract'
import { dialledNumber } from '../../ui/number/phone-number.ts'
import type { SearchTarget } from '../../ui/target/target.ts'
import type { How } from './how.ts'

/** Somebody or somewhere a call can go. */
export interface Target extends SearchTarget {
  /** The way that is meant when this one is chosen. */
  readonly how?: How
}

export interface TargetSource {
  /** Rises whenever what was found may look otherwise now. */
  readonly revision: number
  /** Targets of these kinds; an empty text finds what is worth offering at once. */
  find(text: string, kinds: readonly TransferKind[]): Promise<readonly Target[]>
  /** While somebody is chosen, their states are kept fresh, and how many wait in the queues that are shown. */
  watch(on: boolean, queues: readonly string[]): Promise<void>
}

/** Numbers of the public network are longer than those of a site, or begin with a zero or a plus. */
export function looksOutside(text: string): boolean {
  const number = dialledNumber(text)
  return number.startsWith('+') || number.length >= 7 || (number.startsWith('0') && number.length >= 5)
}
