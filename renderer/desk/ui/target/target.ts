import type { TransferKind } from '#contract'
import { dialledNumber } from '../number/phone-number.ts'
import type { ShownState } from '../state/shown-state.ts'

/** Somebody or somewhere a call or a chat can go, as the directory knows them. */
export interface SearchTarget {
  readonly id: string
  readonly kind: TransferKind
  readonly address: string
  readonly name: string
  /** Group, company: what tells two of one name apart. */
  readonly remark?: string
  /** Agents only. */
  readonly state?: ShownState
  /** Queues only: how many customers wait there. */
  readonly waiting?: number
}

/** What the field shows and tells while somebody is looked for. */
export interface TargetSearch<T extends SearchTarget = SearchTarget> {
  readonly text: string
  readonly found: readonly T[]
  readonly picked: T | null
  readonly kind: TransferKind
  /** Null: what was typed is no address yet. */
  readonly address: string | null
  readonly fault: 'none' | 'wrong' | null
  /** Rises whenever what was found may look otherwise now. */
  readonly revision: number
  type(text: string): void
  pick(target: T): void
  refresh(): void
}

const digits = /^\d{1,24}$/
const outside = /^[\dA-Ea-e*#]{1,24}$/

/** The address in what was typed, as spec/ccgateway.md 8.3 has it for the kind; null when there is none. */
export function addressIn(text: string, kind: TransferKind): string | null {
  const bare = text.replace(/[\s().-]/g, '')
  const typed = outside.test(bare) ? bare : dialledNumber(text).replace(/^\+/, '00')
  return (kind === 'outside' ? outside : digits).test(typed) ? typed : null
}
