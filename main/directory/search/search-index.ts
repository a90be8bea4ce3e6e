import type { DirectoryFound, DirectorySearch, EntryKind } from '#contract'
import { inSlices, type Slices } from '../slices.ts'
import { fold } from './fold.ts'
import type { Line } from './line.ts'
import { type Query, queryOf, rankOf, ranks } from './rank.ts'
import { placeOf, sorted } from './sorted.ts'

export const kinds: readonly EntryKind[] = ['agent', 'queue', 'access-code', 'ivr', 'contact']

export interface SearchIndex {
  /** Another list of one kind altogether. */
  replace(kind: EntryKind, lines: readonly Line[]): Promise<void>
  put(line: Line): void
  remove(line: Line): void
  search(input: DirectorySearch): Promise<Omit<DirectoryFound, 'revision'>>
}

/** The last answer: the next letter of the same text is looked for in it alone. */
interface Last {
  readonly text: string
  readonly wanted: string
  readonly revision: number
  readonly found: Matches
}

interface Matches {
  /** Best first; of one rank by kind, then by name. */
  readonly ranked: readonly Line[]
  /** The same as they stand in their lists. */
  readonly inOrder: readonly Line[]
}

type Counts = DirectoryFound['counts']
type Lists = Map<EntryKind, readonly Line[]>

export function createSearchIndex(): SearchIndex {
  const lists: Lists = new Map()
  let revision = 0
  let last: Last | null = null
  const set = (kind: EntryKind, lines: readonly Line[]) => {
    lists.set(kind, lines)
    revision += 1
  }
  return {
    replace: async (kind, lines) => set(kind, await inSlices(sorted(lines))),
    put: (line) => {
      const lines = without(lists, line)
      set(line.kind, lines.toSpliced(placeOf(lines, line), 0, line))
    },
    remove: (line) => set(line.kind, without(lists, line)),
    search: async ({ text, kinds: only, offset, limit }) => {
      const wanted = kinds.filter((kind) => only.length === 0 || only.includes(kind))
      const query = queryOf(text)
      if (query.words.length === 0) return unasked(lists, wanted, offset, limit)
      const asked = { text, wanted: wanted.join(), revision }
      const before = last
      const found = isSame(before, asked)
        ? before.found
        : await inSlices(
            matches(candidates(before, asked) ?? joined(wanted.map((kind) => lists.get(kind) ?? [])), query),
          )
      last = { ...asked, found }
      const { ranked } = found
      return { entries: ranked.slice(offset, offset + limit).map((line) => line.shown()), counts: countOf(ranked) }
    },
  }
}

function without(lists: Lists, { kind, id }: Line): readonly Line[] {
  const lines = lists.get(kind) ?? []
  const place = lines.findIndex((one) => one.id === id)
  return place < 0 ? lines : lines.toSpliced(place, 1)
}

type Asked = Omit<Last, 'found'>

function isSame(last: Last | null, { text, wanted, revision }: Asked): last is Last {
  return last?.text === text && last.wanted === wanted && last.revision === revision
}

/** A longer text finds nothing that the shorter one did not. */
function candidates(last: Last | null, { text, wanted, revision }: Asked): readonly Line[] | null {
  if (last === null || last.wanted !== wanted || last.revision !== revision) return null
  if (!fold(text).startsWith(fold(last.text))) return null
  const [before, now] = [queryOf(last.text).digits, queryOf(text).digits]
  const narrower = now === '' || (before !== '' && now.startsWith(before))
  return narrower ? last.found.inOrder : null
}

function* matches(lines: readonly Line[], query: Query): Slices<Matches> {
  const byRank: Line[][] = Array.from({ length: ranks }, () => [])
  const inOrder: Line[] = []
  for (let from = 0; from < lines.length; from += runLength) {
    sift(lines.slice(from, from + runLength), query, { byRank, inOrder })
    yield
  }
  return { ranked: joined(byRank), inOrder }
}

/** `flat` and `flatMap` look at each element of fifty thousand; `concat` copies them. */
function joined(lists: readonly (readonly Line[])[]): Line[] {
  const none: Line[] = []
  return none.concat(...lists)
}

const runLength = 512

/** A function of its own, since the loop of a generator is never compiled while it runs. */
function sift(lines: readonly Line[], query: Query, found: { byRank: Line[][]; inOrder: Line[] }): void {
  for (const line of lines) {
    const rank = rankOf(line, query)
    if (rank === null) continue
    found.inOrder.push(line)
    found.byRank[rank]?.push(line)
  }
}

/** Nothing asked for: everything, one kind after the other, and only what is shown is touched. */
function unasked(lists: Lists, wanted: readonly EntryKind[], offset: number, limit: number) {
  const entries: DirectoryFound['entries'][number][] = []
  let skip = offset
  for (const kind of wanted) {
    const lines = lists.get(kind) ?? []
    const from = Math.min(skip, lines.length)
    entries.push(...lines.slice(from, from + limit - entries.length).map((line) => line.shown()))
    skip -= from
  }
  const counts = Object.fromEntries(
    kinds.map((kind) => [kind, wanted.includes(kind) ? (lists.get(kind)?.length ?? 0) : 0]),
  )
  return { entries, counts: counts as Counts }
}

function countOf(lines: readonly Line[]): Counts {
  const counts = { agent: 0, queue: 0, 'access-code': 0, ivr: 0, contact: 0 }
  for (const { kind } of lines) counts[kind] += 1
  return counts
}
