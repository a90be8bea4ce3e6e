import type { EntryDeed, TransferKind } from '#contract'
import type { EntryTarget } from './targets.ts'

/** What of the calls the directory may use; what becomes of it is told where calls are. */
export interface Reach {
  /** To what kinds of places the call that talks can go now; none without one. */
  readonly kinds: readonly TransferKind[]
  readonly pending: boolean
  /** What the platform lets this agent do (spec/ccgateway.md 7). */
  readonly mayCallOut: boolean
  readonly mayPickUp: boolean
  call(number: string): unknown
  callInside(kind: 'agent' | 'queue', address: string): unknown
  pickUp(workNumber: string): unknown
  transfer(target: EntryTarget): void
  /** A conversation inside; absent where this agent has no chat. */
  write?(workNumber: string, name: string): unknown
}

/** Those that can be done at this moment. */
export function deedsNow(
  can: readonly EntryDeed[],
  { kinds, mayCallOut, mayPickUp }: Pick<Reach, 'kinds' | 'mayCallOut' | 'mayPickUp'>,
): readonly EntryDeed[] {
  return can.filter((deed) => {
    if (deed.do === 'transfer') return kinds.includes(deed.to.kind)
    if (deed.do === 'pick-up') return mayPickUp
    return deed.do === 'call-inside' || mayCallOut
  })
}
