import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from 'electron'
import { explain } from '../../log/explain.ts'
import type { Log } from '../../log/log.ts'

type Checked = Pick<Session, 'setSpellCheckerLanguages'>

/**
 * Chromium fetches a dictionary for the system's language from Google's servers as soon as a session is there, also with
 * the checker switched off and in windows that want none (tried on 33.4.11). A session without languages fetches none.
 */
export function fetchNoDictionary(session: Checked): void {
  session.setSpellCheckerLanguages([])
}

export interface Spelling {
  readonly session: Checked
  readonly userData: string
  /** The dictionary that came with the app. */
  readonly dictionary: string
  readonly platform: NodeJS.Platform
  readonly log: Log
}

/** What Chromium calls its English dictionary in 33 and later; one that lies there already is not fetched. */
const NAME = 'en-US-10-1.bdic'

/**
 * English as it is spelt, from a dictionary of our own. Chinese has none: Chromium checks no Chinese spelling. On macOS
 * the system checks, in its own languages, and nothing is fetched.
 */
export function checkSpelling({ session, userData, dictionary, platform, log }: Spelling): void {
  if (platform === 'darwin') return
  fetchNoDictionary(session)
  try {
    const folder = join(userData, 'Dictionaries')
    mkdirSync(folder, { recursive: true })
    const file = join(folder, NAME)
    if (!existsSync(file)) writeFileSync(file, readFileSync(dictionary))
    session.setSpellCheckerLanguages(['en-US'])
  } catch (error) {
    log.warn('spelling is not checked', { error: explain(error) })
  }
}
