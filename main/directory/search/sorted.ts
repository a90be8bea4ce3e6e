import type { Slices } from '../slices.ts'
import type { Line } from './line.ts'

const collator = new Intl.Collator(['zh-CN', 'en'], { numeric: true })

/** By name; those of one name by id, so that the order never depends on who came first. */
export function byName(one: Line, other: Line): number {
  const order = collator.compare(one.name, other.name)
  if (order !== 0) return order
  return one.id < other.id ? -1 : Number(one.id > other.id)
}

const runLength = 64

/** Merges runs that are short enough to be sorted in one go. */
export function* sorted(lines: readonly Line[]): Slices<Line[]> {
  let runs: Line[][] = []
  for (let at = 0; at < lines.length; at += runLength) {
    runs.push(lines.slice(at, at + runLength).sort(byName))
    yield
  }
  while (runs.length > 1) {
    const merged: Line[][] = []
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? []))
    runs = merged
  }
  return runs[0] ?? []
}

function* merge(left: readonly Line[], right: readonly Line[]): Slices<Line[]> {
  const lines: Line[] = []
  let [from, to] = [0, 0]
  while (from < left.length && to < right.length) {
    const [one, other] = [left[from], right[to]]
    if (one === undefined || other === undefined) break
    if (byName(one, other) <= 0) from = lines.push(one) - to
    else to = lines.push(other) - from
    if (lines.length % 200 === 0) yield
  }
  return [...lines, ...left.slice(from), ...right.slice(to)]
}

/** Where a line stands, or would. */
export function placeOf(lines: readonly Line[], line: Line): number {
  let [from, to] = [0, lines.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const there = lines[middle]
    if (there !== undefined && byName(there, line) < 0) from = middle + 1
    else to = middle
  }
  return from
}
