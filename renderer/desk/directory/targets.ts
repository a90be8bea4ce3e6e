import type { ColleagueState, DirectoryEntry, TransferKind } from '#contract'

/** An entry as somewhere a call can go; a contact is one for each of its numbers. */
export interface EntryTarget {
  readonly id: string
  readonly kind: TransferKind
  readonly address: string
  readonly name: string
  readonly remark?: string
  readonly state?: ColleagueState
  readonly waiting?: number
}

export function targetsOf(entry: DirectoryEntry): readonly EntryTarget[] {
  const { id, name, detail, state, waiting } = entry
  return entry.can.flatMap((deed) => {
    if (deed.do !== 'transfer') return []
    return [
      {
        id: `${id} ${deed.to.address}`,
        ...deed.to,
        name,
        ...(detail !== '' && { remark: detail }),
        ...(state !== undefined && { state }),
        ...(waiting !== undefined && { waiting }),
      },
    ]
  })
}
