import { mendDatabase } from '../../../database/mending.ts'
import { type Layout, openOrSetAside } from '../../../database/open-file.ts'
import type { OnSetAside, Verbs } from '../../../database/words.ts'
import { migrations } from './schema.ts'
import { createStore, endInterrupted } from './store.ts'
import type { KeeperWords, Opening, StoreWords } from './words.ts'

const layout: Layout = { migrations, prepare: endInterrupted }

/** The one database of the thread. Damage costs the file its name, never the session. */
export function createKeeper(onSetAside: OnSetAside): Verbs<KeeperWords> {
  const { open, close, perform } = mendDatabase<Opening, StoreWords>({
    called: 'the conversations',
    open: ({ file }) => openOrSetAside(file, layout, onSetAside),
    verbsOf: createStore,
    // The same file under new rules: what was said in this shift stays where it is.
    stays: (before, next) => before.file === next.file,
    opened: (verbs, opening) => verbs.expire(opening),
    onSetAside,
  })
  return {
    open,
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
