import type { TransferKind } from '#contract'
import type { SearchTarget } from './target.ts'

/** Whom a call or a chat can go to, as the directory has them. */
export interface TargetSource<T extends SearchTarget = SearchTarget> {
  /** Rises whenever what was found may look otherwise now. */
  readonly revision: number
  /** Targets of these kinds; an empty text finds what is worth offering at once. */
  find(text: string, kinds: readonly TransferKind[]): Promise<readonly T[]>
  /** While somebody is chosen, their states are kept fresh, and how many wait in the queues that are shown. */
  watch(on: boolean, queues: readonly string[]): Promise<void>
}
