import type { Database } from 'node-sqlite3-wasm'
import { type Layout, openFile } from '../../../database/open-file.ts'
import { migrations } from './schema.ts'

export { IN_MEMORY } from '../../../database/open-file.ts'

export const layout: Layout = { migrations, prepare: endInterrupted }

export function openDatabase(file: string): Database {
  return openFile(file, layout)
}

/** What was not over when Earshot ended: what became of the call is not known, but that it was, and its note. */
function endInterrupted(database: Database): void {
  database.exec('UPDATE calls SET ended_at = coalesce(talking_since, started_at) WHERE ended_at IS NULL')
}
