import type { DirectoryEntry, DirectoryFound } from '#contract'

export const pageSize = 100

/** What has been fetched of a list, a page at a time. */
export interface Pages {
  readonly counts: DirectoryFound['counts']
  readonly byNumber: ReadonlyMap<number, readonly DirectoryEntry[]>
}

export function entryAt({ byNumber }: Pages, place: number): DirectoryEntry | undefined {
  return byNumber.get(Math.floor(place / pageSize))?.[place % pageSize]
}

export function pagesOf(places: readonly number[]): readonly number[] {
  return [...new Set(places.map((place) => Math.floor(place / pageSize)))]
}

/** Whether the same entries stand at the same places, however their states have changed. */
export function isSameOrder(one: Pages, other: Pages): boolean {
  if (JSON.stringify(one.counts) !== JSON.stringify(other.counts)) return false
  return [...other.byNumber].every(([number, entries]) => {
    const before = one.byNumber.get(number)
    return before === undefined || entries.every(({ id }, index) => before[index]?.id === id)
  })
}

/** The old places with the new states: for as long as a pointer is over them. */
export function inPlace(shown: Pages, fresh: Pages): Pages {
  const byId = new Map([...fresh.byNumber.values()].flat().map((entry) => [entry.id, entry]))
  const pages = [...shown.byNumber].map(([number, entries]) => {
    return [number, entries.map((entry) => byId.get(entry.id) ?? entry)] as const
  })
  return { ...shown, byNumber: new Map(pages) }
}

/** Pages that were fetched anew, and of the others those that are still of the same list. */
export function merged(shown: Pages | null, fresh: Pages): Pages {
  if (shown === null || !isSameOrder(shown, fresh)) return fresh
  return { counts: fresh.counts, byNumber: new Map([...shown.byNumber, ...fresh.byNumber]) }
}
