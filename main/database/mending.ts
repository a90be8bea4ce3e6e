import type { Database } from 'node-sqlite3-wasm'
import { isDamage, moveAside } from './open-file.ts'
import type { OnSetAside, Verbs, Words } from './words.ts'

export interface MendingParts<Opening, Asked extends Words<Asked>> {
  /** For the error of whoever asks too early: "the history", "the conversations". */
  readonly called: string
  readonly open: (opening: Opening) => Database
  readonly verbsOf: (database: Database) => Verbs<Asked>
  /** The same file under another opening is left open as it is; absent: it is opened anew. */
  readonly stays?: (open: Opening, next: Opening) => boolean
  /** Once it is open. */
  readonly opened: (verbs: Verbs<Asked>, opening: Opening) => void
  readonly onSetAside: OnSetAside
}

/** The one database of a thread. Damage costs the file its name, never the session. */
export function mendDatabase<Opening extends { readonly file: string }, Asked extends Words<Asked>>(
  parts: MendingParts<Opening, Asked>,
) {
  let open: { readonly database: Database; readonly opening: Opening; readonly verbs: Verbs<Asked> } | null = null

  function close(): void {
    open?.database.close()
    open = null
  }
  function openAnew(opening: Opening): void {
    if (open === null || !parts.stays?.(open.opening, opening)) {
      close()
      const database = parts.open(opening)
      open = { database, opening, verbs: parts.verbsOf(database) }
    }
    parts.opened(open.verbs, opening)
  }
  function perform<N extends keyof Asked>(name: N, input: Asked[N]['input']): Asked[N]['output'] {
    if (open === null) throw new Error(`${parts.called} are not open`)
    const { verbs, opening } = open
    try {
      return verbs[name](input)
    } catch (error) {
      if (!isDamage(error)) throw error
      close()
      parts.onSetAside(moveAside(opening.file, new Date()))
      openAnew(opening)
      return perform(name, input)
    }
  }
  return { open: openAnew, close, perform }
}
