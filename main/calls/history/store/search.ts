import type { Database } from 'node-sqlite3-wasm'
import type { HistoryFilter, HistoryPage, HistorySearch } from '#contract'
import { indexWords, type Way } from '../../../database/find.ts'
import { pastCallOf } from './rows.ts'
import { waysOf } from './words.ts'

/** The newest of an owner's past calls that match; one more than is wanted tells that there are more. */
export function search(database: Database, owner: number, asked: HistorySearch): HistoryPage {
  const { from, key, matches, values } = sourceOf(waysOf(asked.text))
  const where = [...matches, 'c.owner = :owner', 'c.ended_at IS NOT NULL', `${key} < :before`, ...FILTERS[asked.filter]]
  const sql = `SELECT c.* FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${key} DESC LIMIT :limit`
  const before = asked.before ?? Number.MAX_SAFE_INTEGER
  const rows = database.all(sql, { ...values, ':owner': owner, ':before': before, ':limit': asked.limit + 1 })
  return { calls: rows.slice(0, asked.limit).map(pastCallOf), more: rows.length > asked.limit }
}

const FILTERS: { readonly [F in HistoryFilter]: readonly string[] } = {
  all: [],
  incoming: ["c.direction = 'incoming'"],
  outgoing: ["c.direction = 'outgoing'"],
  internal: ["c.direction = 'internal'"],
  missed: ['c.missed = 1'],
}

interface Source {
  readonly from: string
  /** What stands for a call's place where the rows come from, so that they come in order and need no sorting. */
  readonly key: string
  readonly matches: readonly string[]
  readonly values: Readonly<Record<string, string>>
}

/** Three letters and more are found by the index; shorter ones (many a Chinese name) by going through the words. */
function sourceOf(ways: readonly Way[]): Source {
  if (ways.length === 0) return { from: 'calls c', key: 'c.id', matches: [], values: {} }
  const terms = [...new Set(ways.flat())]
  const values = Object.fromEntries(terms.map((term, at) => [`:term${at}`, term]))
  const contains = (way: Way) => way.map((term) => `instr(w.text, :term${terms.indexOf(term)})`).join(' AND ')
  const matches = [`(${ways.map((way) => `(${contains(way)})`).join(' OR ')})`]
  const index = indexWords(ways)
  // CROSS JOIN keeps the order of the tables: the rows must come from the first.
  const words = 'words w CROSS JOIN calls c ON c.id = w.id'
  if (index === null) return { from: words, key: 'w.id', matches, values }
  return {
    from: 'found f CROSS JOIN words w ON w.id = f.rowid CROSS JOIN calls c ON c.id = f.rowid',
    key: 'f.rowid',
    matches: ['f.text MATCH :index', ...matches],
    values: { ...values, ':index': index },
  }
}
