import type { DirectoryFound, EntryKind } from '#contract'

export type Row = { readonly heading: EntryKind; readonly count: number } | { readonly place: number }

const kinds: readonly EntryKind[] = ['agent', 'queue', 'access-code', 'ivr', 'contact']

/** Everything is shown kind by kind, each under its heading; what was found is in the order of how well it fits. */
export function rowsOf(counts: DirectoryFound['counts'], grouped: boolean): readonly Row[] {
  const rows: Row[] = []
  let place = 0
  for (const kind of kinds) {
    const count = counts[kind]
    if (grouped && count > 0) rows.push({ heading: kind, count })
    for (let index = 0; index < count; index += 1) rows.push({ place: place + index })
    place += count
  }
  return rows
}

export function keyOf(row: Row): string | number {
  return 'heading' in row ? row.heading : row.place
}

/** The places among the entries that lie between two rows. */
export function placesIn(rows: readonly Row[], first: number, last: number): readonly number[] {
  return rows.slice(first, last + 1).flatMap((row) => ('place' in row ? [row.place] : []))
}
