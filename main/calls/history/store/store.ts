import type { Database } from 'node-sqlite3-wasm'
import type { Call, EndReason, HistoryPage, HistorySearch, MissedCall, PastCall, Time, TransferTarget } from '#contract'
import { leaveNoTrace, whole } from '../../../database/open-file.ts'
import type { Verbs, Word } from '../../../database/words.ts'
import { columnsOf, missedCallOf } from './rows.ts'
import { search } from './search.ts'
import { wordsOf } from './words.ts'

/** Whose calls they are: nobody else at this machine, and no other site, sees them. */
export interface Owner {
  readonly site: string
  readonly agent: string
  /** How long this site lets a call be kept. */
  readonly days: number
}

/** What is known of a call so far; without `endedAt` it is not over. */
export interface Known
  extends Pick<Call, 'id' | 'direction' | 'number' | 'name' | 'queue' | 'part' | 'startedAt' | 'talkingSince'> {
  readonly parties: PastCall['parties']
  readonly endedAt?: Time
  readonly reason?: EndReason
  readonly transferredTo?: TransferTarget
  readonly missed: boolean
}

/** Everything that can be asked of the calls that are kept. */
export interface StoreWords {
  record: Word<{ readonly owner: Owner; readonly calls: readonly Known[] }, void>
  search: Word<{ readonly owner: Owner; readonly asked: HistorySearch }, HistoryPage>
  note: Word<{ readonly owner: Owner; readonly callId: string; readonly text: string }, boolean>
  noteOf: Word<{ readonly owner: Owner; readonly callId: string }, string>
  remove: Word<{ readonly owner: Owner; readonly callId: string }, void>
  clear: Word<{ readonly owner: Owner }, void>
  missed: Word<{ readonly owner: Owner; readonly limit: number }, readonly MissedCall[]>
  seen: Word<{ readonly owner: Owner }, void>
  /** What is older than its site lets it be goes; this site has just said how long that is. */
  expire: Word<{ readonly site: string; readonly days: number; readonly now: Time }, number>
}

const DAY_MS = 86_400_000

/** The calls in an open database; whatever is written is one transaction, so that half of it is never there. */
export function createStore(database: Database): Verbs<StoreWords> {
  const ownerOf = ({ site, agent, days }: Owner) => idOf(database, site, agent, days)
  return {
    record: ({ owner, calls }) =>
      whole(database, () => {
        for (const call of calls) record(database, ownerOf(owner), call)
      }),
    search: ({ owner, asked }) => search(database, ownerOf(owner), asked),
    note: ({ owner, callId, text }) => whole(database, () => note(database, ownerOf(owner), callId, text)),
    noteOf: ({ owner, callId }) => {
      const row = database.get('SELECT note FROM calls WHERE owner = ? AND call_id = ?', [ownerOf(owner), callId])
      return typeof row?.note === 'string' ? row.note : ''
    },
    remove: ({ owner, callId }) => {
      const which = 'owner = ? AND call_id = ? AND ended_at IS NOT NULL'
      whole(database, () => database.run(`DELETE FROM calls WHERE ${which}`, [ownerOf(owner), callId]))
      leaveNoTrace(database)
    },
    clear: ({ owner }) => {
      const which = 'owner = ? AND ended_at IS NOT NULL'
      whole(database, () => database.run(`DELETE FROM calls WHERE ${which}`, [ownerOf(owner)]))
      leaveNoTrace(database)
    },
    missed: ({ owner, limit }) =>
      database
        .all('SELECT * FROM calls WHERE owner = ? AND missed = 1 ORDER BY id DESC LIMIT ?', [ownerOf(owner), limit])
        .map(missedCallOf),
    seen: ({ owner }) =>
      void database.run('UPDATE calls SET seen = 1 WHERE owner = ? AND missed = 1 AND seen = 0', [ownerOf(owner)]),
    expire: ({ site, days, now }) => {
      letKeep(database, site, days)
      return expire(database, now)
    },
  }
}

/** The site's days are kept with its calls, so that they count while another site's profile is in force. */
function idOf(database: Database, site: string, agent: string, days: number): number {
  const row = database.get('SELECT id, days FROM owners WHERE site = ? AND agent = ?', [site, agent])
  if (row?.days !== days) letKeep(database, site, days)
  if (row) return Number(row.id)
  return Number(
    database.run('INSERT INTO owners (site, agent, days) VALUES (?, ?, ?)', [site, agent, days]).lastInsertRowid,
  )
}

function letKeep(database: Database, site: string, days: number): void {
  database.run('UPDATE owners SET days = ? WHERE site = ?', [days, site])
}

function record(database: Database, owner: number, call: Known): void {
  const columns = columnsOf(call)
  const known = database.get('SELECT id, note FROM calls WHERE owner = ? AND call_id = ?', [owner, call.id])
  const id = known ? Number(known.id) : freeId(database, call.startedAt)
  const names = Object.keys(columns).map((name) => name.slice(1))
  const sql = known
    ? `UPDATE calls SET ${names.map((name) => `${name} = :${name}`).join(', ')} WHERE id = :id AND owner = :owner`
    : `INSERT INTO calls (id, owner, ${names.join(', ')}) VALUES (:id, :owner, :${names.join(', :')})`
  database.run(sql, { ...columns, ':id': id, ':owner': owner })
  index(database, id)
}

/** A hundred calls may begin in the same millisecond; one more pushes into the next. */
function freeId(database: Database, startedAt: Time): number {
  const first = startedAt * 100
  const last = database.get('SELECT max(id) AS id FROM calls WHERE id >= ? AND id < ?', [first, first + 100])
  return typeof last?.id === 'number' ? last.id + 1 : first
}

function note(database: Database, owner: number, callId: string, text: string): boolean {
  const row = database.get('SELECT id FROM calls WHERE owner = ? AND call_id = ?', [owner, callId])
  if (!row) return false
  database.run('UPDATE calls SET note = ? WHERE id = ?', [text, Number(row.id)])
  index(database, Number(row.id))
  return true
}

function index(database: Database, id: number): void {
  const row = database.get('SELECT number, name, queue, note FROM calls WHERE id = ?', [id])
  const word = (value: unknown) => (typeof value === 'string' ? value : null)
  const text = wordsOf({
    number: word(row?.number) ?? '',
    name: word(row?.name),
    queue: word(row?.queue),
    note: word(row?.note) ?? '',
  })
  const upsert = 'ON CONFLICT (id) DO UPDATE SET text = excluded.text WHERE text IS NOT excluded.text'
  database.run(`INSERT INTO words (id, text) VALUES (?, ?) ${upsert}`, [id, text])
}

function expire(database: Database, now: Time): number {
  const older =
    'SELECT c.id FROM calls c JOIN owners o ON o.id = c.owner WHERE o.days = 0 OR c.ended_at < ? - o.days * ?'
  const { changes } = database.run(`DELETE FROM calls WHERE id IN (${older})`, [now, DAY_MS])
  if (changes > 0) leaveNoTrace(database)
  return changes
}
