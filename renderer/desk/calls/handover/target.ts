import type { TransferKind } from '#contract'
import { dialledNumber } from '../../ui/number/phone-number.ts'
import type { ShownState } from '../../ui/state/shown-state.ts'
import type { How } from './how.ts'

/** Somebody or somewhere a call can go, as the directory knows them. */
export interface Target {
  readonly id: string
  readonly kind: TransferKind
  readonly address: string
  readonly name: string
  /** Group, company: what tells two of one name apart. */
  readonly remark?: string
  /** Agents only. */
  readonly state?: ShownState
  /** The way that is meant when this one is chosen. */
  readonly how?: How
  /** Queues only: how many customers wait there. */
  readonly waiting?: number
}

export interface TargetSource {
  /** Rises whenever what was found may look otherwise now. */
  readonly revision: number
  /** Targets of these kinds; an empty text finds what is worth offering at once. */
  find(text: string, kinds: readonly TransferKind[]): Promise<readonly Target[]>
  /** While somebody is chosen, their states are kept fresh, and how many wait in the queues that are shown. */
  watch(on: boolean, queues: readonly string[]): Promise<void>
}

const digits = /^\d{1,24}$/
const outside = /^[\dA-Ea-e*#]{1,24}$/

/** The address in what was typed, as spec/ccgateway.md 8.3 has it for the kind; null when there is none. */
export function addressIn(text: string, kind: TransferKind): string | null {
  const bare = text.replace(/[\s().-]/g, '')
  const typed = outside.test(bare) ? bare : dialledNumber(text).replace(/^\+/, '00')
  return (kind === 'outside' ? outside : digits).test(typed) ? typed : null
}

/** Numbers of the public network are longer than those of a site, or begin with a zero or a plus. */
export function looksOutside(text: string): boolean {
  const number = dialledNumber(text)
  return number.startsWith('+') || number.length >= 7 || (number.startsWith('0') && number.length >= 5)
}
