import type { Time } from '#contract'
import { connectDatabase, type DatabaseConnection } from '../../database/connection.ts'
import type { WorkerLike } from '../../database/thread.ts'
import type { Log } from '../../log/log.ts'
import type { KeeperWords, Opening } from './store/keeper.ts'
import type { Owner } from './store/store.ts'

export type SiteOfCalls = Omit<Owner, 'agent'>

export interface ConnectionOptions {
  readonly file: string
  readonly startWorker: () => WorkerLike
  /** The site whose profile is in force, and how long it lets a call be kept. */
  readonly site: () => SiteOfCalls | null
  /** A file that could not be used has this name now. */
  readonly onSetAside: (file: string) => void
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  readonly now: () => Time
}

/** Longer than a wrap-up takes, in which a note is written. */
const REST_MS = 120_000

export type Connection = DatabaseConnection<KeeperWords>

export function createConnection({ site, now, file, ...options }: ConnectionOptions): Connection {
  return connectDatabase<Opening, KeeperWords>({
    ...options,
    file,
    called: 'the history',
    // Where nothing is kept on the disk, what there is is in the thread.
    rest: { afterMs: REST_MS, may: () => (site()?.days ?? 0) > 0 },
    opening: () => {
      const kept = site()
      return kept && { file, ...kept, now: now() }
    },
  })
}
