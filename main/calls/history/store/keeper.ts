import { existsSync } from 'node:fs'
import type { Database } from 'node-sqlite3-wasm'
import { IN_MEMORY, isDamage, moveAside, openOrSetAside } from '../../../database/open-file.ts'
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

interface Open {
  readonly database: Database
  readonly opening: Opening
  readonly verbs: Verbs<StoreWords>
}

/** The one database of the thread. Damage costs the file its name, never the session. */
export function createKeeper(onSetAside: OnSetAside): Verbs<KeeperWords> {
  let open: Open | null = null

  function close(): void {
    open?.database.close()
    open = null
  }
  function openAnew(opening: Opening): void {
    close()
    const database =
      opening.days === 0 ? withoutDisk(opening, onSetAside) : openOrSetAside(opening.file, layout, onSetAside)
    open = { database, opening, verbs: createStore(database) }
    open.verbs.expire(opening)
  }
  function perform<N extends keyof StoreWords>(name: N, input: StoreWords[N]['input']): StoreWords[N]['output'] {
    if (open === null) throw new Error('the history is not open')
    const { verbs, opening } = open
    try {
      return verbs[name](input)
    } catch (error) {
      if (!isDamage(error)) throw error
      close()
      onSetAside(moveAside(opening.file, new Date()))
      openAnew(opening)
      return perform(name, input)
    }
  }
  return {
    open: openAnew,
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
