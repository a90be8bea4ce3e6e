import type { Database } from 'node-sqlite3-wasm'
import { isDamage, type Layout, moveAside, openOrSetAside } from '../../../database/open-file.ts'
import type { OnSetAside, Verbs } from '../../../database/words.ts'
import { migrations } from './schema.ts'
import { createStore, endInterrupted } from './store.ts'
import type { KeeperWords, Opening, StoreWords } from './words.ts'

interface Open {
  readonly database: Database
  readonly opening: Opening
  readonly verbs: Verbs<StoreWords>
}

const layout: Layout = { migrations, prepare: endInterrupted }

/** The one database of the thread. Damage costs the file its name, never the session. */
export function createKeeper(onSetAside: OnSetAside): Verbs<KeeperWords> {
  let open: Open | null = null

  function close(): void {
    open?.database.close()
    open = null
  }
  function openAnew(opening: Opening): void {
    // The same file under new rules: what was said in this shift stays where it is.
    if (open?.opening.file !== opening.file) {
      close()
      const database = openOrSetAside(opening.file, layout, onSetAside)
      open = { database, opening, verbs: createStore(database) }
    }
    open.verbs.expire(opening)
  }
  function perform<N extends keyof StoreWords>(name: N, input: StoreWords[N]['input']): StoreWords[N]['output'] {
    if (open === null) throw new Error('the conversations are not open')
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
    chats: (input) => perform('chats', input),
    messages: (input) => perform('messages', input),
    discard: (input) => perform('discard', input),
    page: (input) => perform('page', input),
    remembered: (input) => perform('remembered', input),
    earlier: (input) => perform('earlier', input),
    search: (input) => perform('search', input),
    forget: (input) => perform('forget', input),
    expire: (input) => perform('expire', input),
  }
}
