import { chmodSync, existsSync, mkdirSync, renameSync, rmdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import sqlite, { type Database } from 'node-sqlite3-wasm'
import type { OnSetAside } from './words.ts'

export const IN_MEMORY = ':memory:'

export interface Layout {
  /** Each leads from one version of the database (`PRAGMA user_version`) to the next. */
  readonly migrations: readonly string[]
  /** Each time it is opened, at the newest version. */
  readonly prepare: (database: Database) => void
}

/** Opens the file at the newest version; throws when it is damaged, held by another, or of a later Earshot. */
export function openFile(file: string, { migrations, prepare }: Layout): Database {
  if (file !== IN_MEMORY) makeRoom(file)
  const database = new sqlite.Database(file)
  try {
    configure(database)
    migrate(database, migrations)
    prepare(database)
  } catch (error) {
    database.close()
    throw error
  }
  if (file !== IN_MEMORY) for (const one of [file, `${file}-wal`]) if (existsSync(one)) chmodSync(one, 0o600)
  return database
}

/**
 * This build of SQLite locks by making a folder, which stays when the process is killed. Only one Earshot runs on a
 * user-data folder, so a lock that is there at the opening is nobody's any more.
 */
function makeRoom(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  if (existsSync(lockOf(file))) rmdirSync(lockOf(file))
}

/**
 * The write-ahead log survives `kill -9` and costs one sync a commit; without shared memory, which this build has not,
 * it needs the exclusive lock. What is deleted is overwritten, in the file and in the index.
 */
function configure(database: Database): void {
  database.get('PRAGMA locking_mode = EXCLUSIVE')
  database.get('PRAGMA journal_mode = WAL')
  database.get('PRAGMA synchronous = FULL')
  database.get('PRAGMA secure_delete = ON')
  // Forty megabytes hold the words of 50,000 calls several times over, and are taken as they are needed.
  database.get('PRAGMA cache_size = -16000')
}

function migrate(database: Database, migrations: readonly string[]): void {
  const version = Number(database.get('PRAGMA user_version')?.user_version)
  if (version > migrations.length) throw new Error(`the history is of a later version: ${version}`)
  for (const [at, sql] of migrations.entries()) {
    if (at < version) continue
    database.exec(`BEGIN; ${sql}; PRAGMA user_version = ${at + 1}; COMMIT`)
  }
}

/** Gives the file another name, so that nothing is lost by starting anew; null when there is no such file to move. */
export function moveAside(file: string, now: Date): string | null {
  const aside = `${basename(file, '.db')}.damaged-${now.toISOString().replace(/[:.]/g, '-')}.db`
  try {
    for (const ending of ['', '-wal', '-journal', '.lock']) {
      const from = `${file}${ending}`
      if (existsSync(from)) renameSync(from, join(dirname(file), `${aside}${ending}`))
    }
    return existsSync(join(dirname(file), aside)) ? aside : null
  } catch {
    return null
  }
}

/** Whatever is wrong with the file, what comes today is kept, and the file is named to the agent. */
export function openOrSetAside(file: string, layout: Layout, onSetAside: OnSetAside): Database {
  try {
    return openFile(file, layout)
  } catch {
    const aside = moveAside(file, new Date())
    onSetAside(aside)
    return openFile(aside === null ? IN_MEMORY : file, layout)
  }
}

/** SQLite's own words for SQLITE_CORRUPT and SQLITE_NOTADB. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && /malformed|not a database|corrupt/i.test(error.message)
}

/** All of it or nothing. */
export function whole<T>(database: Database, act: () => T): T {
  database.exec('BEGIN')
  try {
    const result = act()
    database.exec('COMMIT')
    return result
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** Deleted content is overwritten (`secure_delete`); what the log still holds of it goes with a checkpoint. */
export function leaveNoTrace(database: Database): void {
  database.get('PRAGMA wal_checkpoint(TRUNCATE)')
}

const lockOf = (file: string) => `${file}.lock`
