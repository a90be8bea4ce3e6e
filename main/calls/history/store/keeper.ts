import { existsSync } from 'node:fs'
import type { Database } from 'node-sqlite3-wasm'
import { mendDatabase } from '../../../database/mending.ts'
import { IN_MEMORY, openOrSetAside } from '../../../database/open-file.ts'
import type { OnSetAside, Verbs, Word } from '../../../database/words.ts'
import { layout, openDatabase } from './open-database.ts'
import { createStore, type StoreWords } from './store.ts'

/** The site whose calls are kept from now on. */
export interface Opening {
  readonly file: string
  readonly site: string
  /** 0: nothing goes to the disk, and nothing of this site stays there. */
  readonly days: number
  readonly now: number
}

export interface KeeperWords extends StoreWords {
  open: Word<Opening, void>
  /** Everything is in the one file again, and nothing is locked. */
  close: Word<undefined, void>
}

/** The one database of the thread. Damage costs the file its name, never the session. */
export function createKeeper(onSetAside: OnSetAside): Verbs<KeeperWords> {
  const { open, close, perform } = mendDatabase<Opening, StoreWords>({
    called: 'the calls of the history',
    open: (opening) =>
      opening.days === 0 ? withoutDisk(opening, onSetAside) : openOrSetAside(opening.file, layout, onSetAside),
    verbsOf: createStore,
    opened: (verbs, opening) => verbs.expire(opening),
    onSetAside,
  })
  return {
    open,
    close,
    record: (input) => perform('record', input),
    search: (input) => perform('search', input),
    note: (input) => perform('note', input),
    noteOf: (input) => perform('noteOf', input),
    remove: (input) => perform('remove', input),
    clear: (input) => perform('clear', input),
    missed: (input) => perform('missed', input),
    seen: (input) => perform('seen', input),
    expire: (input) => perform('expire', input),
  }
}

/** What the site kept on the disk before it was told not to goes; other sites' calls stay. */
function withoutDisk({ file, ...site }: Opening, onSetAside: OnSetAside): Database {
  if (existsSync(file)) {
    const left = openOrSetAside(file, layout, onSetAside)
    createStore(left).expire(site)
    left.close()
  }
  return openDatabase(IN_MEMORY)
}
