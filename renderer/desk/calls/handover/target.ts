import { dialledNumber } from '../../ui/number/phone-number.ts'
import type { SearchTarget } from '../../ui/target/target.ts'
import type { How } from './how.ts'

/** Somebody or somewhere a call can go. */
export interface Target extends SearchTarget {
  /** The way that is meant when this one is chosen. */
  readonly how?: How
}

/** Numbers of the public network are longer than those of a site, or begin with a zero or a plus. */
export function looksOutside(text: string): boolean {
  const number = dialledNumber(text)
  return number.startsWith('+') || number.length >= 7 || (number.startsWith('0') && number.length >= 5)
}
