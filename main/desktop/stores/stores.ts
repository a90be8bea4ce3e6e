import Store from 'electron-store'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'
import { isDamaged, moveAside } from './damaged-file.ts'

/** One of our files in the user-data folder, written whole and at once. */
export interface StoredFile {
  read(): unknown
  write(content: Record<string, unknown>): void
  setAside(): string | null
}

export interface Stores {
  readonly settings: StoredFile
  readonly memory: StoredFile
  readonly days: StoredFile
  readonly messages: StoredFile
  readonly secrets: StoredFile
  readonly doors: StoredFile
  /** What files that were no JSON are called now; the app has started without what was in them. */
  readonly setAside: readonly string[]
}

interface Place {
  readonly ipcMain: { removeAllListeners(channel: string): unknown }
  readonly userData: string
  readonly log: Log
}

export function openStores(place: Place): Stores {
  const setAside: string[] = []
  const open = (name: string) => {
    const opened = openStore(name, place)
    if (opened.damaged !== null) setAside.push(opened.damaged)
    return opened.file
  }
  const stores = {
    settings: open('settings'),
    memory: open('memory'),
    days: open('days'),
    messages: open('messages'),
    secrets: open('secrets'),
    doors: open('doors'),
  }
  // electron-store opens a channel of its own to every window, which this app's windows have no use for.
  place.ipcMain.removeAllListeners('electron-store-get-data')
  return { ...stores, setAside }
}

function openStore(name: string, { userData, log }: Place): { file: StoredFile; damaged: string | null } {
  const store = make(name, userData, log)
  if (store === null) return { file: withoutDisk(), damaged: null }
  const file: StoredFile = {
    read: () => store.store,
    write: (content) => {
      store.store = content
    },
    setAside: () => moveAside(store.path, new Date()),
  }
  // The constructor has read the file and left it as it was: with `clearInvalidConfig` it takes damage for emptiness.
  const damaged = isDamaged(store.path) ? (file.setAside() ?? `${name}.json`) : null
  if (damaged !== null) log.warn('a file was damaged', { name, setAside: damaged })
  return { file, damaged }
}

function make(name: string, cwd: string, log: Log): Store<Record<string, unknown>> | null {
  try {
    return new Store({
      name,
      cwd,
      clearInvalidConfig: true,
      accessPropertiesByDotNotation: false,
      configFileMode: 0o600,
    })
  } catch (error) {
    log.error('a file cannot be opened', { name, error: explain(error) })
    return null
  }
}

/** For a file that can be neither read nor replaced: the session goes on, the next start asks again. */
function withoutDisk(): StoredFile {
  let content: unknown
  return {
    read: () => content,
    write: (next) => {
      content = next
    },
    setAside: () => null,
  }
}
